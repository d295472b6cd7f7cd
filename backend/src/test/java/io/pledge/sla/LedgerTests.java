package io.pledge.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.WorkingTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** The rules of promises, each as a statement, on a calendar where every minute counts. */
class LedgerTests {
    private static final Instant START = Instant.parse("2026-11-19T08:00:00Z");
    private final List<LedgerEvent> events = new ArrayList<>();

    LedgerTests() {
        events.add(new LedgerEvent.Submitted(START, terms(60, 120, 480)));
    }

    @Test
    void acknowledgementProgressAndResolutionStartTogetherAtSubmission() {
        assertThat(read(at(0))).extracting(Reading::kind, Reading::dueAt).containsExactlyInAnyOrder(
                tuple(PromiseKind.ACKNOWLEDGEMENT, at(60)),
                tuple(PromiseKind.PROGRESS, at(120)),
                tuple(PromiseKind.RESOLUTION, at(480)));
    }

    @Test
    void aMomentEqualToTheDueTimeIsKeptAndOneAfterItIsBroken() {
        say(60);
        assertThat(one(PromiseKind.ACKNOWLEDGEMENT, 1, at(60)).state()).isEqualTo(PromiseState.KEPT);
        assertThat(one(PromiseKind.PROGRESS, 2, at(180)).state()).isEqualTo(PromiseState.RUNNING);
        assertThat(one(PromiseKind.PROGRESS, 2, at(180).plusMillis(1)).state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void anAutomaticMessageKeepsNothingWhereThePolicyWantsAPerson() {
        events.add(new LedgerEvent.AutomaticMessage(at(1)));
        assertThat(one(PromiseKind.ACKNOWLEDGEMENT, 1, at(2)).state()).isEqualTo(PromiseState.RUNNING);
    }

    @Test
    void notesAndTheCustomersOwnMessagesNeverKeepProgress() {
        events.add(new LedgerEvent.Note(at(10)));
        events.add(new LedgerEvent.CustomerMessage(at(20)));
        assertThat(one(PromiseKind.PROGRESS, 1, at(30)).state()).isEqualTo(PromiseState.RUNNING);
    }

    @Test
    void keepingProgressMakesTheNextOneAtOnce() {
        say(30);
        assertThat(one(PromiseKind.PROGRESS, 1, at(30)).state()).isEqualTo(PromiseState.KEPT);
        assertThat(one(PromiseKind.PROGRESS, 2, at(30)).dueAt()).isEqualTo(at(150));
    }

    @Test
    void theAuthorMayNameAnEarlierNextWordButNoLaterOne() {
        events.add(new LedgerEvent.PersonMessage(at(30), at(90)));
        assertThat(one(PromiseKind.PROGRESS, 2, at(30)).dueAt()).isEqualTo(at(90));
        events.add(new LedgerEvent.PersonMessage(at(60), at(600)));
        assertThat(one(PromiseKind.PROGRESS, 3, at(60)).dueAt()).isEqualTo(at(180));
    }

    @Test
    void aSilentTicketShowsAChainOfBrokenProgressPromisesEachMadeFromTheLastDueTime() {
        var progress = read(at(400)).stream().filter(r -> r.kind() == PromiseKind.PROGRESS).toList();
        assertThat(progress).extracting(Reading::madeAt).containsExactly(at(0), at(120), at(240), at(360));
        assertThat(progress).extracting(Reading::state).containsExactly(PromiseState.BROKEN, PromiseState.BROKEN,
                PromiseState.BROKEN, PromiseState.RUNNING);
    }

    @Test
    void theNextMessageKeepsTheRunningLinkAndAnswersTheEarlierOnesLate() {
        say(400);
        assertThat(one(PromiseKind.PROGRESS, 1, at(400)).breachedAt()).isEqualTo(at(120));
        assertThat(one(PromiseKind.PROGRESS, 1, at(400)).outcomeAt()).isEqualTo(at(400));
        assertThat(one(PromiseKind.PROGRESS, 4, at(400)).state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    void holdPausesResolutionButNeverProgress() {
        events.add(new LedgerEvent.Hold(at(60)));
        var paused = one(PromiseKind.RESOLUTION, 1, at(100));
        assertThat(paused.state()).isEqualTo(PromiseState.PAUSED);
        assertThat(paused.dueAt()).isNull();
        assertThat(paused.remaining()).isEqualTo(WorkingTime.ofMinutes(420));
        assertThat(one(PromiseKind.PROGRESS, 1, at(100)).dueAt()).isEqualTo(at(120));
        events.add(new LedgerEvent.Resume(at(200)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(200)).dueAt()).isEqualTo(at(620));
    }

    @Test
    void theCustomersMessageEndsTheHold() {
        events.add(new LedgerEvent.Hold(at(60)));
        events.add(new LedgerEvent.CustomerMessage(at(90)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(90)).dueAt()).isEqualTo(at(510));
    }

    @Test
    void aSecondHoldIsRefusedAndNamed() {
        events.add(new LedgerEvent.Hold(at(60)));
        events.add(new LedgerEvent.Hold(at(70)));
        assertThatThrownBy(() -> read(at(100))).isInstanceOf(ImpossibleEvent.class).hasMessageContaining("event 2")
                .hasMessageContaining("held already");
    }

    @Test
    void explicitTimesDoNotMoveNotEvenOnHold() {
        events.add(new LedgerEvent.Promised(at(10), PromiseKind.ON_SITE, at(300)));
        events.add(new LedgerEvent.Hold(at(60)));
        events.add(new LedgerEvent.Resume(at(200)));
        assertThat(one(PromiseKind.ON_SITE, 1, at(200)).dueAt()).isEqualTo(at(300));
    }

    @Test
    void resolvingKeepsTheRunningWordMakesNoNextAndPausesResolution() {
        events.add(new LedgerEvent.Resolve(at(100)));
        assertThat(one(PromiseKind.PROGRESS, 1, at(900)).state()).isEqualTo(PromiseState.KEPT);
        assertThat(read(at(900))).filteredOn(r -> r.kind() == PromiseKind.PROGRESS).hasSize(1);
        assertThat(one(PromiseKind.RESOLUTION, 1, at(900)).state()).isEqualTo(PromiseState.PAUSED);
    }

    @Test
    void theCustomersYesKeepsResolutionAsOfTheResolvingTime() {
        events.add(new LedgerEvent.Resolve(at(100)));
        events.add(new LedgerEvent.Confirm(at(5000)));
        var resolution = one(PromiseKind.RESOLUTION, 1, at(6000));
        assertThat(resolution.state()).isEqualTo(PromiseState.KEPT);
        assertThat(resolution.outcomeAt()).isEqualTo(at(100));
        assertThat(resolution.unconfirmed()).isFalse();
    }

    @Test
    void silenceCountsInAColumnOfItsOwn() {
        events.add(new LedgerEvent.Resolve(at(100)));
        events.add(new LedgerEvent.CloseUnconfirmed(at(5000)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(6000)).unconfirmed()).isTrue();
    }

    @Test
    void theCustomersNoLetsTheSameResolutionRunOnWithWhatWasLeft() {
        events.add(new LedgerEvent.Resolve(at(100)));
        events.add(new LedgerEvent.Reject(at(1000)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(1000)).dueAt()).isEqualTo(at(1380));
        assertThat(one(PromiseKind.PROGRESS, 2, at(1000)).dueAt()).isEqualTo(at(1120));
    }

    @Test
    void aNoAfterABrokenResolutionMakesANewFullOne() {
        say(470);
        events.add(new LedgerEvent.Resolve(at(500)));
        events.add(new LedgerEvent.Reject(at(1000)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(1000)).state()).isEqualTo(PromiseState.BROKEN);
        assertThat(one(PromiseKind.RESOLUTION, 2, at(1000)).dueAt()).isEqualTo(at(1480));
    }

    @Test
    void reopeningVoidsTheClosingAndGoesOnWithWhatWasLeft() {
        events.add(new LedgerEvent.Resolve(at(100)));
        events.add(new LedgerEvent.Confirm(at(110)));
        events.add(new LedgerEvent.Reopen(at(1000)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(1000)).voided()).isTrue();
        assertThat(one(PromiseKind.RESOLUTION, 2, at(1000)).dueAt()).isEqualTo(at(1380));
    }

    @Test
    void onlyAnAgreedRenegotiationSupersedes() {
        events.add(new LedgerEvent.Renegotiate(at(10), PromiseKind.RESOLUTION, at(900), false));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(10)).dueAt()).isEqualTo(at(480));
        events.add(new LedgerEvent.Renegotiate(at(20), PromiseKind.RESOLUTION, at(900), true));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(20)).state()).isEqualTo(PromiseState.SUPERSEDED);
        assertThat(one(PromiseKind.RESOLUTION, 2, at(20)).dueAt()).isEqualTo(at(900));
    }

