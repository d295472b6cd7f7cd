package io.pledge.sla;

import java.time.Duration;
import java.time.OffsetDateTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Units;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Moment;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.What;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** A case that was promised something under policies that are no longer in force. */
@PledgeTest
class RemakingTests {
    @Autowired
    private Remaking remaking;
    @Autowired
    private PromisePreview previews;
    @Autowired
    private TicketPromises ledger;
    @Autowired
    private Promises promises;
    @Autowired
    private Explanations explanations;
    @Autowired
    private PoliciesInForce policies;
    @Autowired
    private PolicyVersions versions;
    @Autowired
    private CaseTerms terms;
    @Autowired
    private Cases cases;
    @Autowired
    private Casework casework;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Timeline timeline;
    @Autowired
    private Units units;
    @Autowired
    private Casebook casebook;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private TicketId id;

    /** Critical: 48 hours today, 24 under the policies before, and half an hour until somebody answers under both. */
    @BeforeEach
    void aCaseUnderOlderPolicies() {
        id = casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg", "marek@mill.example");
        var ticket = cases.require(id);
        var older = PolicyDraft.read(versions.policiesInForce().replace("PT48H", "PT24H"));
        var before = policies.now().terms(older.policies(), ticket.kind(), terms.traits(ticket),
                units.unit(ticket.home()));
        var traits = terms.traits(ticket);
        ledger.happened(id, new LedgerEvent.ChangeTerms(clock.instant(), before.orElseThrow(),
                new TermsChange(TermsChange.Cause.POLICY, traits, traits, null)), at());
        clock.advance(Duration.ofMinutes(10));
    }

    @Test
    void aPromiseKeepsThePolicyUnderWhichItWasMadeUntilSomebodyMakesItAnewOnPurpose() {
        assertThat(solution().dueAt()).isEqualTo(MovableClock.START.plus(Duration.ofHours(24)));
        casework.take(id, casebook.person("local-engineer"), clock.instant());
        assertThat(solution().dueAt()).isEqualTo(MovableClock.START.plus(Duration.ofHours(24)));

        remaking.promiseAnew(id, "The new contract holds.", casebook.actor("local-head"));

        assertThat(solution().dueAt()).isEqualTo(MovableClock.START.plus(Duration.ofHours(48)));
        assertThat(timeline.of(id)).filteredOn(entry -> entry.what() == What.PROMISED_ANEW).singleElement()
                .satisfies(entry -> {
                    assertThat(entry.person()).isEqualTo(casebook.person("local-head"));
                    assertThat(entry.detail()).containsEntry("reason", "The new contract holds.");
                    assertThat(entry.visibleToCustomer()).isFalse();
                });
        assertThat(explanations.of(id, PromiseKind.RESOLUTION, 1, clock.instant()).orElseThrow().changes().getLast()
                .why()).extracting(TermsChange::cause, TermsChange::by)
                .containsExactly(TermsChange.Cause.POLICY, casebook.person("local-head"));
    }

    @Test
    void thePreviewSaysWhatThenHappensAndWritesNothing() {
        var before = jdbc.sql("select count(*) from ledger_event").query(Long.class).single();
        var preview = previews.anew(cases.require(id), clock.instant());
        assertThat(preview).extracting(PromiseMove::kind, PromiseMove::from, PromiseMove::to).containsExactly(
                tuple(PromiseKind.RESOLUTION, MovableClock.START.plus(Duration.ofHours(24)),
                        MovableClock.START.plus(Duration.ofHours(48))));
        assertThat(jdbc.sql("select count(*) from ledger_event").query(Long.class).single()).isEqualTo(before);

        remaking.promiseAnew(id, "As today.", casebook.actor("local-head"));

        assertThat(solution().dueAt()).isEqualTo(preview.getFirst().to());
    }

    @Test
    void doneTwiceItIsRefusedSinceNothingWouldChange() {
        remaking.promiseAnew(id, "As today.", casebook.actor("local-head"));
        var entries = timeline.of(id);
        assertThatThrownBy(() -> remaking.promiseAnew(id, "As today.", casebook.actor("local-head")))
                .isInstanceOfSatisfying(Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("nothingToPromise"));
        assertThat(timeline.of(id)).isEqualTo(entries);
    }

    @Test
    void theCustomerIsToldOfWhatMovedAndOfNothingElse() {
        remaking.promiseAnew(id, "As today.", casebook.actor("local-head"));
        assertThat(jdbc.sql("select body from outbox_message where key like 'customer:promisesMoved:%'")
                .query(String.class).list()).singleElement().asString()
                .contains("promise it anew", "- the solution: by 07:00 on Saturday 21 November, Warsaw time")
                .doesNotContain("a first answer", "word from us", "As today.");
        assertThat(timeline.of(id)).filteredOn(entry -> entry.what() == What.PROMISE_CHANGED).singleElement()
                .satisfies(entry -> assertThat(entry.visibleToCustomer()).isTrue());
        assertThat(jdbc.sql("select due_at from ledger_entry where what = 'CHANGED' order by id desc limit 1")
                .query(OffsetDateTime.class).single().toInstant()).isEqualTo(solution().dueAt());
    }

    @Test
    void whatIsPausedMovesWithoutAWordToTheCustomer() {
        casework.hold(id, "We need the log.", casebook.actor("local-engineer"), clock.instant());
        remaking.promiseAnew(id, "As today.", casebook.actor("local-head"));
        assertThat(solution().state()).isEqualTo(PromiseState.PAUSED);
        assertThat(solution().remaining()).isEqualTo(
                WorkingTime.ofSeconds(Duration.ofHours(48).minusMinutes(10).toSeconds()));
        assertThat(jdbc.sql("select count(*) from outbox_message where key like 'customer:promisesMoved:%'")
                .query(Long.class).single()).isZero();
    }

    @Test
    void aCaseThatEndedIsRefused() {
        loop.resolve(id, new Solution("a cap", "a file", "a check", "Done."), casebook.actor("local-engineer"),
                clock.instant());
        loop.confirm(id, new Actor.System(), clock.instant());
        assertThatThrownBy(() -> remaking.promiseAnew(id, "As today.", casebook.actor("local-head")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason()).isEqualTo("ended"));
    }

    private Promise solution() {
        return promises.of(id).stream().filter(promise -> promise.kind() == PromiseKind.RESOLUTION).findFirst()
                .orElseThrow();
    }

    private Moment at() {
        return new Moment(clock.instant(), clock.instant());
    }
}
