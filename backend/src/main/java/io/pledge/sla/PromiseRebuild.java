package io.pledge.sla;

import java.time.Clock;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import io.pledge.sql.Sql;
import io.pledge.ticket.NextDue;
import io.pledge.ticket.TicketId;

/**
 * Reads the ledgers of all tickets anew and writes what their promises are, and how the time of resolved ones fell to the tiers: these
 * tables are projections and nothing else. It
 * tells nobody and enters nothing into the ledger; when a breach was noticed is taken from there. Runs at a start with
 * {@code pledge.sla.rebuild}, batch by batch, while everything else goes on.
 */
@Component
@ConditionalOnProperty("pledge.sla.rebuild")
class PromiseRebuild implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(PromiseRebuild.class);
    private static final int BATCH = 500;

    private final LedgerRecords records;
    private final PromiseRows rows;
    private final NextDue nextDue;
    private final ResolutionShares shares;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    PromiseRebuild(LedgerRecords records, PromiseRows rows, NextDue nextDue, ResolutionShares shares,
            JdbcClient jdbc,
            TransactionOperations transaction, Clock clock) {
        this.records = records;
        this.rows = rows;
        this.nextDue = nextDue;
        this.shares = shares;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        log.info("{} promises were other than their ledgers say, and are as these say now", rebuild());
    }

    /** @return how many promises were changed, made or taken away */
    int rebuild() {
        int changed = 0;
        for (var ids = after(0); !ids.isEmpty(); ids = after(ids.getLast().value())) {
            var batch = ids;
            var done = transaction.execute(_ -> rebuild(batch));
            changed += done == null ? 0 : done;
        }
        return changed;
    }

    private int rebuild(List<TicketId> tickets) {
        var now = clock.instant();
        var ledgers = records.ledgers(records.lock(tickets), TicketLedger.Known.ALL);
        shares.project(ledgers, now);
        var projections = ledgers.stream()
                .map(ledger -> Projection.of(ledger, now)).toList();
        var written = projections.stream().flatMap(Projection::rows).toList();
        var unmade = projections.stream().flatMap(projection -> projection.unmade().stream()).toList();
        rows.write(written);
        rows.remove(unmade);
        nextDue.set(projections.stream().flatMap(projection -> projection.changedNextDue().stream()).toList());
        remember(tickets);
        return written.size() + unmade.size();
    }

    /** What only the projection would know: that a breach was noticed and told of, and that its warning is over. */
    private void remember(List<TicketId> tickets) {
        var ids = tickets.stream().map(TicketId::value).toArray(Long[]::new);
        jdbc.sql("""
                update promise p set detected_at = e.recorded_at, notified_at = coalesce(p.notified_at, t.occurred_at)
                from (select distinct on (ticket_id, kind, sequence) ticket_id, kind, sequence, recorded_at
                      from ledger_entry where ticket_id = any(:ids) and what in ('BROKEN', 'CORRECTED_TO_BROKEN')
                      order by ticket_id, kind, sequence, recorded_at desc) e
                left join ledger_entry t on t.what = 'TOLD' and t.ticket_id = e.ticket_id and t.kind = e.kind
                     and t.sequence = e.sequence
                where p.ticket_id = e.ticket_id and p.kind = e.kind and p.sequence = e.sequence and p.state = 'BROKEN'
                """).param("ids", ids).update();
        jdbc.sql("""
                update promise set warned_at = warn_at, attention_at = least(due_at, ahead_at)
                where ticket_id = any(:ids) and state = 'RUNNING' and warned_at is null and warn_at <= :now
                """).param("ids", ids).param("now", Sql.at(clock.instant())).update();
    }

    private List<TicketId> after(long id) {
        return jdbc.sql("select id from ticket where id > :id order by id limit :size").param("id", id)
                .param("size", BATCH).query((row, _) -> new TicketId(row.getLong("id"))).list();
    }
}
