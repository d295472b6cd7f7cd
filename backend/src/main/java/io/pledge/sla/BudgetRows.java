package io.pledge.sla;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** The projection of the tiers' budgets: one row a budget that somebody has begun to use. */
@Component
class BudgetRows {
    private static final String UPSERT = """
            insert into tier_budget (ticket_id, tier, round, allowance_seconds, used_seconds, running_since, running_until,
                calendar_version, attention_at, overrun_at, detected_at, unit_id, unit_path, person_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (ticket_id, tier, round) do update set
                allowance_seconds = excluded.allowance_seconds, used_seconds = excluded.used_seconds,
                running_since = excluded.running_since, running_until = excluded.running_until,
                calendar_version = excluded.calendar_version, attention_at = excluded.attention_at,
                overrun_at = excluded.overrun_at, detected_at = excluded.detected_at, unit_id = excluded.unit_id,
                unit_path = excluded.unit_path, person_id = excluded.person_id
            """;
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    BudgetRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    List<BudgetRow> of(Collection<TicketId> tickets) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from tier_budget where ticket_id = any(:ids) order by ticket_id, round, tier")
                .param("ids", tickets.stream().map(TicketId::value).toArray(Long[]::new)).query(BudgetRows::row).list();
    }

    void write(List<BudgetRow> rows) {
        if (!rows.isEmpty()) {
            template.batchUpdate(UPSERT, rows, BATCH, BudgetRows::fill);
        }
    }

    /** Takes away budgets that nobody has, or has begun, as far as we know now. */
    void remove(List<BudgetRow> rows) {
        if (!rows.isEmpty()) {
            template.batchUpdate("delete from tier_budget where ticket_id = ? and tier = ? and round = ?", rows, BATCH,
                    (statement, row) -> {
                        statement.setLong(1, row.ticket().value());
                        statement.setString(2, row.tier().name());
                        statement.setInt(3, row.round());
                    });
        }
    }

    private static BudgetRow row(ResultSet row, int index) throws SQLException {
        var tier = Tier.valueOf(row.getString("tier"));
        return new BudgetRow(new TicketId(row.getLong("ticket_id")), tier, row.getInt("round"),
                WorkingTime.ofSeconds(row.getLong("allowance_seconds")),
                WorkingTime.ofSeconds(row.getLong("used_seconds")), Sql.optionalInstant(row, "running_since"),
                Sql.optionalInstant(row, "running_until"), Sql.optionalLong(row, "calendar_version"),
                Sql.optionalInstant(row, "attention_at"), Sql.optionalInstant(row, "overrun_at"),
                Sql.optionalInstant(row, "detected_at"),
                Sql.optionalLong(row, "unit_id") == null ? null : overrunBy(row, tier));
    }

    private static Promise.Holder overrunBy(ResultSet row, Tier tier) throws SQLException {
        var person = Sql.optionalLong(row, "person_id");
        return new Promise.Holder(new UnitId(row.getLong("unit_id")), row.getString("unit_path"), tier,
                person == null ? null : new PersonId(person));
    }

    private static void fill(PreparedStatement statement, BudgetRow row) throws SQLException {
        var by = row.overrunBy();
        var person = by == null ? null : by.person();
        statement.setLong(1, row.ticket().value());
        statement.setString(2, row.tier().name());
        statement.setInt(3, row.round());
        statement.setLong(4, row.allowance().seconds());
        statement.setLong(5, row.used().seconds());
        statement.setObject(6, Sql.at(row.runningSince()), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(7, Sql.at(row.runningUntil()), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(8, row.calendarVersion(), Types.BIGINT);
        statement.setObject(9, Sql.at(row.attentionAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(10, Sql.at(row.overrunAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(11, Sql.at(row.detectedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(12, by == null ? null : by.unit().value(), Types.BIGINT);
        statement.setString(13, by == null ? null : by.unitPath());
        statement.setObject(14, person == null ? null : person.value(), Types.BIGINT);
    }
}
