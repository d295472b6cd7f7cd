package io.pledge.ticket;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;

/** Who follows which case. Somebody who may no longer see a case hears nothing of it, and does again once they may. */
@Component
public class Followers {
    private final JdbcClient jdbc;
    private final Cases cases;
    private final Sight sight;

    Followers(JdbcClient jdbc, Cases cases, Sight sight) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.sight = sight;
    }

    /** Follows a case that the caller has found for this person. Twice is once. */
    public void follow(TicketId ticket, PersonId person, Instant at) {
        jdbc.sql("""
                 insert into follower (ticket_id, person_id, since) values (:ticket, :person, :at)
                 on conflict do nothing
                 """).param("ticket", ticket.value()).param("person", person.value()).param("at", Sql.at(at)).update();
    }

    /** Follows it no longer. */
    public void leave(TicketId ticket, PersonId person) {
        jdbc.sql("delete from follower where ticket_id = :ticket and person_id = :person")
                .param("ticket", ticket.value()).param("person", person.value()).update();
    }

    /** Who followed a case follows the one in which it goes on. */
    @EventListener
    void on(TicketEvent.Merged merged) {
        jdbc.sql("""
                 insert into follower (ticket_id, person_id, since)
                 select :into, person_id, :at from follower where ticket_id = :ticket on conflict do nothing
                 """).param("into", merged.into().value()).param("ticket", merged.ticket().value())
                .param("at", Sql.at(merged.at().recordedAt())).update();
    }

    public boolean follows(TicketId ticket, PersonId person) {
        return jdbc.sql("""
                        select exists (select from follower where ticket_id = :ticket and person_id = :person)
                        """).param("ticket", ticket.value()).param("person", person.value()).query(Boolean.class)
                .single();
    }

    /** Those who follow some of these cases and may see them, by case; what nobody follows is left out. */
    public Map<TicketId, Set<PersonId>> of(Collection<TicketId> tickets) {
        var ids = tickets.stream().map(TicketId::value).distinct().toArray(Long[]::new);
        var found = new TreeMap<Long, Set<PersonId>>();
        jdbc.sql("select ticket_id, person_id from follower where ticket_id = any(:ids) order by person_id")
                .param("ids", ids)
                .query(row -> {
                    found.computeIfAbsent(row.getLong(1), _ -> new LinkedHashSet<>())
                            .add(new PersonId(row.getLong(2)));
                });
        var seen = new HashMap<TicketId, Set<PersonId>>();
        var loaded = found.isEmpty()
                ? Map.<TicketId, Ticket>of()
                : cases.require(found.keySet().stream().map(TicketId::new).toList());
        found.forEach((id, people) -> {
            var ticket = Objects.requireNonNull(loaded.get(new TicketId(id)));
            people.removeIf(person -> !sight.sees(person, ticket));
            seen.put(ticket.id(), people);
        });
        return seen;
    }
}
