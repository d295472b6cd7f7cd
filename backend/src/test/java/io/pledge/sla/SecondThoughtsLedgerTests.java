package io.pledge.sla;

import org.junit.jupiter.api.Test;

import io.pledge.calendar.WorkingTime;

import static org.assertj.core.api.Assertions.assertThat;

/** What a customer's no, or a case opened again, leaves of promises that were made. */
class SecondThoughtsLedgerTests extends LedgerScene {
    @Test
    void aTimeThatAPersonNamedStaysWhenTheCustomerSaysNo() {
        named(400);
        events.add(new LedgerEvent.Resolve(at(100)));
        events.add(new LedgerEvent.Reject(at(200)));
        assertThat(one(PromiseKind.RESOLUTION, 2, at(200))).extracting(Reading::dueAt, Reading::remaining)
                .containsExactly(at(400), WorkingTime.ofMinutes(200));
    }

    @Test
    void aNamedTimeThatPassedWhileWeWaitedForTheCustomerIsDueAtTheNo() {
        named(150);
        events.add(new LedgerEvent.Resolve(at(100)));
        events.add(new LedgerEvent.Reject(at(200)));
        assertThat(one(PromiseKind.RESOLUTION, 2, at(200)).dueAt()).isEqualTo(at(200));
        var broken = one(PromiseKind.RESOLUTION, 2, at(201));
        assertThat(broken.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(broken.breachedAt()).isEqualTo(at(200));
    }

    @Test
    void reopeningVoidsAClosingThatKeptAPromise() {
        events.add(new LedgerEvent.Resolve(at(100)));
        events.add(new LedgerEvent.Confirm(at(110)));
        events.add(new LedgerEvent.Reopen(at(500)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(500)).voided()).isTrue();
        assertThat(one(PromiseKind.RESOLUTION, 2, at(500)).dueAt()).isEqualTo(at(880));
    }

    @Test
    void whatWasBrokenStaysBrokenWhenTheCaseIsOpenedAgain() {
        events.add(new LedgerEvent.Resolve(at(600)));
        events.add(new LedgerEvent.Confirm(at(610)));
        events.add(new LedgerEvent.Reopen(at(700)));
        var broken = one(PromiseKind.RESOLUTION, 1, at(700));
        assertThat(broken).extracting(Reading::state, Reading::voided).containsExactly(PromiseState.BROKEN, false);
        assertThat(one(PromiseKind.RESOLUTION, 2, at(700)).dueAt()).isEqualTo(at(1180));
    }

    private void named(int minute) {
        events.add(new LedgerEvent.Promised(at(10), PromiseKind.RESOLUTION, at(minute)));
    }
}
