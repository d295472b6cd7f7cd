package io.pledge.sla;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.calendar.WorkingTime;
import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** The projection of the ledger: one row a promise, rewritten whole when it changed. */
@Component
class PromiseRows {
    private static final String UPSERT = """
            insert into promise (ticket_id, kind, sequence, state, explicit, unconfirmed, voided, made_at, due_at, counts_at,
                warn_at,
                attention_at, outcome_at, breached_at, warned_at, detected_at, ahead_told, ahead_at, notified_at, used_seconds,
                remaining_seconds, unit_id, unit_path, tier, person_id, policy_line, customer_id, account_manager_id,
                ticket_kind, severity, contract_level)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (ticket_id, kind, sequence) do update set
                state = excluded.state, explicit = excluded.explicit, made_at = excluded.made_at, unconfirmed = excluded.unconfirmed, voided = excluded.voided,
                due_at = excluded.due_at, counts_at = excluded.counts_at, warn_at = excluded.warn_at, attention_at = excluded.attention_at,
                outcome_at = excluded.outcome_at, breached_at = excluded.breached_at, warned_at = excluded.warned_at,
                detected_at = excluded.detected_at, ahead_told = excluded.ahead_told, ahead_at = excluded.ahead_at,
                used_seconds = excluded.used_seconds,
                remaining_seconds = excluded.remaining_seconds, unit_id = excluded.unit_id,
                unit_path = excluded.unit_path, tier = excluded.tier, person_id = excluded.person_id,
                policy_line = excluded.policy_line, severity = excluded.severity,
                contract_level = excluded.contract_level
            """;

    /** Said for every value, so that the database need not plan anew for each pattern of nulls. */
    private static final int[] TYPES = {Types.BIGINT, Types.VARCHAR, Types.INTEGER, Types.VARCHAR, Types.BOOLEAN,
            Types.BOOLEAN, Types.BOOLEAN, Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE,
            Types.TIMESTAMP_WITH_TIMEZONE,
            Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE,
            Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE, Types.INTEGER,
            Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE, Types.BIGINT, Types.BIGINT, Types.BIGINT,
            Types.VARCHAR, Types.VARCHAR, Types.BIGINT, Types.VARCHAR, Types.BIGINT, Types.BIGINT, Types.VARCHAR,
            Types.VARCHAR, Types.VARCHAR};

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    PromiseRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    List<Promise> of(Collection<TicketId> tickets) {
        return jdbc.sql("select * from promise where ticket_id = any(:ids) order by made_at, due_at, kind, sequence")
                .param("ids", tickets.stream().map(TicketId::value).toArray(Long[]::new)).query(PromiseRows::promise)
                .list();
    }

