package io.pledge.sla;

import java.util.Set;

import org.junit.jupiter.api.Test;

import io.pledge.calendar.WorkingTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Promises made anew under other terms, as the ledger reads them. */
class ChangedTermsLedgerTests extends LedgerScene {
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
}
