package io.pledge.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;
import io.pledge.ticket.Moment;
import io.pledge.ticket.NextDue;
import io.pledge.ticket.TicketId;

/** The append-only tables of the ledger, and the lock that lets one writer at a ticket's promises. */
@Component
class LedgerRecords {
    /** What the watch asks all the time: its cost follows what is due, not what is open. */
    static final String DUE = """
            select * from ticket where id in (
                (select ticket_id from promise where attention_at < :now order by attention_at limit :limit)
                union
                (select ticket_id from tier_budget where attention_at < :now order by attention_at limit :limit))
            limit :limit for update skip locked
            """;
    private static final String INSERT = """
            insert into ledger_event (ticket_id, position, type, detail, occurred_at, recorded_at, unit_id, unit_path, tier,
                                      person_id)
            select ?, coalesce(max(position), 0) + 1, ?, ?::jsonb, ?, ?, ?, ?, ?, ?
            from ledger_event where ticket_id = ?
            """;
    private static final String HOLDER = "Holder";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final LedgerEventCodec codec;
    private final PromiseRows rows;
    private final BudgetRows budgets;

    LedgerRecords(JdbcClient jdbc, JdbcTemplate template, LedgerEventCodec codec, PromiseRows rows,
            BudgetRows budgets) {
        this.jdbc = jdbc;
        this.template = template;
        this.codec = codec;
        this.rows = rows;
        this.budgets = budgets;
    }

    void append(TicketId ticket, LedgerEvent event, Instant recordedAt) {
        insert(List.of(new Line(ticket, codec.type(event), codec.detail(event), new Moment(event.at(), recordedAt),
                null)));
    }

    void append(Map<TicketId, Promise.Holder> holders, Moment at) {
        insert(holders.entrySet().stream().map(held -> new Line(held.getKey(), HOLDER, "{}", at, held.getValue()))
                .toList());
    }

    /** Waits until nobody else writes to these tickets, and gives what is known of them. */
    List<TicketLedger.Facts> lock(Collection<TicketId> tickets) {
        return jdbc.sql("select * from ticket where id = any(:ids) order by id for update").param("ids", ids(tickets))
                .query((row, _) -> facts(row)).list();
    }

    /** Whether the ledger stands at a resolution that the customer has not answered. */
    boolean resolved(TicketId ticket) {
        return jdbc.sql("""
                select type from ledger_event where ticket_id = :ticket
                  and type in ('Submitted', 'Resolve', 'Reject', 'Reopen', 'Confirm', 'CloseUnconfirmed')
                order by occurred_at desc, position desc limit 1
                """).param("ticket", ticket.value()).query(String.class).optional().filter("Resolve"::equals)
                .isPresent();
    }

    /** Tickets with a promise or a budget that the watch must look at, each locked for one watcher only. */
    List<TicketLedger.Facts> due(Instant now, int limit) {
        return jdbc.sql(DUE).param("now", Sql.at(now)).param("limit", limit).query((row, _) -> facts(row)).list();
    }

    /** The terms that each ticket has now. */
    Map<TicketId, Terms> terms(Collection<TicketId> tickets) {
        Map<TicketId, Terms> terms = new LinkedHashMap<>();
        jdbc.sql("""
                select distinct on (ticket_id) ticket_id, type, detail from ledger_event
                where ticket_id = any(:ids) and type in ('Submitted', 'ChangeTerms')
                order by ticket_id, occurred_at desc, position desc
                """).param("ids", ids(tickets)).query(row -> {
            terms.put(new TicketId(row.getLong("ticket_id")),
                    codec.terms(row.getString("type"), row.getString("detail")));
        });
        return terms;
    }

    /** The terms that a ticket has now. */
    Terms terms(TicketId ticket) {
        return terms(List.of(ticket)).get(ticket);
    }

