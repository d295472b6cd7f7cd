package io.pledge.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import io.pledge.sql.Sql;

/**
 * Days on which somebody is away.
 *
 * @param from the first day, in the person's own zone
 * @param until the last day
 * @param deputy who stands in; null for the person's own deputy or the head of the unit
 * @param enteredBy who wrote it down
 * @param endedAt when it was ended before its last day; null where it was not
 */
public record Absence(long id, PersonId person, LocalDate from, LocalDate until, @Nullable PersonId deputy,
        @Nullable PersonId enteredBy, @Nullable Instant endedAt) {

    static Absence read(ResultSet row, int index) throws SQLException {
        var deputy = Sql.optionalLong(row, "deputy_id");
        var by = Sql.optionalLong(row, "entered_by");
        return new Absence(row.getLong("id"), new PersonId(row.getLong("person_id")),
                row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class),
                deputy == null ? null : new PersonId(deputy), by == null ? null : new PersonId(by),
                Sql.optionalInstant(row, "ended_at"));
    }

    /** Whether the person is away at that moment. */
    boolean covers(Instant at, ZoneId zone) {
        var day = LocalDate.ofInstant(at, zone);
        return !day.isBefore(from) && !day.isAfter(until) && (endedAt == null || at.isBefore(endedAt));
    }

    /** Whether the two have a day in common; one that was ended has none. */
    boolean overlaps(LocalDate otherFrom, LocalDate otherUntil) {
        return endedAt == null && !from.isAfter(otherUntil) && !until.isBefore(otherFrom);
    }
}
