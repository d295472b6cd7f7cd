package io.pledge.sla;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How far the time for a solution is used, as the ledger reads it: eight hours, with notices at a quarter and at a half. */
class AheadLedgerTests extends LedgerScene {
    @BeforeEach
    void underAChainThatTellsPeople() {
        events.clear();
        events.add(new LedgerEvent.Submitted(at(0), telling(terms(60, 120, 480))));
    }

    @Test
    void noticesAreDueAtTheirSharesOfTheTimeForTheSolution() {
        assertThat(ahead(at(0))).isEqualTo(new Ahead(0, at(120)));
        assertThat(ahead(at(120))).isEqualTo(new Ahead(1, at(240)));
        assertThat(ahead(at(240))).isEqualTo(new Ahead(2, null));
    }

    @Test
    void noOtherPromiseHasNotices() {
        assertThat(one(PromiseKind.PROGRESS, 1, at(100)).ahead()).isEqualTo(Ahead.NONE);
        assertThat(one(PromiseKind.ACKNOWLEDGEMENT, 1, at(59)).ahead()).isEqualTo(Ahead.NONE);
    }

    @Test
    void holdsAreLeftOut() {
        events.add(new LedgerEvent.Hold(at(60)));
        assertThat(ahead(at(1000))).isEqualTo(new Ahead(0, null));
        events.add(new LedgerEvent.Resume(at(1000)));
        assertThat(ahead(at(1000))).isEqualTo(new Ahead(0, at(1060)));
    }

    @Test
    void otherTermsAreSharedAnewWithTheTimeUsed() {
        change(100, telling(terms(60, 120, 200)));
        assertThat(ahead(at(100))).isEqualTo(new Ahead(2, null));
        change(110, telling(terms(60, 120, 4000)));
        assertThat(ahead(at(110))).isEqualTo(new Ahead(0, at(1000)));
    }

    private Ahead ahead(Instant asOf) {
        return one(PromiseKind.RESOLUTION, 1, asOf).ahead();
    }

    private static Terms telling(Terms terms) {
        var chain = new Chain("test", true, Chain.Lifts.NONE, List.of(new Chain.Notice(0.25, Set.of(Chain.Up.REGIONAL)),
                new Chain.Notice(0.5, Set.of(Chain.Up.HEADQUARTERS))), Chain.still().steps());
        return new Terms(terms.line(), 0, terms.targets(), terms.warningShare(), terms.acknowledgedBy(),
                terms.pauses(), chain, terms.budgets());
    }
}