    /** Those of them whose time runs, in the same order. */
    List<Promise> running(Collection<TicketId> tickets) {
        return jdbc.sql("""
                select * from promise where ticket_id = any(:ids) and attention_at is not null
                order by made_at, due_at, kind, sequence
                """).param("ids", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .query(PromiseRows::promise).list();
    }

    /** Those of the tickets of which a promise was kept, broken or else settled at that moment or later. */
    List<TicketId> settledSince(Collection<TicketId> tickets, Instant moment) {
        return jdbc.sql("""
                select distinct ticket_id from promise
                where ticket_id = any(:ids) and coalesce(breached_at, outcome_at) >= :moment
                """).param("ids", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .param("moment", Sql.at(moment)).query((row, _) -> new TicketId(row.getLong(1))).list();
    }

    /** What is not settled is credited to who has the ticket now; what is overdue already, to who had it then. */
    void followHolders(Collection<TicketId> tickets, Instant since) {
        jdbc.sql("""
                update promise p set unit_id = h.unit_id, unit_path = h.unit_path, tier = h.tier, person_id = h.person_id
                from (select distinct on (ticket_id) ticket_id, unit_id, unit_path, tier, person_id from ledger_event
                      where ticket_id = any(:ids) and type = 'Holder'
                      order by ticket_id, occurred_at desc, position desc) h
                where p.ticket_id = h.ticket_id
                  and (p.state = 'PAUSED' or p.state = 'RUNNING' and p.due_at >= :since)
                  and (p.unit_id, p.person_id, p.unit_path) is distinct from (h.unit_id, h.person_id, h.unit_path)
                """).param("ids", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .param("since", Sql.at(since)).update();
    }

    void write(List<Row> rows) {
        template.batchUpdate(UPSERT, rows, 500, PromiseRows::fill);
    }

    /** What reports ask of the ticket stands with each of its promises, with settled ones too. */
    void follow(TicketId ticket) {
        jdbc.sql("""
                update promise set customer_id = t.customer_id, account_manager_id = t.account_manager_id,
                    severity = t.severity, contract_level = t.contract_level
                from ticket t where t.id = promise.ticket_id and t.id = :ticket
                """).param("ticket", ticket.value()).update();
    }

    /** Takes away promises that turned out never to have been made; the ledger keeps that they were. */
    void remove(List<Promise> promises) {
        template.batchUpdate("delete from promise where ticket_id = ? and kind = ? and sequence = ?", promises, 500,
                (statement, promise) -> {
                    statement.setLong(1, promise.ticket().value());
                    statement.setString(2, promise.kind().name());
                    statement.setInt(3, promise.sequence());
                });
    }

    /** A promise as projected, with the facts of its ticket that reports ask for. */
    record Row(Promise promise, TicketLedger.Facts facts) {
        /** The next moment at which something happens to the promise by itself. */
        @Nullable
        Instant attentionAt() {
            if (promise.state() != PromiseState.RUNNING) {
                return null;
            }
            var warning = promise.warnedAt() == null ? promise.warnAt() : null;
            return Stream.of(promise.dueAt(), warning, promise.aheadAt()).filter(Objects::nonNull)
                    .min(Comparator.naturalOrder()).orElse(null);
        }
    }

    static Promise promise(ResultSet row, int index) throws SQLException {
        var remaining = Sql.optionalLong(row, "remaining_seconds");
        return new Promise(new TicketId(row.getLong("ticket_id")), PromiseKind.valueOf(row.getString("kind")),
                row.getInt("sequence"), PromiseState.valueOf(row.getString("state")), row.getBoolean("explicit"),
                row.getBoolean("unconfirmed"), row.getBoolean("voided"), Sql.instant(row, "made_at"),
                Sql.optionalInstant(row, "due_at"), Sql.optionalInstant(row, "counts_at"),
                Sql.optionalInstant(row, "warn_at"),
                Sql.optionalInstant(row, "outcome_at"), Sql.optionalInstant(row, "breached_at"),
                Sql.optionalInstant(row, "warned_at"), Sql.optionalInstant(row, "detected_at"),
                row.getInt("ahead_told"), Sql.optionalInstant(row, "ahead_at"), Sql.optionalInstant(row, "notified_at"),
                WorkingTime.ofSeconds(row.getLong("used_seconds")),
                remaining == null ? null : WorkingTime.ofSeconds(remaining), LedgerRecords.holder(row),
                row.getString("policy_line"));
    }

    private static void fill(PreparedStatement statement, Row row) throws SQLException {
        var p = row.promise;
        var remaining = p.remaining();
        var person = p.credit().person();
        Object[] values = {p.ticket().value(), p.kind().name(), p.sequence(), p.state().name(), p.explicit(),
                p.unconfirmed(), p.voided(), Sql.at(p.madeAt()), Sql.at(p.dueAt()), Sql.at(p.countsAt()),
                Sql.at(p.warnAt()),
                Sql.at(row.attentionAt()), Sql.at(p.outcomeAt()), Sql.at(p.breachedAt()), Sql.at(p.warnedAt()),
                Sql.at(p.detectedAt()), p.aheadTold(), Sql.at(p.aheadAt()), Sql.at(p.notifiedAt()), p.used().seconds(),
                remaining == null ? null : remaining.seconds(), p.credit().unit().value(), p.credit().unitPath(),
                p.credit().tier().name(), person == null ? null : person.value(), p.policyLine(),
                row.facts.customer(), row.facts.accountManager(), row.facts.kind(), row.facts.severity(),
                row.facts.level()};
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i], TYPES[i]);
        }
    }
}
