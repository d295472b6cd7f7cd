package io.pledge.web.desk;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.sla.SlaWatch;
import io.pledge.testing.Agreements;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page of a case says about its chain. */
@PledgeTest
class TicketChainTests {
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Escalations escalations;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void beforeABreachItSaysWhereOneWouldTakeTheCase() {
        reads(casebook.open(), "A broken promise takes it to Central Europe region.", "Chain “urgent”, steps: 2");
    }

    @Test
    void whileNobodyTakesTheCaseItSaysWhereItClimbsAndWhen() {
        var id = broken();
        reads(id, "Escalated to Central Europe region: a promise was broken",
                "Climbs to Headquarters service at 08:01 today if nobody takes it.",
                "Chain “urgent”, step 1 of 2");
        assertThat(mvc.get().uri(page(id) + "?lang=zh-CN").with(As.person("region-head"))).bodyText()
                .contains("今天 08:01前无人接手，将升级到Headquarters service。", "升级链“urgent”，第 1 步，共 2 步");
    }

    @Test
    void atTheTopItSaysWhoIsToldInTheEnd() {
        var id = broken();
        clock.advance(Duration.ofMinutes(30));
        escalations.sweep(clock.instant());
        reads(id, "Escalated to Headquarters service: nobody took it in time",
                "the head of Headquarters service is told. It climbs no further.", "step 2 of 2");
    }

    @Test
    void onceTakenItSaysThatTheSilenceMovesTheCaseNoMore() {
        var id = broken();
        casework.take(id, casebook.person("region-engineer"), clock.instant());
        reads(id, "It has been escalated for this silence.", "Chain “urgent”, steps: 2");
    }

    @Test
    void whereNobodyMovesItSaysSo() {
        var id = casebook.open();
        new Agreements(jdbc).chain(id, """
                {"name": "still", "atNight": false, "steps": [{"tell": ["HEAD"], "to": "STAYS", "takeWithin": null}]}
                """, clock.instant());
        reads(id, "The case stays with Hamburg office.", "Chain “still”, steps: 1");
        escalations.escalate(id, "Needs the test bench", null, casebook.actor("local-engineer"), clock.instant());
        reads(id, "Waits to be taken. It does not climb by itself.", "Chain “still”");
    }

    @Test
    void aResolvedCaseSaysNothingOfIt() {
        var id = casebook.open();
        loop.resolve(id, new Solution("cap", "file 3.2.1", "check at delivery", "It is done."),
                casebook.actor("local-engineer"), clock.instant());
        assertThat(mvc.get().uri(page(id)).with(As.person("region-head"))).hasStatusOk().bodyText()
                .doesNotContain("If nothing happens");
    }

    private TicketId broken() {
        var id = casebook.open();
        clock.set(Instant.parse("2026-11-19T06:31:00Z"));
        watch.sweep(clock.instant());
        return id;
    }

    private void reads(TicketId id, String... said) {
        assertThat(mvc.get().uri(page(id)).with(As.person("region-head"))).hasStatusOk().bodyText()
                .contains("If nothing happens").contains(said);
    }

    private static String page(TicketId id) {
        return "/desk/tickets/" + id.number().value();
    }
}
