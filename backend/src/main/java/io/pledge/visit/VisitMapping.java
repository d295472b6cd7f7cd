package io.pledge.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** A row of the table as a visit. */
final class VisitMapping {
    private VisitMapping() {}

    static Visit visit(ResultSet row, int index) throws SQLException {
        var zone = ZoneId.of(row.getString("zone"));
        return new Visit(new VisitId(row.getLong("id")), new TicketId(row.getLong("ticket_id")),
                person(row, "engineer_id"), VisitState.valueOf(row.getString("state")), window(row, zone), zone,
                text(row, "place"), text(row, "purpose"), person(row, "planned_by"), Sql.instant(row, "planned_at"),
                Sql.optionalInstant(row, "confirmed_at"), person(row, "confirmed_by"),
                Sql.optionalLong(row, "asked_message"), Sql.optionalInstant(row, "travelling_at"),
                Sql.optionalInstant(row, "arrived_at"), spot(row), Sql.optionalInstant(row, "left_at"),
                text(row, "signed_by"), end(row));
    }

    private static @Nullable Window window(ResultSet row, ZoneId zone) throws SQLException {
        var from = Sql.optionalInstant(row, "from_at");
        var until = Sql.optionalInstant(row, "until_at");
        return from == null || until == null ? null : new Window(from, until, zone);
    }

    private static @Nullable Spot spot(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return latitude == null || longitude == null ? null : new Spot(latitude, longitude);
    }

    private static Visit.@Nullable End end(ResultSet row) throws SQLException {
        var at = Sql.optionalInstant(row, "ended_at");
        var next = Sql.optionalLong(row, "moved_to");
        return at == null
                ? null
                : new Visit.End(at, person(row, "ended_by"), text(row, "reason"),
                        next == null ? null : new VisitId(next));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = Sql.optionalLong(row, column);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