    /** Everything that is stored of the promises of these tickets. */
    Collection<TicketLedger> load(Collection<TicketId> tickets) {
        return ledgers(jdbc.sql("select * from ticket where id = any(:ids)").param("ids", ids(tickets))
                .query((row, _) -> facts(row)).list(), TicketLedger.Known.ALL);
    }

    /** What is stored of the promises of these tickets, as far as it matters. */
    Collection<TicketLedger> ledgers(List<TicketLedger.Facts> facts, TicketLedger.Known known) {
        var tickets = facts.stream().map(TicketLedger.Facts::ticket).toList();
        Map<Long, TicketLedger> ledgers = new LinkedHashMap<>();
        facts.forEach(one -> ledgers.put(one.ticket().value(), new TicketLedger(one, new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>(), known,
                new ArrayList<>())));
        jdbc.sql("select * from ledger_event where ticket_id = any(:ids) order by ticket_id, occurred_at, position")
                .param("ids", ids(tickets)).query(row -> {
                    add(ledgers.get(row.getLong("ticket_id")), row);
                });
        var promises = known == TicketLedger.Known.ALL ? rows.of(tickets) : rows.running(tickets);
        promises.forEach(promise -> ledgers.get(promise.ticket().value()).promises().add(promise));
        var shared = ledgers.values().stream().filter(TicketLedger::everHadBudgets)
                .map(ledger -> ledger.facts().ticket()).toList();
        budgets.of(shared).forEach(budget -> ledgers.get(budget.ticket().value()).budgets().add(budget));
        return ledgers.values();
    }

    private static Long[] ids(Collection<TicketId> tickets) {
        return tickets.stream().map(TicketId::value).toArray(Long[]::new);
    }

    TicketLedger load(TicketId ticket) {
        return load(List.of(ticket)).iterator().next();
    }

    private void add(TicketLedger ledger, ResultSet row) throws SQLException {
        var at = Sql.instant(row, "occurred_at");
        if (row.getString("type").equals(HOLDER)) {
            ledger.holders().add(new TicketLedger.Held(at, holder(row)));
        } else {
            ledger.events().add(codec.event(row.getString("type"), row.getString("detail"), at));
        }
    }

    private void insert(List<Line> lines) {
        template.batchUpdate(INSERT, lines, 500, (statement, line) -> {
            var holder = line.holder;
            var person = holder == null ? null : holder.person();
            statement.setLong(1, line.ticket.value());
            statement.setString(2, line.type);
            statement.setString(3, line.detail);
            statement.setObject(4, Sql.at(line.at.occurredAt()));
            statement.setObject(5, Sql.at(line.at.recordedAt()));
            statement.setObject(6, holder == null ? null : holder.unit().value(), Types.BIGINT);
            statement.setString(7, holder == null ? null : holder.unitPath());
            statement.setString(8, holder == null ? null : holder.tier().name());
            statement.setObject(9, person == null ? null : person.value(), Types.BIGINT);
            statement.setLong(10, line.ticket.value());
        });
    }

    private static TicketLedger.Facts facts(ResultSet row) throws SQLException {
        return new TicketLedger.Facts(new TicketId(row.getLong("id")), row.getString("kind"), row.getString("severity"),
                row.getString("contract_level"), Sql.optionalLong(row, "customer_id"),
                Sql.optionalLong(row, "account_manager_id"),
                new NextDue.Due(new TicketId(row.getLong("id")), Sql.optionalInstant(row, "next_due"),
                        row.getString("next_kind")));
    }

    static Promise.Holder holder(ResultSet row) throws SQLException {
        var person = Sql.optionalLong(row, "person_id");
        return new Promise.Holder(new UnitId(row.getLong("unit_id")), row.getString("unit_path"),
                Tier.valueOf(row.getString("tier")), person == null ? null : new PersonId(person));
    }

    private record Line(TicketId ticket, String type, String detail, Moment at, Promise.@Nullable Holder holder) {}
}
