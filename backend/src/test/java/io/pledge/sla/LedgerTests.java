package io.pledge.sla;

import org.junit.jupiter.api.Test;

import io.pledge.calendar.WorkingTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** The rules of promises, each as a statement, on a calendar where every minute counts. */
class LedgerTests extends LedgerScene {
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
        events.add(new LedgerEvent.Promised(at(10), PromiseKind.RESOLUTION, at(300)));
        events.add(new LedgerEvent.Hold(at(60)));
        assertThat(one(PromiseKind.RESOLUTION, 2, at(100)).dueAt()).isEqualTo(at(300));
        events.add(new LedgerEvent.Resume(at(200)));
        assertThat(one(PromiseKind.RESOLUTION, 2, at(200)).dueAt()).isEqualTo(at(300));
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
}
