package io.pledge.sla;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.pledge.calendar.WorkingTime;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Two tickets that become one: what ran in the other is taken over where it is due earlier. */
class MergedLedgerTests extends LedgerScene {
    private static final TicketId OTHER = new TicketId(4711);

    @Test
    void mergingWithdrawsWhatRunsAndEndsTheHoldFirst() {
        events.add(new LedgerEvent.Hold(at(60)));
        events.add(new LedgerEvent.Merge(at(90)));
        var resolution = one(PromiseKind.RESOLUTION, 1, at(100));
        assertThat(resolution.state()).isEqualTo(PromiseState.WITHDRAWN);
        assertThat(resolution.used()).isEqualTo(WorkingTime.ofMinutes(60));
        assertThat(read(at(500))).extracting(Reading::state).doesNotContain(PromiseState.RUNNING, PromiseState.PAUSED);
    }

    @Test
    void whatWasBrokenBeforeTheMergingStaysBroken() {
        events.add(new LedgerEvent.Merge(at(90)));
        assertThat(one(PromiseKind.ACKNOWLEDGEMENT, 1, at(100)).state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void aHeldTicketGivesWhatRunsOnceTheHoldHasEnded() {
        events.add(new LedgerEvent.PersonMessage(at(30), null));
        events.add(new LedgerEvent.Hold(at(60)));
        assertThat(Ledger.running(events, at(100))).extracting(LedgerEvent.Running::kind, LedgerEvent.Running::dueAt)
                .containsExactlyInAnyOrder(tuple(PromiseKind.PROGRESS, at(150)),
                        tuple(PromiseKind.RESOLUTION, at(520)));
    }

    @Test
    void ofMergedTicketsTheEarliestRunningPromiseOfEachKindSurvives() {
        say(100);
        absorb(110, running(PromiseKind.PROGRESS, 180), running(PromiseKind.RESOLUTION, 600));

        assertThat(read(at(110))).filteredOn(promise -> promise.kind() == PromiseKind.PROGRESS)
                .extracting(Reading::state, Reading::dueAt).containsExactly(tuple(PromiseState.KEPT, at(120)),
                        tuple(PromiseState.WITHDRAWN, at(220)), tuple(PromiseState.RUNNING, at(180)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(110)).state()).isEqualTo(PromiseState.RUNNING);
        assertThat(read(at(110))).filteredOn(promise -> promise.kind() == PromiseKind.RESOLUTION).hasSize(1);
    }

    @Test
    void aKindThatNoLongerRunsHereIsOwedAgainByTheOther() {
        say(10);
        absorb(20, running(PromiseKind.ACKNOWLEDGEMENT, 70));
        assertThat(one(PromiseKind.ACKNOWLEDGEMENT, 2, at(30)).dueAt()).isEqualTo(at(70));
        say(40);
        assertThat(one(PromiseKind.ACKNOWLEDGEMENT, 2, at(40)).state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    void ofTwoPromisesForTheSameTimeTheOwnOneStays() {
        absorb(10, running(PromiseKind.RESOLUTION, 480));
        assertThat(read(at(20))).filteredOn(promise -> promise.kind() == PromiseKind.RESOLUTION).singleElement()
                .extracting(Reading::state).isEqualTo(PromiseState.RUNNING);
    }

    @Test
    void aPromiseTakenOverWaitsOnHoldAndGoesOnWithWhatItHadLeft() {
        absorb(100, running(PromiseKind.RESOLUTION, 300));
        events.add(new LedgerEvent.Hold(at(200)));
        assertThat(one(PromiseKind.RESOLUTION, 2, at(250)).remaining()).isEqualTo(WorkingTime.ofMinutes(100));
        events.add(new LedgerEvent.Resume(at(250)));
        assertThat(one(PromiseKind.RESOLUTION, 2, at(250)).dueAt()).isEqualTo(at(350));
    }

    @Test
    void aTimeThatAPersonNamedInTheOtherDoesNotMoveEither() {
        absorb(100, new LedgerEvent.Running(PromiseKind.RESOLUTION, at(300), null, WorkingTime.ZERO, true));
        events.add(new LedgerEvent.Hold(at(200)));
        events.add(new LedgerEvent.Resume(at(250)));
        assertThat(one(PromiseKind.RESOLUTION, 2, at(250))).extracting(Reading::explicit, Reading::dueAt)
                .containsExactly(true, at(300));
    }

    @Test
    void whoeverWasWarnedInTheOtherIsNotWarnedAgain() {
        absorb(100, new LedgerEvent.Running(PromiseKind.RESOLUTION, at(110), at(90), WorkingTime.ofMinutes(470), false),
                new LedgerEvent.Running(PromiseKind.PROGRESS, at(119), at(105), WorkingTime.ofMinutes(100), false));
        assertThat(one(PromiseKind.RESOLUTION, 2, at(101)).warnAt()).isNull();
        assertThat(one(PromiseKind.PROGRESS, 2, at(101)).warnAt()).isEqualTo(at(105));
    }

    @Test
    void theOtherEndsAHoldHere() {
        events.add(new LedgerEvent.Hold(at(60)));
        absorb(100);
        assertThat(one(PromiseKind.RESOLUTION, 1, at(100)).dueAt()).isEqualTo(at(520));
    }

    @Test
    void aResolvedOrEndedTicketTakesNothingOver() {
        events.add(new LedgerEvent.Resolve(at(50)));
        absorb(100, running(PromiseKind.PROGRESS, 180));
        assertThatThrownBy(() -> read(at(100))).isInstanceOf(ImpossibleEvent.class)
                .hasMessageContaining("take over another");
    }

    /** Of eight hours, of which the rest until the due time is left. */
    private static LedgerEvent.Running running(PromiseKind kind, int due) {
        return new LedgerEvent.Running(kind, at(due), null, WorkingTime.ofMinutes(480 - due + 100), false);
    }

    private void absorb(int minute, LedgerEvent.Running... running) {
        events.add(new LedgerEvent.Absorb(at(minute), OTHER, terms(60, 120, 480), List.of(running)));
    }
}
