package io.pledge.appraisal;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.organisation.Units;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures of open periods change, frozen ones stay, and a correction counts in the open period. */
@PledgeTest
class CorrectionTests {
    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private Conversation conversation;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private Appraisals appraisals;
    @Autowired
    private Units units;
    @Autowired
    private MovableClock clock;
    private Period frozen;
    private TicketId id;

    /** Promised an answer within half an hour, and a solution in 48 hours. */
    @BeforeEach
    void aCriticalCase() {
        frozen = appraisals.current();
        id = casebook.open();
        casework.take(id, casebook.person("local-engineer"), clock.instant());
    }

    @Test
    void aYesThatComesAfterThePeriodWasFrozenCountsInTheOpenOne() {
        pass(10);
        resolve();
        freeze();
        assertThat(kept(frozen).good()).isEqualTo(2);
        assertThat(kept(appraisals.current()).counted()).isZero();
        loop.confirm(id, new Actor.System(), clock.instant());

        assertThat(kept(frozen).good()).isEqualTo(2);
        assertThat(kept(appraisals.current()).good()).isOne();
        assertThat(why(Measure.PROMISES_KEPT)).isEqualTo("LEARNED_LATER");
        assertThat(kept(top(), appraisals.current()).good()).isOne();
    }

    @Test
    void whatALateRecordCorrectsOfAFrozenPeriodCountsInTheOpenOneOnce() {
        var called = clock.instant().plus(Duration.ofMinutes(20));
        pass(31);
        sweep();
        freeze();
        var before = kept(frozen);
        assertThat(before.good()).isZero();
        int open = (int) kept(appraisals.current()).good();
        conversation.logCall(id, "We are on it.", null, casebook.person("local-engineer"), called);

        assertThat(kept(frozen)).isEqualTo(before);
        assertThat(kept(appraisals.current()).good()).isGreaterThan(open);
        var counted = kept(appraisals.current());
        clock.set(appraisals.current().until().plus(Duration.ofHours(1)));
        var second = frozenAgain();
        assertThat(kept(second).good()).isEqualTo(counted.good());
        assertThat(kept(appraisals.current()).good()).isZero();
    }

    @Test
    void whatIsOnlyAnsweredLaterStaysBrokenWhereItWasCounted() {
        pass(31);
        sweep();
        freeze();
        long broken = kept(frozen).counted() - kept(frozen).good();
        conversation.logCall(id, "We are on it.", null, casebook.person("local-engineer"), clock.instant());

        assertThat(kept(frozen).counted() - kept(frozen).good()).isEqualTo(broken);
        assertThat(appraisals.evidence(lena(), appraisals.current(), Measure.PROMISES_KEPT, Side.AGAINST, 100))
                .filteredOn(evidence -> "ACKNOWLEDGEMENT".equals(evidence.detail())).isEmpty();
    }

    @Test
    void aCaseThatComesBackAfterItsPeriodWasFrozenCountsAgainstTheOpenOne() {
        pass(10);
        resolve();
        loop.confirm(id, new Actor.System(), clock.instant());
        freeze();
        assertThat(closed(frozen).good()).isOne();
        loop.reopen(id, "it drips again", casebook.actor("local-engineer"), clock.instant());

        assertThat(closed(frozen).good()).isOne();
        assertThat(closed(appraisals.current()).counted()).isOne();
        assertThat(closed(appraisals.current()).good()).isZero();
        assertThat(why(Measure.STAYED_CLOSED)).isEqualTo("CAME_BACK_LATER");
        assertThat(why(Measure.PROMISES_KEPT)).isEqualTo("VOIDED_LATER");
    }

    private void resolve() {
        loop.resolve(id, new Solution("cap", "file 3.2.1", "check at delivery", "It is done."),
                casebook.actor("local-engineer"), clock.instant());
    }

    private void pass(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    private void sweep() {
        Instant now = clock.instant();
        while (watch.sweep(now) > 0) {
            assertThat(now).isNotNull();
        }
    }

    private void freeze() {
        clock.set(frozen.until().plus(Duration.ofHours(1)));
        assertThat(appraisals.sweep(clock.instant())).isPositive();
    }

    private Period frozenAgain() {
        var period = appraisals.previous();
        assertThat(appraisals.sweep(clock.instant())).isPositive();
        return period;
    }

    private Figure kept(Period period) {
        return kept(lena(), period);
    }

    private Figure kept(Subject subject, Period period) {
        return appraisals.scorecard(subject, period).figure(Measure.PROMISES_KEPT);
    }

    private Figure closed(Period period) {
        return appraisals.scorecard(lena(), period).figure(Measure.STAYED_CLOSED);
    }

    private String why(Measure measure) {
        return appraisals.evidence(lena(), appraisals.current(), measure, null, 1).getFirst().why();
    }

    private Subject lena() {
        return new Subject.OfPerson(casebook.person("local-engineer"));
    }

    private Subject top() {
        return new Subject.OfUnit(units.byKey("hamburg").orElseThrow());
    }
}
