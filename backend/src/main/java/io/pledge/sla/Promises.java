package io.pledge.sla;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** The promises as they stand, for pages and for those who tell people of them. */
@Component
public class Promises {
    private final PromiseRows rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    Promises(PromiseRows rows, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All promises of a ticket in the order in which they were made. */
    public List<Promise> of(TicketId ticket) {
        return rows.of(List.of(ticket));
    }

    /** The promises of many tickets in one question to the database; a ticket without promises is not in the map. */
    public Map<TicketId, List<Promise>> of(Collection<TicketId> tickets) {
        return rows.of(tickets).stream().collect(Collectors.groupingBy(Promise::ticket));
    }

    /**
     * Notes that those concerned were told of breaches: when the first letter was taken, or, of what broke later in a silence of which
     * they knew, when it was noticed. The first time stays, and is entered into the ledger.
     */
    public void told(Collection<SilenceTold> silences) {
        jdbc.sql("""
                with told as (
                    update promise p set notified_at = greatest(p.detected_at, s.at)
                    from unnest(cast(:tickets as bigint[]), cast(:kinds as text[]), cast(:sequences as integer[]),
                                cast(:moments as timestamptz[])) as s (ticket, kind, sequence, at)
                    where p.ticket_id = s.ticket and p.kind = s.kind and p.sequence >= s.sequence and p.state = 'BROKEN'
                      and p.notified_at is null
                    returning p.ticket_id, p.kind, p.sequence, p.due_at, p.notified_at)
                insert into ledger_entry (ticket_id, kind, sequence, what, due_at, occurred_at, recorded_at)
                select ticket_id, kind, sequence, 'TOLD', due_at, notified_at, :now from told
                """).param("tickets", silences.stream().map(one -> one.ticket().value()).toArray(Long[]::new))
                .param("kinds", silences.stream().map(one -> one.kind().name()).toArray(String[]::new))
                .param("sequences", silences.stream().map(SilenceTold::from).toArray(Integer[]::new))
                .param("moments", silences.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .param("now", Sql.at(clock.instant())).update();
    }
}
