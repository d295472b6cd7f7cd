package io.pledge.sla;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Hearing;
import io.pledge.ticket.Hold;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** The customer answers on the page before their mail server takes the mail that asks whether it is solved. */
@PledgeTest
class LateAcceptanceTests {
    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Hearing hearing;
    @Autowired
    private Participants participants;
    @Autowired
    private Promises promises;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private TicketId id;

    @BeforeEach
    void aCaseResolvedByAMailThatWaits() {
        id = casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg", "marek@mill.example");
        clock.advance(Duration.ofMinutes(10));
        loop.resolve(id, new Solution("a cap", "file 3.2.1", "a check", "Done."), casebook.actor("local-engineer"),
                clock.instant());
        clock.advance(Duration.ofMinutes(10));
    }

    @Test
    void afterANoTheNextWordRunsOnWhenTheMailIsTaken() {
        loop.reject(id, "It still drips.", customer(), clock.instant());
        var before = promises.of(id);
        taken();
        assertThat(promises.of(id)).isEqualTo(before);
        assertThat(before).filteredOn(promise -> promise.state() == PromiseState.RUNNING)
                .extracting(Promise::kind).contains(PromiseKind.PROGRESS, PromiseKind.RESOLUTION);
    }

    @Test
    void afterAYesTheMailThatIsTakenChangesNothing() {
        loop.confirm(id, customer(), clock.instant());
        var before = promises.of(id);
        taken();
        assertThat(promises.of(id)).isEqualTo(before);
        assertThat(states()).containsOnly(PromiseState.KEPT);
    }

    @Test
    void aCaseThatWasWithdrawnMeanwhileStaysWithdrawn() {
        loop.cancel(id, "It was another machine.", casebook.actor("local-engineer"), clock.instant());
        var before = promises.of(id);
        taken();
        assertThat(promises.of(id)).isEqualTo(before);
    }

    @Test
    void unansweredTheMailCountsFromWhenItIsTaken() {
        taken();
        assertThat(promises.of(id)).filteredOn(promise -> promise.kind() == PromiseKind.ACKNOWLEDGEMENT)
                .singleElement().satisfies(promise -> {
                    assertThat(promise.state()).isEqualTo(PromiseState.KEPT);
                    assertThat(promise.outcomeAt()).isEqualTo(clock.instant());
                });
    }

    @Test
    void theHoldOfACaseEndsWhenItIsResolvedAndNotWhenTheMailIsTaken() {
        var held = casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg", "anna@mill.example");
        casework.hold(held, "We wait for the log.", casebook.actor("local-engineer"), clock.instant());
        clock.advance(Duration.ofMinutes(30));
        loop.resolve(held, new Solution("a seal", "a new seal", "a check", "Sealed."),
                casebook.actor("local-engineer"), clock.instant());

        assertThat(casework.holds(held)).singleElement().extracting(Hold::endedAt).isEqualTo(clock.instant());
        assertThat(promises.of(held)).filteredOn(promise -> promise.kind() == PromiseKind.RESOLUTION).singleElement()
                .satisfies(promise -> {
                    assertThat(promise.state()).isEqualTo(PromiseState.RUNNING);
                    assertThat(promise.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(48)));
                });
    }

    private void taken() {
        clock.advance(Duration.ofMinutes(5));
        hearing.heard(jdbc.sql("select id from message where body = 'Done.'").query(Long.class).single(),
                clock.instant());
    }

    private Actor customer() {
        return new Actor.Customer(participants.submitter(id).id());
    }

    private List<PromiseState> states() {
        return promises.of(id).stream().map(Promise::state).toList();
    }
}