    @Test
    void changedTermsLeaveTheNewAllowanceLessTheTimeUsed() {
        events.add(new LedgerEvent.ChangeTerms(at(30), terms(60, 120, 100), null));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(30)).dueAt()).isEqualTo(at(100));
        events.add(new LedgerEvent.ChangeTerms(at(50), terms(60, 120, 20), null));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(50)).dueAt()).isEqualTo(at(50));
    }

    @Test
    void changedTermsDoNotMoveATimeThatAPersonNamed() {
        events.add(new LedgerEvent.Promised(at(10), PromiseKind.ON_SITE, at(300)));
        events.add(new LedgerEvent.ChangeTerms(at(30), terms(60, 120, 100), null));
        assertThat(one(PromiseKind.ON_SITE, 1, at(30)).state()).isEqualTo(PromiseState.RUNNING);
        assertThat(one(PromiseKind.ON_SITE, 1, at(30)).dueAt()).isEqualTo(at(300));
    }

    @Test
    void remainingIsTheNewAllowanceLessTheWorkingTimeUsedOutsideHolds() {
        events.add(new LedgerEvent.Hold(at(60)));
        events.add(new LedgerEvent.Resume(at(100)));
        change(130, terms(60, 120, 300));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(130)).remaining()).isEqualTo(WorkingTime.ofMinutes(210));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(130)).dueAt()).isEqualTo(at(340));
    }

    @Test
    void termsThatPromiseTheSameMoveNothingNotEvenByAFractionOfASecond() {
        events.add(new LedgerEvent.ChangeTerms(at(30).plusMillis(400), terms(60, 120, 480), null));
        assertThat(read(at(31))).extracting(Reading::dueAt).containsExactlyInAnyOrder(at(60), at(120), at(480));
    }

    @Test
    void whatIsUsedUpIsDueAtTheInstantOfTheChangeAndBreaksRightAfterIt() {
        change(50, terms(60, 120, 20));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(50)).state()).isEqualTo(PromiseState.RUNNING);
        assertThat(one(PromiseKind.RESOLUTION, 1, at(51)).breachedAt()).isEqualTo(at(50));
    }

    @Test
    void whatWasBrokenStaysBrokenAndWhatWasKeptStaysKept() {
        say(110);
        change(130, terms(600, 240, 960));
        assertThat(read(at(130))).filteredOn(r -> r.kind() == PromiseKind.ACKNOWLEDGEMENT).singleElement()
                .extracting(Reading::state, Reading::breachedAt, Reading::outcomeAt)
                .containsExactly(PromiseState.BROKEN, at(60), at(110));
        assertThat(one(PromiseKind.PROGRESS, 1, at(130)).state()).isEqualTo(PromiseState.KEPT);
        assertThat(one(PromiseKind.PROGRESS, 1, at(130)).dueAt()).isEqualTo(at(120));
        assertThat(one(PromiseKind.PROGRESS, 2, at(130)).dueAt()).isEqualTo(at(350));
    }

    @Test
    void whatIsPausedWhileHeldStaysPausedWithTheNewRemaining() {
        events.add(new LedgerEvent.Hold(at(60)));
        change(90, terms(60, 120, 200));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(95)).state()).isEqualTo(PromiseState.PAUSED);
        assertThat(one(PromiseKind.RESOLUTION, 1, at(95)).remaining()).isEqualTo(WorkingTime.ofMinutes(140));
        events.add(new LedgerEvent.Resume(at(100)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(100)).dueAt()).isEqualTo(at(240));
    }

    @Test
    void whatTheNewTermsDoNotLetWaitGoesOnWhileTheTicketIsHeld() {
        events.add(new LedgerEvent.Hold(at(60)));
        var strict = terms(60, 120, 200);
        change(90, new Terms("strict", 0, strict.targets(), 0.75, strict.acknowledgedBy(), Set.of(), strict.chain(),
                strict.budgets()));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(95)).dueAt()).isEqualTo(at(230));
    }

    @Test
    void onceResolvedTheSolutionWaitsUnderTheNewTermsForTheCustomersAnswer() {
        events.add(new LedgerEvent.Resolve(at(100)));
        change(200, terms(60, 120, 300));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(300)).state()).isEqualTo(PromiseState.PAUSED);
        assertThat(one(PromiseKind.RESOLUTION, 1, at(300)).remaining()).isEqualTo(WorkingTime.ofMinutes(200));
        events.add(new LedgerEvent.Reject(at(1000)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(1000)).dueAt()).isEqualTo(at(1200));
    }

    @Test
    void aSolutionFirstPromisedOnceResolvedWaitsToo() {
        events.clear();
        events.add(new LedgerEvent.Submitted(at(0), withoutResolution()));
        events.add(new LedgerEvent.Resolve(at(10)));
        change(20, terms(60, 120, 480));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(900)).state()).isEqualTo(PromiseState.PAUSED);
        events.add(new LedgerEvent.Confirm(at(1000)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(1000)).state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    void whatOtherTermsWithdrewIsOwedAgainLessTheTimeUsedOnceTheyPromiseIt() {
        change(100, withoutResolution());
        assertThat(one(PromiseKind.RESOLUTION, 1, at(110)).state()).isEqualTo(PromiseState.WITHDRAWN);
        change(150, terms(60, 120, 480));
        assertThat(one(PromiseKind.RESOLUTION, 2, at(150)).dueAt()).isEqualTo(at(530));
    }

    @Test
    void aClosedTicketHasNoPromisesToChange() {
        events.add(new LedgerEvent.Resolve(at(100)));
        events.add(new LedgerEvent.Confirm(at(110)));
        change(120, terms(60, 120, 300));
        assertThatThrownBy(() -> read(at(130))).isInstanceOf(ImpossibleEvent.class);
    }

    @Test
    void whatIsFirstPromisedWhileTheTicketIsHeldWaitsTooUntilItGoesOn() {
        events.clear();
        events.add(new LedgerEvent.Submitted(at(0), withoutResolution()));
        events.add(new LedgerEvent.Hold(at(10)));
        events.add(new LedgerEvent.ChangeTerms(at(20), terms(60, 120, 480), null));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(40)).state()).isEqualTo(PromiseState.PAUSED);
        events.add(new LedgerEvent.Resume(at(50)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(50)).dueAt()).isEqualTo(at(530));
    }

    @Test
    void cancellingWithdrawsWhatRunsAndEndsTheHoldFirst() {
        events.add(new LedgerEvent.Hold(at(60)));
        events.add(new LedgerEvent.Cancel(at(90)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(100)).state()).isEqualTo(PromiseState.WITHDRAWN);
    }

    @Test
    void theWarningComesAtItsShareOfTheWorkingTimeHoldsLeftOut() {
        assertThat(one(PromiseKind.RESOLUTION, 1, at(0)).warnAt()).isEqualTo(at(360));
        events.add(new LedgerEvent.Hold(at(60)));
        events.add(new LedgerEvent.Resume(at(160)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(160)).warnAt()).isEqualTo(at(460));
    }

    @Test
    void whileATicketIsOpenAndUnresolvedExactlyOneProgressPromiseRuns() {
        say(30);
        events.add(new LedgerEvent.Hold(at(40)));
        say(300);
        for (int minute = 0; minute < 1000; minute += 7) {
            assertThat(read(at(minute)).stream()
                    .filter(r -> r.kind() == PromiseKind.PROGRESS && r.state() == PromiseState.RUNNING)).hasSize(1);
        }
    }

    private void change(int minute, Terms other) {
        events.add(new LedgerEvent.ChangeTerms(at(minute), other, null));
    }

    private void say(int minute) {
        events.add(new LedgerEvent.PersonMessage(at(minute), null));
    }

    private List<Reading> read(Instant asOf) {
        return Ledger.read(events, asOf);
    }

    private Reading one(PromiseKind kind, int sequence, Instant asOf) {
        return read(asOf).stream().filter(r -> r.kind() == kind && r.sequence() == sequence).findFirst().orElseThrow();
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static Terms terms(int acknowledgement, int progress, int resolution) {
        return new Terms("test", 0, Map.of(PromiseKind.ACKNOWLEDGEMENT, target(acknowledgement), PromiseKind.PROGRESS,
                target(progress), PromiseKind.RESOLUTION, target(resolution)), 0.75, Terms.AcknowledgedBy.PERSON,
                Set.of(PromiseKind.RESOLUTION), Chain.still(), Budgets.NONE);
    }

    private static Terms withoutResolution() {
        return new Terms("test", 0,
                Map.of(PromiseKind.ACKNOWLEDGEMENT, target(60), PromiseKind.PROGRESS, target(120)), 0.75,
                Terms.AcknowledgedBy.PERSON, Set.of(PromiseKind.RESOLUTION), Chain.still(), Budgets.NONE);
    }

    private static Target target(int minutes) {
        return new Target(WorkingTime.ofMinutes(minutes), BusinessCalendar.always(), 0);
    }
}
