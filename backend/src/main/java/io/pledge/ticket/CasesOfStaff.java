package io.pledge.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.OpenCases;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;

/** What units and people still have in hand when one of them is to be retired. */
@Component
class CasesOfStaff implements OpenCases {
    private final JdbcClient jdbc;
    private final Docket docket;
    private final Casework casework;

    CasesOfStaff(JdbcClient jdbc, Docket docket, Casework casework) {
        this.jdbc = jdbc;
        this.docket = docket;
        this.casework = casework;
    }

    @Override
    public Map<UnitId, Long> with(Collection<UnitId> units) {
        return jdbc.sql("""
                        select unit_id, count(*) from ticket
                        where ended_at is null and unit_id = any(cast(:units as bigint[])) group by unit_id
                        """).param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .query((row, n) -> Map.entry(new UnitId(row.getLong(1)), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    @Transactional
    public long giveBack(PersonId person, @Nullable PersonId by) {
        List<TicketId> held = jdbc.sql("select id from ticket where ended_at is null and assignee_id = ?")
                .param(person.value()).query((row, n) -> new TicketId(row.getLong(1))).list();
        var now = docket.now();
        var at = new Moment(now, now);
        Actor actor = by == null ? new Actor.System() : new Actor.Staff(by);
        docket.load(held).forEach(ticket -> casework.putBack(ticket, person, actor, at));
        return held.size();
    }
}
