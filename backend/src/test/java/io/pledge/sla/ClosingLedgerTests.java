package io.pledge.sla;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a closing settles, and what a reopening makes of it, as the ledger reads it. */
class ClosingLedgerTests extends LedgerScene {
    @Test
    void aSilentCloseIsKeptAsOfTheResolvingTime() {
        events.add(new LedgerEvent.Resolve(at(480)));
        events.add(new LedgerEvent.CloseUnconfirmed(at(5000)));
        var resolution = one(PromiseKind.RESOLUTION, 1, at(6000));
        assertThat(resolution.state()).isEqualTo(PromiseState.KEPT);
        assertThat(resolution.outcomeAt()).isEqualTo(at(480));
        assertThat(resolution.unconfirmed()).isTrue();
    }

    @Test
    void aSilentCloseIsBrokenWhereTheResolvingCameAfterTheDueTime() {
        events.add(new LedgerEvent.Resolve(at(481)));
        events.add(new LedgerEvent.CloseUnconfirmed(at(5000)));
        var resolution = one(PromiseKind.RESOLUTION, 1, at(6000));
        assertThat(resolution.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(resolution.breachedAt()).isEqualTo(at(480));
        assertThat(resolution.outcomeAt()).isEqualTo(at(481));
        assertThat(resolution.unconfirmed()).isTrue();
    }

    @Test
    void theCustomersYesDoesNotMendWhatWasBroken() {
        events.add(new LedgerEvent.Resolve(at(481)));
        events.add(new LedgerEvent.Confirm(at(490)));
        var resolution = one(PromiseKind.RESOLUTION, 1, at(6000));
        assertThat(resolution.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(resolution.outcomeAt()).isEqualTo(at(481));
        assertThat(resolution.unconfirmed()).isFalse();
    }

    @Test
    void reopeningAfterABrokenResolutionMakesAFullOne() {
        events.add(new LedgerEvent.Resolve(at(500)));
        events.add(new LedgerEvent.Confirm(at(510)));
        events.add(new LedgerEvent.Reopen(at(1000)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(1000)).state()).isEqualTo(PromiseState.BROKEN);
        assertThat(one(PromiseKind.RESOLUTION, 2, at(1000)).dueAt()).isEqualTo(at(1480));
    }

    @Test
    void reopeningWhenNothingWasLeftMakesAFullOne() {
        events.add(new LedgerEvent.Resolve(at(480)));
        events.add(new LedgerEvent.Confirm(at(490)));
        events.add(new LedgerEvent.Reopen(at(1000)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(1000)).state()).isEqualTo(PromiseState.KEPT);
        assertThat(one(PromiseKind.RESOLUTION, 2, at(1000)).dueAt()).isEqualTo(at(1480));
    }

    @Test
    void aReopenedTicketOwesTheNextWordAgain() {
        events.add(new LedgerEvent.Resolve(at(100)));
        events.add(new LedgerEvent.Confirm(at(110)));
        assertThat(read(at(999))).extracting(Reading::state).doesNotContain(PromiseState.RUNNING);
        events.add(new LedgerEvent.Reopen(at(1000)));
        assertThat(one(PromiseKind.PROGRESS, 2, at(1000)).dueAt()).isEqualTo(at(1120));
    }

    @Test
    void aKeptResolutionCountsAtTheTimeThatWasPromisedWhenItWasSolved() {
        events.add(new LedgerEvent.Resolve(at(100)));
        var waiting = one(PromiseKind.RESOLUTION, 1, at(105));
        assertThat(waiting.dueAt()).isNull();
        assertThat(waiting.countsAt()).isEqualTo(at(480));
        events.add(new LedgerEvent.Confirm(at(110)));
        var kept = one(PromiseKind.RESOLUTION, 1, at(120));
        assertThat(kept.state()).isEqualTo(PromiseState.KEPT);
        assertThat(kept.dueAt()).isEqualTo(at(480));
        assertThat(kept.countsAt()).isEqualTo(at(480));
    }

    @Test
    void aResolutionSolvedOutOfAHoldCountsAtTheTimeThatTheHoldLeftIt() {
        events.add(new LedgerEvent.Hold(at(100)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(150)).countsAt()).isNull();
        events.add(new LedgerEvent.Resolve(at(160)));
        events.add(new LedgerEvent.Confirm(at(170)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(180)).countsAt()).isEqualTo(at(540));
    }

    @Test
    void aResolutionKeptAfterANoCountsAtTheTimeThatWasPromisedLast() {
        events.add(new LedgerEvent.Resolve(at(100)));
        events.add(new LedgerEvent.Reject(at(200)));
        events.add(new LedgerEvent.Resolve(at(300)));
        events.add(new LedgerEvent.Confirm(at(310)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(320)).countsAt()).isEqualTo(at(580));
    }
}
