package io.pledge.report;

import io.pledge.organisation.UnitId;

/** How a unit helped others. */
public record HelpCount(UnitId unit, long asked, long inTime, long late) {

    public long of(HelpFigure figure) {
        return switch (figure) {
            case ASKED -> asked;
            case IN_TIME -> inTime;
            case LATE -> late;
        };
    }
}
