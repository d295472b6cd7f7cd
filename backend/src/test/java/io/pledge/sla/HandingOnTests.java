package io.pledge.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.organisation.Units;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Casework;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** What colleagues do among themselves is no word to the customer, and moves none that was promised. */
@PledgeTest
class HandingOnTests {
    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private Conversation conversation;
    @Autowired
    private Escalations escalations;
    @Autowired
    private Cases cases;
    @Autowired
    private Units units;
    @Autowired
    private Promises promises;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;

    @Test
    void takingHoldingHandingOnAndNotesKeepNeitherAcknowledgementNorProgress() {
        var id = casebook.open();
        var lena = casebook.actor("local-engineer");
        casework.take(id, lena.person(), clock.instant());
        conversation.note(id, "Looks like the cap.", lena.person(), clock.instant());
        casework.hold(id, "We wait for the log.", lena, clock.instant());
        casework.resume(id, lena, clock.instant());
        casework.assign(id, casebook.person("local-head"), lena, clock.instant());
        escalations.escalate(id, "Need the region.", null, lena, clock.instant());
        casework.take(id, casebook.person("region-head"), clock.instant());
        escalations.handBack(id, "Try the other cap.", casebook.actor("region-head"), clock.instant());

        assertThat(of(id, PromiseKind.ACKNOWLEDGEMENT)).singleElement().extracting(Promise::state)
                .isEqualTo(PromiseState.RUNNING);
        assertThat(of(id, PromiseKind.PROGRESS)).singleElement().extracting(Promise::state)
                .isEqualTo(PromiseState.RUNNING);
    }

    @Test
    void handingACaseToAnotherUnitOrZoneMovesNoPromise() {
        // in working time of Hamburg, which has just opened; headquarters have their own hours, seven zones away
        clock.set(Instant.parse("2026-11-19T07:00:00Z"));
        var id = casebook.open(TicketKind.FAULT, Severity.MAJOR, "hamburg", null);
        var promised = due(id);
        assertThat(promised).hasSize(3);

        for (var head : List.of("local-head", "region-head")) {
            clock.advance(Duration.ofMinutes(10));
            casework.take(id, casebook.person(head), clock.instant());
            escalations.escalate(id, "Beyond us.", null, casebook.actor(head), clock.instant());
            assertThat(due(id)).isEqualTo(promised);
        }
        var there = units.unit(cases.require(id).unit());
        assertThat(there.key()).isEqualTo("hq");
        assertThat(there.zone()).isNotEqualTo(units.byKey("hamburg").orElseThrow().zone());
        assertThat(promises.of(id)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerAfterTheDueTimeIsBrokenAnsweredLateWhetherOrNotTheWatchLooked(boolean looked) {
        var id = casebook.open();
        var due = of(id, PromiseKind.ACKNOWLEDGEMENT).getFirst().dueAt();
        clock.set(due.plusSeconds(1));
        if (looked) {
            watch.sweep(clock.instant());
        }
        assertThat(of(id, PromiseKind.ACKNOWLEDGEMENT).getFirst().state())
                .isEqualTo(looked ? PromiseState.BROKEN : PromiseState.RUNNING);

        clock.advance(Duration.ofMinutes(5));
        conversation.logCall(id, "We are on it.", null, casebook.person("local-engineer"), clock.instant());

        assertThat(of(id, PromiseKind.ACKNOWLEDGEMENT)).singleElement().satisfies(answered -> {
            assertThat(answered.state()).isEqualTo(PromiseState.BROKEN);
            assertThat(answered.answeredLate()).isTrue();
            assertThat(answered.breachedAt()).isEqualTo(due);
            assertThat(answered.detectedAt()).isEqualTo(looked ? due.plusSeconds(1) : clock.instant());
            assertThat(answered.outcomeAt()).isEqualTo(clock.instant());
        });
    }

    private List<Instant> due(TicketId id) {
        return promises.of(id).stream().map(Promise::dueAt).toList();
    }

    private List<Promise> of(TicketId id, PromiseKind kind) {
        return promises.of(id).stream().filter(promise -> promise.kind() == kind).toList();
    }
}
