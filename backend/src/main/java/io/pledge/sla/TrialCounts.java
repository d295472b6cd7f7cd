package io.pledge.sla;

import java.util.Map;

/** The figures of a trial over some promises. */
public record TrialCounts(Map<TrialFigure, Long> figures) {

    public TrialCounts {
        figures = Map.copyOf(figures);
    }

    public long of(TrialFigure figure) {
        return figures.getOrDefault(figure, 0L);
    }

    /** All whose time has come. */
    public long dueBefore() {
        return of(TrialFigure.KEPT_BEFORE) + of(TrialFigure.BROKEN_BEFORE);
    }

    /** All whose time would have come under the draft. */
    public long dueAfter() {
        return of(TrialFigure.KEPT_AFTER) + of(TrialFigure.BROKEN_AFTER);
    }

    /** Share of those kept, from 0 to 1; 1 where nothing fell due. */
    public double shareBefore() {
        return share(of(TrialFigure.KEPT_BEFORE), dueBefore());
    }

    /** The same under the draft. */
    public double shareAfter() {
        return share(of(TrialFigure.KEPT_AFTER), dueAfter());
    }

    private static double share(long kept, long due) {
        return due == 0 ? 1 : (double) kept / due;
    }
}
