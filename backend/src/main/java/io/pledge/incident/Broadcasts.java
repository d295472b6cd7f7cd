package io.pledge.incident;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.incident.IncidentEntry.What;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Scope;
import io.pledge.ticket.Refused;
import io.pledge.ticket.TicketId;

/**
 * One letter to all customers of an incident, each in their language. It is written down with one row for each case that it is for, and sent
 * by {@link BroadcastDelivery}; a case that comes to the incident later is not among them.
 */
@Component
public class Broadcasts {
    private final BroadcastRecords letters;
    private final IncidentRecords incidents;
    private final JdbcClient jdbc;

    Broadcasts(BroadcastRecords letters, IncidentRecords incidents, JdbcClient jdbc) {
        this.letters = letters;
        this.incidents = incidents;
        this.jdbc = jdbc;
    }

    /**
     * Writes to all of them, or says that it is solved, upon which each is asked separately. The same key again changes nothing.
     *
     * @return the id of what is on its way
     * @throws Refused where the incident is closed, an earlier letter is still on its way, nobody is there to be written to, or the next word
     *     is promised for a time that has passed
     * @throws WordsMissing where somebody reads a language in which there are no words
     */
    @Transactional
    public long write(IncidentId id, Letter letter, PersonId by, Instant at) {
        incidents.locked(id).filter(Incident::open).orElseThrow(() -> new Refused("incidentClosed"));
        var before = letters.withKey(letter.key());
        if (before.isPresent()) {
            return before.get();
        }
        if (letters.waits(id)) {
            throw new Refused("incidentSending");
        }
        if (letter.nextWordAt() != null && !letter.nextWordAt().isAfter(at)) {
            throw new Refused("nextWordPassed");
        }
        requireWords(id, letter);
        long broadcast = letters.add(id, letter, by, at);
        int many = letters.address(broadcast, id, letter.kind(), at);
        if (letter.kind() == Letter.Kind.RESOLUTION) {
            incidents.resolved(id, at);
        }
        incidents.tell(id, letter.kind() == Letter.Kind.MESSAGE ? What.WRITTEN : What.RESOLVED, by, null, many + "",
                at);
        return broadcast;
    }

    private void requireWords(IncidentId id, Letter letter) {
        var readers = letters.readers(id, letter.kind());
        if (readers.isEmpty()) {
            throw new Refused(letter.kind() == Letter.Kind.MESSAGE ? "incidentNobody" : "incidentNothingToResolve");
        }
        var missing = new EnumMap<Language, List<String>>(Language.class);
        readers.forEach((language, names) -> {
            if (!letter.has(language)) {
                missing.put(language, names);
            }
        });
        if (!missing.isEmpty()) {
            throw new WordsMissing(missing);
        }
    }

    /** Who would be written to, by language. */
    public Map<Language, List<String>> readers(IncidentId id, Letter.Kind kind) {
        return letters.readers(id, kind);
    }

    /** All letters of an incident, the latest first. */
    public List<Broadcast> of(IncidentId id) {
        return letters.of(id);
    }

    /** The cases that a letter did not reach, and why; of those that somebody sees. */
    public List<Missed> missed(IncidentId incident, Scope scope) {
        return jdbc.sql("""
                select c.broadcast_id, c.ticket_id, c.state, c.reason from broadcast_case c
                join broadcast b on b.id = c.broadcast_id join ticket t on t.id = c.ticket_id
                where b.incident_id = :incident and c.state in ('LEFT_OUT', 'FAILED') and %s order by c.ticket_id
                """.formatted(scope.condition("t"))).params(scope.parameters()).param("incident", incident.value())
                .query((row, _) -> new Missed(row.getLong("broadcast_id"), new TicketId(row.getLong("ticket_id")),
                        Broadcast.Way.valueOf(row.getString("state")), row.getString("reason")))
                .list();
    }

    /**
     * A case that a letter did not reach.
     *
     * @param reason as the last part of a key {@code incident.missed.<reason>}
     */
    public record Missed(long broadcast, TicketId ticket, Broadcast.Way way, String reason) {}
}
