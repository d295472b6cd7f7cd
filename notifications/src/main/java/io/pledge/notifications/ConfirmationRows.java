package io.pledge.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.notifications.Confirmation.Ask;

import static io.pledge.notifications.Columns.at;

/** Reads and writes the tables of confirmations. */
class ConfirmationRows {
    private static final int BATCH = 500;
    private static final String CONFIRMATIONS = """
                                                select c.id, c.key, c.reference, c.subject, c.confirmed_by, c.confirmed_at,
                                                    a.asked_of, a.asked_at, a.chase_at, a.chased_at
                                                from confirmation c join confirmation_ask a on a.confirmation_id = c.id and a.asked_at is not null
                                                """;

    private final JdbcClient jdbc;

    ConfirmationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a request with its whole chain, of which only the first is asked; null when its key was used before, or another is open that
     * may be open only once.
     */
    @Nullable
    Long add(ConfirmationRequest request) {
        var id = jdbc.sql("""
                          insert into confirmation (key, reference, subject, once_open)
                          values (:key, :reference, :subject, :onceOpen)
                          on conflict do nothing
                          returning id
                          """).param("key", request.key()).param("reference", request.reference())
                .param("subject", Columns.text(request.subject())).param("onceOpen", request.onceOpen())
                .query(Long.class)
                .optional();
        id.ifPresent(added -> addChain(added, request));
        return id.orElse(null);
    }

    private void addChain(long id, ConfirmationRequest request) {
        jdbc.sql("""
                 insert into confirmation_ask (confirmation_id, step, asked_of, asked_at, chase_at)
                 select :id, step, person, case when step = 1 then :askedAt::timestamptz end,
                     case when step = 1 then :chaseAt::timestamptz end
                 from unnest(:chain) with ordinality as chain (person, step)
                 """).param("id", id).param("askedAt", at(request.askedAt())).param("chaseAt", at(request.chaseAt()))
                .param("chain", request.chain().toArray(String[]::new)).update();
    }

    boolean confirm(long id, String by, Instant at) {
        return jdbc.sql("""
                        update confirmation set confirmed_by = :by, confirmed_at = :at
                        where id = :id and confirmed_at is null
                        """).param("by", by).param("at", at(at)).param("id", id).update() == 1;
    }

    Optional<Confirmation> byId(long id) {
        return jdbc.sql(CONFIRMATIONS + "where c.id = :id order by a.step").param("id", id).query(confirmations())
                .stream().findFirst();
    }

    List<Confirmation> openFor(String person) {
        return jdbc
                .sql(CONFIRMATIONS + """
                                     join confirmation_ask own on own.confirmation_id = c.id and own.asked_of = :person
                                         and own.asked_at is not null
                                     where c.confirmed_at is null
                                     order by own.chase_at, c.id, a.step
                                     """).param("person", person).query(confirmations());
    }

    List<Confirmation> about(String reference) {
        return jdbc.sql(CONFIRMATIONS + "where c.reference = :reference order by c.id, a.step")
                .param("reference", reference).query(confirmations());
    }

    /** The ids of what is overdue, longest overdue first; at most a batch of them. */
    List<Long> overdue(Instant now) {
        return jdbc.sql("""
                        select c.id
                        from confirmation_ask a join confirmation c on c.id = a.confirmation_id
                        where a.chased_at is null and a.chase_at <= :now and c.confirmed_at is null
                        order by a.chase_at, c.id
                        limit :batch
                        """).param("now", at(now)).param("batch", BATCH).query(Long.class).list();
    }

    /** Locks one that is overdue; empty if it no longer is, or if another sweep holds it. */
    Optional<Overdue> lockOverdue(long id, Instant now) {
        return jdbc.sql("""
                        select c.id, c.key, c.reference, c.subject, a.step, a.asked_of, a.asked_at, a.chase_at
                        from confirmation c join confirmation_ask a on a.confirmation_id = c.id
                        where c.id = :id and c.confirmed_at is null and a.chased_at is null and a.chase_at <= :now
                        for update skip locked
                        """).param("id", id).param("now", at(now))
                .query((row, _) -> new Overdue(row.getLong("id"), row.getString("key"), row.getString("reference"),
                        row.getString("subject"), row.getInt("step"), row.getString("asked_of"),
                        Columns.instant(row, "asked_at"), Columns.instant(row, "chase_at")))
                .optional();
    }

    void chased(Overdue silent, Instant now) {
        jdbc.sql("update confirmation_ask set chased_at = :now where confirmation_id = :id and step = :step")
                .param("now", at(now)).param("id", silent.id()).param("step", silent.step()).update();
    }

    /** Asks the next of the chain and says who that is; null at its end. */
    @Nullable
    String askNext(Overdue silent, Instant now) {
        return jdbc.sql("""
                        update confirmation_ask set asked_at = :now, chase_at = :chaseAt
                        where confirmation_id = :id and step = :next
                        returning asked_of
                        """).param("now", at(now)).param("chaseAt", at(now.plus(silent.patience())))
                .param("id", silent.id())
                .param("next", silent.step() + 1).query(String.class).optional().orElse(null);
    }

    private static ResultSetExtractor<List<Confirmation>> confirmations() {
        return rows -> {
            var found = new LinkedHashMap<Long, Confirmation>();
            while (rows.next()) {
                var row = confirmation(rows);
                found.computeIfAbsent(row.id(), _ -> row).asked().add(ask(rows));
            }
            return List.copyOf(found.values());
        };
    }

    private static Confirmation confirmation(ResultSet row) throws SQLException {
        return new Confirmation(row.getLong("id"), row.getString("key"), row.getString("reference"),
                row.getString("subject"), new ArrayList<>(), row.getString("confirmed_by"),
                Columns.optionalInstant(row, "confirmed_at"));
    }

    private static Ask ask(ResultSet row) throws SQLException {
        return new Ask(row.getString("asked_of"), Columns.instant(row, "asked_at"), Columns.instant(row, "chase_at"),
                Columns.optionalInstant(row, "chased_at"));
    }

    /** Somebody who has stayed silent. */
    record Overdue(long id, String key, String reference, String subject, int step, String person, Instant askedAt,
            Instant chaseAt) {
        Duration patience() {
            return Duration.between(askedAt, chaseAt);
        }
    }
}
