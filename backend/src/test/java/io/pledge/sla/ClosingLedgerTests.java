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
}
