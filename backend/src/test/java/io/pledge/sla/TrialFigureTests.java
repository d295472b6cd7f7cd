package io.pledge.sla;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;

/** A trial counts as the report does. */
class TrialFigureTests {
    private static final Instant DUE = Instant.parse("2026-11-19T06:00:00Z");
    private static final Promise YES = promise(PromiseState.KEPT, false, false);
    private static final Promise SILENT = promise(PromiseState.KEPT, true, false);
    private static final Promise LATE_AND_SILENT = promise(PromiseState.BROKEN, true, false);

    @Test
    void silenceNeverRaisesTheKeptRate() {
        assertThat(figures(SILENT, SILENT)).containsExactly(TrialFigure.UNCONFIRMED_BEFORE,
                TrialFigure.UNCONFIRMED_AFTER);
        assertThat(figures(YES, YES)).containsExactly(TrialFigure.KEPT_BEFORE, TrialFigure.KEPT_AFTER);
    }

    @Test
    void aBrokenPromiseStaysBrokenWhenNobodyAnswered() {
        assertThat(figures(LATE_AND_SILENT, LATE_AND_SILENT)).containsExactly(TrialFigure.BROKEN_BEFORE,
                TrialFigure.BROKEN_AFTER);
    }

    @Test
    void whatWasInTimeInSilenceWouldBreakTooAndTheOtherWayRound() {
        assertThat(figures(SILENT, LATE_AND_SILENT)).contains(TrialFigure.WOULD_BREAK);
        assertThat(figures(LATE_AND_SILENT, SILENT)).contains(TrialFigure.WOULD_BE_KEPT);
    }

    @Test
    void whatAReopeningVoidedCountsNowhere() {
        var voided = promise(PromiseState.KEPT, false, true);
        assertThat(figures(voided, voided)).isEmpty();
        assertThat(figures(null, promise(PromiseState.KEPT, true, true))).isEmpty();
    }

    private static List<TrialFigure> figures(@Nullable Promise before, Promise after) {
        var tried = new TriedPromise(new TicketId(1), PromiseKind.RESOLUTION, 1, before, after);
        return Arrays.stream(TrialFigure.values()).filter(figure -> figure.counts(tried)).toList();
    }

    private static Promise promise(PromiseState state, boolean unconfirmed, boolean voided) {
        return new Promise(new TicketId(1), PromiseKind.RESOLUTION, 1, state, false, unconfirmed, voided, DUE, DUE,
                DUE, null, DUE, null, null, null, 0, null, null, WorkingTime.ZERO, null,
                new Promise.Holder(new UnitId(1), "/hq/", Tier.LOCAL, null), "default");
    }
}
