package io.pledge.ticket;

/**
 * The questions a queue answers. Each is one condition on open tickets, but for the last. That a time is after the beginning of all time
 * goes without saying; said, it lets the database expect few that are broken, and read them in the order of their times.
 */
public enum QueueView {
    OPEN("t.ended_at is null"), MINE("t.ended_at is null and t.assignee_id = :me"), FOLLOWED(
            "t.ended_at is null and t.id in (select f.ticket_id from follower f where f.person_id = :me)"), NOT_TAKEN(
                    "t.ended_at is null and t.awaiting_since is not null"), BROKEN(
                            "t.ended_at is null and coalesce(t.next_due, 'infinity') >= '-infinity'"
                                    + " and coalesce(t.next_due, 'infinity') < :now"), DUE_SOON(
                                            "t.ended_at is null and coalesce(t.next_due, 'infinity') between :now and :soon"), ON_HOLD(
                                                    "t.ended_at is null and t.state = 'ON_HOLD'"), WAITING_FOR_YES(
                                                            "t.ended_at is null and t.state = 'RESOLVED'"), ENDED(
                                                                    "t.ended_at is not null");

    private final String condition;

    QueueView(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
