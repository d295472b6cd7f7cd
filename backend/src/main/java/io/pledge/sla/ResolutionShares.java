package io.pledge.sla;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Tier;
import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** The projection of how the time of resolved cases fell to the tiers. */
@Component
class ResolutionShares {
    private static final int BATCH = 500;
    private static final String UPSERT = """
            insert into resolution_share as known (ticket_id, resolved_at, local_seconds, regional_seconds,
                headquarters_seconds)
            values (?, ?, ?, ?, ?)
            on conflict (ticket_id) do update set resolved_at = excluded.resolved_at,
                local_seconds = excluded.local_seconds, regional_seconds = excluded.regional_seconds,
                headquarters_seconds = excluded.headquarters_seconds
            where (known.resolved_at, known.local_seconds, known.regional_seconds, known.headquarters_seconds)
                is distinct from (excluded.resolved_at, excluded.local_seconds, excluded.regional_seconds,
                    excluded.headquarters_seconds)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ResolutionShares(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Stores what the ledgers say now, for tickets that are locked. A case that never was resolved costs nothing. */
    void project(Collection<TicketLedger> ledgers, Instant now) {
        var shares = new HashMap<TicketId, Optional<ResolutionShare>>();
        ledgers.stream().filter(ResolutionShares::wasResolved)
                .forEach(ledger -> shares.put(ledger.facts().ticket(), ResolutionShare.of(ledger, now)));
        write(shares.values().stream().flatMap(Optional::stream).toList());
        remove(shares.entrySet().stream().filter(share -> share.getValue().isEmpty())
                .map(share -> share.getKey().value())
                .toArray(Long[]::new));
    }

    private static boolean wasResolved(TicketLedger ledger) {
        return ledger.events().stream().anyMatch(event -> event instanceof LedgerEvent.Resolve
                || event instanceof LedgerEvent.Confirm || event instanceof LedgerEvent.CloseUnconfirmed);
    }

    private void write(List<ResolutionShare> shares) {
        if (!shares.isEmpty()) {
            template.batchUpdate(UPSERT, shares, BATCH, (statement, share) -> {
                statement.setLong(1, share.ticket().value());
                statement.setObject(2, Sql.at(share.resolvedAt()));
                statement.setLong(3, share.seconds(Tier.LOCAL));
                statement.setLong(4, share.seconds(Tier.REGIONAL));
                statement.setLong(5, share.seconds(Tier.HEADQUARTERS));
            });
        }
    }

    private void remove(Long[] tickets) {
        if (tickets.length > 0) {
            jdbc.sql("delete from resolution_share where ticket_id = any(:ids)").param("ids", tickets).update();
        }
    }
}
