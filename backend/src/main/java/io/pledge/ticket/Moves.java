package io.pledge.ticket;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;

/** Saves cases that only moved to another unit, all at once. */
@Component
class Moves {
    private static final String UPDATE = """
            update ticket set unit_id = ?, unit_path = ?, involved_paths = ?, tier = ?, assignee_id = ?, awaiting_since = ?,
                version = version + 1
            where id = ? and version = ?
            """;

    private final JdbcTemplate jdbc;

    Moves(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws OptimisticLockingFailureException where somebody else changed one of the cases meanwhile */
    void save(List<Ticket> moved) {
        var updated = jdbc.batchUpdate(UPDATE, moved, 500, Moves::fill);
        if (Arrays.stream(updated).flatMapToInt(Arrays::stream).anyMatch(rows -> rows != 1)) {
            throw new OptimisticLockingFailureException("a case was changed while it moved");
        }
        moved.forEach(Ticket::savedAsMoved);
    }

    private static void fill(PreparedStatement statement, Ticket ticket) throws SQLException {
        var assignee = ticket.assignee();
        statement.setLong(1, ticket.unit().value());
        statement.setString(2, ticket.unitPath());
        statement.setArray(3,
                statement.getConnection().createArrayOf("text", ticket.involvedPaths().toArray(String[]::new)));
        statement.setString(4, ticket.tier().name());
        statement.setObject(5, assignee == null ? null : assignee.value(), Types.BIGINT);
        statement.setObject(6, Sql.at(ticket.awaitingSince()));
        statement.setLong(7, ticket.id().value());
        statement.setInt(8, ticket.version());
    }
}
