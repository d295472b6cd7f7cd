package io.pledge.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;

/** How rows become values. */
final class Rows {
    private Rows() {}

    static Customer customer(ResultSet row, int number) throws SQLException {
        Long manager = row.getObject("account_manager_id", Long.class);
        String level = row.getString("level");
        return new Customer(new CustomerId(row.getLong("id")), row.getString("key"), row.getString("name"),
                language(row),
                zone(row), manager == null ? null : new PersonId(manager),
                level == null ? null : ContractLevel.valueOf(level),
                row.getString("calendar"), row.getObject("retired_at") != null);
    }

    static Site site(ResultSet row, int number) throws SQLException {
        return new Site(new SiteId(row.getLong("id")), new CustomerId(row.getLong("customer_id")),
                row.getString("name"), zone(row),
                new UnitId(row.getLong("unit_id")));
    }

    static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(new ContactId(row.getLong("id")), new CustomerId(row.getLong("customer_id")),
                row.getString("name"),
                row.getString("email"), row.getString("phone"), language(row), row.getString("role"), level(row));
    }

    static Equipment equipment(ResultSet row, int number) throws SQLException {
        @Nullable
        LocalDate warranty = row.getObject("warranty_until", LocalDate.class);
        return new Equipment(row.getString("serial"), row.getString("product"),
                new CustomerId(row.getLong("customer_id")),
                new SiteId(row.getLong("site_id")), warranty);
    }

    private static ContactLevel level(ResultSet row) throws SQLException {
        String level = row.getString("level");
        return level == null ? ContactLevel.OTHER : ContactLevel.valueOf(level);
    }

    private static Locale language(ResultSet row) throws SQLException {
        return Locale.forLanguageTag(row.getString("language"));
    }

    private static ZoneId zone(ResultSet row) throws SQLException {
        return ZoneId.of(row.getString("zone"));
    }
}
