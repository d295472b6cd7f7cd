package io.pledge.sla;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** Reads from the append-only tables which promises were corrected, and by what that was learned late. */
@Component
public class Corrections {
    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The corrections of one promise, oldest first. What was written down before each, last of all, is what was learned. */
    public List<Correction> of(TicketId ticket, PromiseKind kind, int sequence) {
        return jdbc.sql("""
                select e.what, e.recorded_at, learned.type, learned.occurred_at
                from ledger_entry e cross join lateral (
                    select v.type, v.occurred_at from ledger_event v
                    where v.ticket_id = e.ticket_id and v.recorded_at <= e.recorded_at
                    order by v.position desc limit 1) learned
                where e.ticket_id = :ticket and e.kind = :kind and e.sequence = :sequence
                  and e.what in ('CORRECTED_TO_KEPT', 'CORRECTED_TO_BROKEN')
                order by e.recorded_at
                """).param("ticket", ticket.value()).param("kind", kind.name()).param("sequence", sequence)
                .query((row, _) -> new Correction(row.getString("what").equals("CORRECTED_TO_KEPT"),
                        row.getString("type"), Sql.instant(row, "occurred_at"), Sql.instant(row, "recorded_at")))
                .list();
    }
}
