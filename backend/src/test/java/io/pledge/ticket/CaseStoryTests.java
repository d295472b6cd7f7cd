package io.pledge.ticket;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.Scope;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A case from the form to its end, with the promises that go with it. */
@PledgeTest
class CaseStoryTests {
    @Autowired
    Casebook casebook;
    @Autowired
    MovableClock clock;
    @Autowired
    Intake intake;
    @Autowired
    Casework casework;
    @Autowired
    Conversation conversation;
    @Autowired
    Escalations escalations;
    @Autowired
    ClosedLoop loop;
    @Autowired
    Silence silence;
    @Autowired
    Hearing hearing;
    @Autowired
    Cases cases;
    @Autowired
    Timeline timeline;
    @Autowired
    Promises promises;
    @Autowired
    SlaWatch watch;
    @Autowired
    Units units;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aNewCaseHasItsPromisesAndIsSortedByTheFirst() {
        var id = casebook.open();
        assertThat(promises.of(id)).extracting(Promise::kind).containsExactlyInAnyOrder(PromiseKind.ACKNOWLEDGEMENT,
                PromiseKind.PROGRESS, PromiseKind.RESOLUTION);
        assertThat(cases.require(id).nextDue()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void theSameKeySubmittedTwiceIsOneTicket() {
        var submission = casebook.submission("key-1", TicketKind.COMPLAINT, Severity.MAJOR, "shanghai", null);
        assertThat(intake.submit(submission)).isEqualTo(intake.submit(submission));
        assertThat(jdbc.sql("select count(*) from ledger_event where type = 'Submitted'").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void aMessageByMailCountsOnceTheMailServerAcceptedIt() {
        var id = casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg", "marek@vistula.example");
        clock.advance(Duration.ofMinutes(10));
        long message = conversation.reply(id, "We are on it.", null, List.of(), casebook.person("local-engineer"),
                clock.instant());
        assertThat(one(id, PromiseKind.ACKNOWLEDGEMENT).state()).isEqualTo(PromiseState.RUNNING);
        clock.advance(Duration.ofMinutes(5));
        hearing.heard(message, clock.instant());
        hearing.heard(message, clock.instant());
        assertThat(one(id, PromiseKind.ACKNOWLEDGEMENT).outcomeAt()).isEqualTo(clock.instant());
        assertThat(promises.of(id)).filteredOn(p -> p.kind() == PromiseKind.PROGRESS).hasSize(2);
    }

    @Test
    void aLapsedPromiseIsBrokenAtItsDueTimeAndTheCaseClimbsOnceAndIsTaken() {
        var id = casebook.open();
        var due = clock.instant().plus(Duration.ofMinutes(30));
        clock.advance(Duration.ofHours(30));
        sweep();
        assertThat(one(id, PromiseKind.ACKNOWLEDGEMENT).breachedAt()).isEqualTo(due);
        assertThat(one(id, PromiseKind.ACKNOWLEDGEMENT).detectedAt()).isEqualTo(clock.instant());
        assertThat(cases.require(id).tier()).isEqualTo(Tier.REGIONAL);
        assertThat(escalations.of(id)).extracting(Escalation::cause).containsExactly(EscalationCause.BREACH);
        casework.take(id, casebook.person("region-engineer"), clock.instant());
        assertThat(escalations.of(id).getFirst().takenAt()).isEqualTo(clock.instant());
        assertThat(timeline.of(id)).extracting(TimelineEntry::what).contains(What.PROMISE_BROKEN, What.ESCALATED);
    }

    @Test
    void anEscalationThatNobodyTakesClimbsFurtherAndAtTheTopIsReported() {
        var id = casebook.open();
        say(id);
        escalations.escalate(id, "need the region", "swapped modules", casebook.actor("local-engineer"),
                clock.instant());
        clock.advance(Duration.ofMinutes(31));
        while (escalations.sweep(clock.instant()) > 0) {
            assertThat(cases.require(id).tier()).isEqualTo(Tier.HEADQUARTERS);
        }
        clock.advance(Duration.ofMinutes(31));
        assertThat(escalations.sweep(clock.instant())).isEqualTo(1);
        assertThat(escalations.sweep(clock.instant())).isZero();
        assertThat(timeline.of(id)).extracting(TimelineEntry::what).contains(What.ESCALATION_IGNORED);
    }

    @Test
    void aCaseIsHandedBackToWhereItCameFromAndTheUnitAboveKeepsSeeingIt() {
        var id = casebook.open();
        escalations.escalate(id, "need the region", null, casebook.actor("local-engineer"), clock.instant());
        casework.take(id, casebook.person("region-engineer"), clock.instant());
        escalations.handBack(id, "update to 3.2.1", casebook.actor("region-engineer"), clock.instant());
        var ticket = cases.require(id);
        assertThat(ticket.unit()).isEqualTo(casebook.unit("hamburg"));
        assertThat(ticket.involvedPaths()).contains("/hq/central-europe/");
        assertThatThrownBy(() -> escalations.handBack(id, "again", casebook.actor("local-engineer"), clock.instant()))
                .isInstanceOf(Refused.class).hasMessageContaining("nothingToHandBack");
    }

    @Test
    void theCustomersNoReopensOneTierHigherAndTheYesCloses() {
        var id = casebook.open();
        say(id);
        resolve(id);
        loop.reject(id, "still drops out", new Actor.Customer(participant(id)), clock.instant());
        assertThat(cases.require(id).tier()).isEqualTo(Tier.REGIONAL);
        assertThat(one(id, PromiseKind.RESOLUTION).state()).isEqualTo(PromiseState.RUNNING);
        clock.advance(Duration.ofHours(1));
        resolve(id);
        loop.confirm(id, new Actor.Customer(participant(id)), clock.instant());
        loop.confirm(id, new Actor.Customer(participant(id)), clock.instant());
        assertThat(cases.require(id).state()).isEqualTo(TicketState.CLOSED);
        assertThat(one(id, PromiseKind.RESOLUTION).state()).isEqualTo(PromiseState.KEPT);
        assertThat(cases.require(id).nextDue()).isNull();
    }

    @Test
    void silenceIsRemindedTwiceAndThenClosedUnconfirmed() {
        var id = casebook.open();
        resolve(id);
        for (int day = 0; day < 8; day++) {
            clock.advance(Duration.ofDays(1));
            silence.sweep(clock.instant());
        }
        assertThat(timeline.of(id)).filteredOn(e -> e.what() == What.REMINDED).hasSize(2);
        assertThat(cases.require(id).state()).isEqualTo(TicketState.CLOSED_UNCONFIRMED);
        assertThat(one(id, PromiseKind.RESOLUTION).unconfirmed()).isTrue();
    }

    @Test
    void aCaseOutsideTheScopeIsNotFound() {
        var id = casebook.open();
        var chengdu = Scope.of(units.pathsAtAndBelow(casebook.unit("chengdu")), Set.of());
        assertThatThrownBy(() -> cases.find(id.number().value(), chengdu)).isInstanceOf(TicketNotFound.class);
    }

    @Test
    void theDatabaseRefusesToChangeOrDeleteHistory() {
        casebook.open();
        for (var statement : List.of("update timeline_entry set what = 'X'", "delete from ledger_event",
                "delete from ledger_entry", "update sla_version set body = ''", "truncate ledger_entry")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    private void say(TicketId id) {
        casework.take(id, casebook.person("local-engineer"), clock.instant());
        conversation.logCall(id, "told him", null, casebook.person("local-engineer"), clock.instant());
    }

    private void resolve(TicketId id) {
        loop.resolve(id, new Solution("cap", "file 3.2.1", "check at delivery", "It is done."),
                casebook.actor("local-engineer"), clock.instant());
    }

    private void sweep() {
        while (watch.sweep(clock.instant()) > 0) {
            assertThat(clock.instant()).isNotNull();
        }
    }

    private long participant(TicketId id) {
        return jdbc.sql("select id from participant where ticket_id = :t").param("t", id.value()).query(Long.class)
                .single();
    }

    private Promise one(TicketId id, PromiseKind kind) {
        return promises.of(id).stream().filter(p -> p.kind() == kind).findFirst().orElseThrow();
    }
}
