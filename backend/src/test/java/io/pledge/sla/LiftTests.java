package io.pledge.sla;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.testing.TestDatabase;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Escalation;
import io.pledge.ticket.EscalationCause;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** What brings cases up beside broken promises: what they are when they come in, and going to and fro. */
@PledgeTest
class LiftTests {
    @TempDir
    private Path disk;
    @Autowired
    private ApplicationContext beans;
    @Autowired
    private PoliciesInForce policies;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Cases cases;
    @Autowired
    private Escalations escalations;
    @Autowired
    private Promises promises;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;

    /** What is urgent goes to the region at once, and after one hand-back a tier further. */
    @BeforeEach
    void urgentCasesStartInTheRegion() {
        var node = LoaderNode.start(disk.resolve("config"), beans);
        node.edit("sla-policies.yml",
                text -> text.replace("    bounces: 2\n", "    bounces: 1\n    at-intake: regional\n"));
        node.reload.put(node.seen(), casebook.person("admin"));
        policies.follow();
    }

    @AfterEach
    void theApplicationGoesBackToItsOwnFiles(@Autowired TestDatabase database) {
        database.reset();
        policies.follow();
    }

    @Test
    void aCaseGoesToItsTierAsItComesInAndItsHomeKeepsSeeingIt() {
        var id = casebook.open();
        var ticket = cases.require(id);
        assertThat(ticket.unit()).isEqualTo(casebook.unit("central-europe"));
        assertThat(ticket.home()).isEqualTo(casebook.unit("hamburg"));
        assertThat(ticket.involvedPaths()).contains("/hq/central-europe/hamburg/");
        assertThat(escalations.of(id)).singleElement().satisfies(move -> {
            assertThat(move.cause()).isEqualTo(EscalationCause.INTAKE);
            assertThat(move.takeBy()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
        });
    }

    @Test
    void thePromiseToTheCustomerIsTheSameWhereverTheCaseStarts() {
        assertThat(promises.of(casebook.open())).filteredOn(promise -> promise.kind() == PromiseKind.ACKNOWLEDGEMENT)
                .singleElement().extracting(Promise::dueAt).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void thoseWhoMustTakeItAreAskedAtOnce() {
        casebook.open();
        assertThat(jdbc.sql("""
                select distinct p.username from outbox_message m join person p on m.recipient_id = 'person:' || p.id
                where m.key like 'staff:escalated:%'
                """).query(String.class).list()).contains("region-head", "region-engineer");
    }

    @Test
    void aCaseOfAnotherChainStaysAtItsHome() {
        var id = casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", null);
        assertThat(cases.require(id).unit()).isEqualTo(casebook.unit("hamburg"));
        assertThat(escalations.of(id)).isEmpty();
    }

    @Test
    void aCaseThatComesInThereOrHigherStays() {
        var id = casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hq", null);
        assertThat(escalations.of(id)).isEmpty();
    }

    @Test
    void whoAsksForHelpOnceMoreAfterItWasHandedBackTooOftenAsksOneTierFurther() {
        var id = casebook.open(TicketKind.FAULT, Severity.MAJOR, "hamburg", null);
        for (int times = 0; times < 3; times++) {
            ask(id);
            assertThat(cases.require(id).unit()).isEqualTo(casebook.unit("central-europe"));
            back(id);
        }
        ask(id);
        assertThat(cases.require(id).unit()).isEqualTo(casebook.unit("hq"));
        assertThat(causes(id)).containsExactly(EscalationCause.BY_HAND, EscalationCause.BY_HAND,
                EscalationCause.BY_HAND, EscalationCause.BOUNCED);
    }

    @Test
    void whereNothingIsFurtherUpHelpComesFromTheTierAbove() {
        var id = casebook.open();
        back(id);
        ask(id);
        assertThat(cases.require(id).unit()).isEqualTo(casebook.unit("hq"));
        back(id);
        assertThat(cases.require(id).unit()).isEqualTo(casebook.unit("hamburg"));
    }

    private void ask(TicketId id) {
        clock.advance(Duration.ofMinutes(1));
        escalations.escalate(id, "Needs the test bench", null, casebook.actor("local-engineer"), clock.instant());
    }

    private void back(TicketId id) {
        clock.advance(Duration.ofMinutes(1));
        escalations.handBack(id, "Update to 3.2.1", casebook.actor("region-engineer"), clock.instant());
    }

    private List<EscalationCause> causes(TicketId id) {
        return escalations.of(id).stream().map(Escalation::cause).toList();
    }
}
