package io.pledge.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.UnitId;
import io.pledge.sql.Sql;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;

/** Where the incidents of a log stand, as stored. */
@Component
class Standings {
    private static final String PUT = """
            insert into replay_incident (customer, incident, ticket_id, unit_id, state, team, severity, untaken, last_at,
                                         last_line, last_step)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (customer, incident) do update set
                unit_id = excluded.unit_id, state = excluded.state, team = excluded.team, severity = excluded.severity,
                untaken = excluded.untaken, last_at = excluded.last_at, last_line = excluded.last_line,
                last_step = excluded.last_step
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Standings(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    Map<String, Standing> of(String customer, Collection<String> incidents) {
        var found = new HashMap<String, Standing>();
        jdbc.sql("select * from replay_incident where customer = :customer and incident = any(:incidents)")
                .param("customer", customer).param("incidents", incidents.toArray(String[]::new))
                .query(Standings::standing).list().forEach(standing -> found.put(standing.incident(), standing));
        return found;
    }

    void put(String customer, List<Standing> standings) {
        template.batchUpdate(PUT, standings, 500, (statement, s) -> {
            statement.setString(1, customer);
            statement.setString(2, s.incident());
            statement.setLong(3, s.ticket().value());
            statement.setLong(4, s.unit().value());
            statement.setString(5, s.state().name());
            statement.setString(6, s.team());
            statement.setString(7, s.severity().name());
            statement.setBoolean(8, s.untaken());
            statement.setObject(9, Sql.at(s.last().at()));
            statement.setInt(10, s.last().line());
            statement.setInt(11, s.last().step());
        });
    }

    private static Standing standing(ResultSet row, int index) throws SQLException {
        return new Standing(row.getString("incident"), new TicketId(row.getLong("ticket_id")),
                new UnitId(row.getLong("unit_id")), LogState.valueOf(row.getString("state")), row.getString("team"),
                Severity.valueOf(row.getString("severity")), row.getBoolean("untaken"),
                new Place(Sql.instant(row, "last_at"), row.getInt("last_line"), row.getInt("last_step")));
    }
}
