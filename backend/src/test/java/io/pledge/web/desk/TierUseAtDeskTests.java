package io.pledge.web.desk;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.testing.Agreements;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What the page of a case says of the time that each tier used. */
@PledgeTest
class TierUseAtDeskTests {
    @Autowired
    MockMvcTester mvc;
    @Autowired
    Casebook casebook;
    @Autowired
    Escalations escalations;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;

    @Test
    void everyStepUpAndDownSaysHowMuchOfThePromiseEachTierHadUsedUntilThen() {
        var ticket = upAndDown();
        assertThat(page(ticket)).contains(
                "Used until then: Local office 3 h 00 (6 % of the time promised)</span>",
                "Used until then: Local office 3 h 00 (6 % of the time promised),"
                        + " Regional service 6 h 00 (13 % of the time promised)</span>");
    }

    @Test
    void aStepAtWhichNoTimeHadCountedSaysNothingOfIt() {
        var ticket = casebook.open();
        escalate(ticket);
        assertThat(page(ticket)).contains("Escalated to").doesNotContain("Used until then");
    }

    @Test
    void aCaseWithoutBudgetsShowsHowItsTimeWasUsedByEachTier() {
        var ticket = casebook.open();
        new Agreements(jdbc).withoutBudgets(ticket, clock.instant());
        assertThat(page(ticket)).doesNotContain("Whose time it is");
        clock.advance(Duration.ofHours(3));
        escalate(ticket);
        clock.advance(Duration.ofHours(1));
        assertThat(page(ticket)).contains("Whose time it is", "share-used", "share-held", "3 h 00 used", "1 h 00 used")
                .doesNotContain("share-left", "share-kept", "3 h 00 of");
    }

    @Test
    void aCaseOfWhichNoSolutionIsPromisedShowsNoBar() {
        var ticket = casebook.open(TicketKind.SUGGESTION, Severity.MINOR, "hamburg", null);
        clock.advance(Duration.ofHours(5));
        assertThat(page(ticket)).doesNotContain("Whose time it is");
    }

    private TicketId upAndDown() {
        var ticket = casebook.open();
        clock.advance(Duration.ofHours(3));
        escalate(ticket);
        clock.advance(Duration.ofHours(6));
        escalations.handBack(ticket, "Load file 3.2.1.", casebook.actor("region-engineer"), clock.instant());
        return ticket;
    }

    private void escalate(TicketId ticket) {
        escalations.escalate(ticket, "Needs the test bench", null, casebook.actor("local-engineer"), clock.instant());
    }

    private String page(TicketId ticket) {
        var response = mvc.get().uri("/desk/tickets/" + ticket.number().value()).with(As.person("region-engineer"))
                .exchange().getResponse();
        return new String(response.getContentAsByteArray(), UTF_8);
    }
}
