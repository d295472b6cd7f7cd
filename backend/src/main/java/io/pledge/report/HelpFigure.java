package io.pledge.report;

/** What is counted of the help that units asked of each other. What runs late is no broken promise and stands in no other figure. */
public enum HelpFigure {
    /** All that was asked. */
    ASKED("true"),
    /** Answered by the time that was asked for. */
    IN_TIME("h.outcome = 'ANSWERED' and h.ended_at <= h.due_at"),
    /** Over, or still open, after that time. */
    LATE("coalesce(h.ended_at, :now) > h.due_at");

    private final String condition;

    HelpFigure(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
