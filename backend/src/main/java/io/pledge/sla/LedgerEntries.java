package io.pledge.sla;

import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;

/** Enters what became of each promise, once and for good, into the append-only table. */
@Component
class LedgerEntries {
    private static final String INSERT = """
            insert into ledger_entry (ticket_id, kind, sequence, what, due_at, occurred_at, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;

    LedgerEntries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<Projection> projections, Instant recordedAt) {
        var entries = new ArrayList<Entry>();
        projections.forEach(projection -> enter(projection, entries));
        jdbc.batchUpdate(INSERT, entries, 500, (statement, entry) -> {
            statement.setLong(1, entry.promise.ticket().value());
            statement.setString(2, entry.promise.kind().name());
            statement.setInt(3, entry.promise.sequence());
            statement.setString(4, entry.what.name());
            statement.setObject(5, Sql.at(entry.promise.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(6, Sql.at(entry.occurredAt));
            statement.setObject(7, Sql.at(recordedAt));
        });
    }

    private static void enter(Projection projection, List<Entry> entries) {
        projection.changes().forEach(change -> enter(change, projection.asOf(), entries));
        projection.unmade().forEach(promise -> entries.add(new Entry(promise, What.UNMADE, projection.asOf())));
    }

    private static void enter(Projection.Change change, Instant now, List<Entry> entries) {
        var before = change.before();
        var after = change.after();
        if (before == null) {
            entries.add(new Entry(after, What.MADE, after.madeAt()));
        }
        if (before == null || before.state() != after.state()) {
            enterState(before, after, now, entries);
        }
        if (before != null && before.state() == PromiseState.RUNNING && after.state() == PromiseState.RUNNING
                && !Objects.equals(before.dueAt(), after.dueAt())) {
            entries.add(new Entry(after, What.CHANGED, now));
        }
        if (after.answeredLate() && (before == null || !before.answeredLate())) {
            entries.add(new Entry(after, What.ANSWERED_LATE, Objects.requireNonNull(after.outcomeAt())));
        }
        if (after.voided() && (before == null || !before.voided())) {
            entries.add(new Entry(after, What.VOIDED, now));
        }
    }

    private static void enterState(@Nullable Promise before, Promise after, Instant now, List<Entry> entries) {
        boolean corrected = before != null && before.state().settled();
        switch (after.state()) {
            case KEPT -> entries.add(new Entry(after, corrected ? What.CORRECTED_TO_KEPT : What.KEPT, outcome(after)));
            case BROKEN -> entries.add(new Entry(after, corrected ? What.CORRECTED_TO_BROKEN : What.BROKEN,
                    Objects.requireNonNull(after.breachedAt())));
            case SUPERSEDED -> entries.add(new Entry(after, What.SUPERSEDED, outcome(after)));
            case WITHDRAWN -> entries.add(new Entry(after, What.WITHDRAWN, outcome(after)));
            case PAUSED -> entries.add(new Entry(after, What.PAUSED, now));
            case RUNNING -> {
                if (before != null) {
                    entries.add(new Entry(after, What.RESUMED, now));
                }
            }
        }
    }

    private static Instant outcome(Promise promise) {
        return Objects.requireNonNull(promise.outcomeAt());
    }

    private enum What {
        MADE, CHANGED, KEPT, BROKEN, ANSWERED_LATE, SUPERSEDED, WITHDRAWN, VOIDED, PAUSED, RESUMED, CORRECTED_TO_KEPT, CORRECTED_TO_BROKEN, UNMADE
    }

    private record Entry(Promise promise, What what, Instant occurredAt) {}
}
