package io.pledge.ticket;

import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.ServiceUnit;

/**
 * Lets units see cases that they neither have nor had: one is asked for help, or answers for a wider fault that the cases are part of.
 * Where the cases lie, who has them and what is promised stays as it is.
 */
@Component
public class Involvement {
    private final JdbcClient jdbc;

    Involvement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on the unit sees these cases, whatever becomes of them. In the caller's transaction; for one that sees them already nothing changes. */
    public void involve(Collection<TicketId> tickets, ServiceUnit unit) {
        jdbc.sql("""
                update ticket set involved_paths = array_append(involved_paths, :path), version = version + 1
                where id = any(:ids) and not cast(:path as text) = any(involved_paths)
                """).param("path", unit.path())
                .param("ids", tickets.stream().map(TicketId::value).toArray(Long[]::new)).update();
    }
}
