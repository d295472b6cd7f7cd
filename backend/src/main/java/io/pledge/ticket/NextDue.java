package io.pledge.ticket;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The time by which every queue is sorted. Set by the module that keeps the promises. */
@Component
public class NextDue {
    private final JdbcClient jdbc;

    NextDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets the next due times of many cases at once, in the caller's transaction. */
    public void set(List<Due> dues) {
        if (dues.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update ticket set next_due = due.at, next_kind = due.kind
                from unnest(cast(:tickets as bigint[]), cast(:moments as timestamptz[]), cast(:kinds as text[]))
                    as due (ticket, at, kind)
                where ticket.id = due.ticket
                """).param("tickets", dues.stream().map(due -> due.ticket.value()).toArray(Long[]::new))
                .param("moments", dues.stream().map(due -> due.at == null ? null : due.at.toString())
                        .toArray(String[]::new))
                .param("kinds", dues.stream().map(Due::kind).toArray(String[]::new)).update();
    }

    /**
     * The oldest promise of a case that is still unanswered.
     *
     * @param at null where nothing is owed by a time
     */
    public record Due(TicketId ticket, @Nullable Instant at, @Nullable String kind) {}
}
