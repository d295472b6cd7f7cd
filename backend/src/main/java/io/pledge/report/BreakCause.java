package io.pledge.report;

/** How a case stood at the moment in which its promise broke; the first that fits counts. */
public enum BreakCause {
    /** An escalation waited and the unit above had not taken it. */
    ESCALATION_NOT_TAKEN(
            """
            exists (select from escalation e where e.ticket_id = p.ticket_id and e.raised_at <= p.due_at
                    and (e.taken_at is null or e.taken_at > p.due_at) and (e.climbed_at is null or e.climbed_at > p.due_at))"""),
    /** Nobody had taken the case at all. */
    NOT_TAKEN(
            """
            exists (select from ticket n where n.id = p.ticket_id and (n.taken_at is null or n.taken_at > p.due_at))"""),
    /** It was on hold: the customer was waited for and told nothing. */
    ON_HOLD("""
            exists (select from hold h where h.ticket_id = p.ticket_id and h.held_at <= p.due_at
                    and (h.ended_at is null or h.ended_at > p.due_at))"""),
    /** Somebody had it and did not write, arrive, ship or solve it in time. */
    IN_WORK("true");

    private final String condition;

    BreakCause(String condition) {
        this.condition = condition;
    }

    /** Gives the name of the cause of each row of an alias {@code p} of the promises. */
    static String column() {
        var sql = new StringBuilder("case");
        for (var cause : values()) {
            sql.append(" when ").append(cause.condition).append(" then '").append(cause).append('\'');
        }
        return sql.append(" end").toString();
    }
}
