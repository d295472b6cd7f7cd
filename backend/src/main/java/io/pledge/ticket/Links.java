package io.pledge.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;

/** Cases that have to do with each other, told on both. */
@Component
public class Links {
    private final JdbcClient jdbc;
    private final Docket docket;

    Links(JdbcClient jdbc, Docket docket) {
        this.jdbc = jdbc;
        this.docket = docket;
    }

    /**
     * Links a case with another one. Linking twice changes nothing.
     *
     * @param kind what the other is to this one; parts come of {@link Splitting} alone
     * @throws Refused where it is the same case
     */
    @Transactional
    public void link(TicketId id, TicketId other, LinkKind kind, Actor by, Instant occurredAt) {
        if (id.equals(other)) {
            throw new Refused("linkedWithItself");
        }
        var ticket = docket.load(id);
        var at = docket.moment(ticket, occurredAt);
        var pair = Pair.of(id, other, kind);
        if (add(pair, by, at.recordedAt())) {
            tell(ticket, other, What.LINKED, by, at);
            tell(docket.load(other), id, What.LINKED, by, at);
        }
    }

    /** Takes a link back; where there is none, nothing changes. A part stays a part of the case that it was split from. */
    @Transactional
    public void unlink(TicketId id, TicketId other, LinkKind kind, Actor by, Instant occurredAt) {
        var ticket = docket.load(id);
        var at = docket.moment(ticket, occurredAt);
        if (kind != LinkKind.SPLIT_FROM && remove(id, other, kind)) {
            tell(ticket, other, What.UNLINKED, by, at);
            tell(docket.load(other), id, What.UNLINKED, by, at);
        }
    }

    /** The links of a case, seen from it, oldest first. */
    public List<Link> of(TicketId ticket) {
        return jdbc.sql("""
                select ticket_id, other_id, kind from case_link where ticket_id = :ticket or other_id = :ticket
                order by linked_at, ticket_id, other_id
                """).param("ticket", ticket.value()).query((row, _) -> {
            var from = new TicketId(row.getLong("ticket_id"));
            boolean here = from.equals(ticket);
            return new Link(here ? new TicketId(row.getLong("other_id")) : from,
                    LinkKind.valueOf(row.getString("kind")), here);
        }).list();
    }

    void splitOff(TicketId part, TicketId whole, Actor by, Instant at) {
        add(new Pair(part, whole, LinkKind.SPLIT_FROM), by, at);
    }

    private void tell(Ticket ticket, TicketId other, What what, Actor by, Moment at) {
        docket.record(ticket, what, by, null, Map.of("other", other.number().value()), at);
    }

    private boolean add(Pair pair, Actor by, Instant at) {
        return jdbc.sql("""
                insert into case_link (ticket_id, other_id, kind, linked_by, linked_at)
                values (:ticket, :other, :kind, :by, :at) on conflict do nothing
                """).param("ticket", pair.ticket.value()).param("other", pair.other.value())
                .param("kind", pair.kind.name())
                .param("by", Optional.ofNullable(by.staff()).map(PersonId::value).orElse(null))
                .param("at", Sql.at(at)).update() == 1;
    }

    private boolean remove(TicketId id, TicketId other, LinkKind kind) {
        return jdbc.sql("""
                delete from case_link where kind = :kind
                  and (ticket_id = :ticket and other_id = :other or ticket_id = :other and other_id = :ticket)
                """).param("kind", kind.name()).param("ticket", id.value()).param("other", other.value()).update() > 0;
    }

    /**
     * A link seen from one of its cases.
     *
     * @param here whether the other case is to this one what the kind says; otherwise this one is that to the other
     */
    public record Link(TicketId other, LinkKind kind, boolean here) {}

    private record Pair(TicketId ticket, TicketId other, LinkKind kind) {
        static Pair of(TicketId ticket, TicketId other, LinkKind kind) {
            return kind == LinkKind.RELATED && other.value() < ticket.value()
                    ? new Pair(other, ticket, kind)
                    : new Pair(ticket, other, kind);
        }
    }
}
