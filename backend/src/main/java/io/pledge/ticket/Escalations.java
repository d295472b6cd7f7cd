package io.pledge.ticket;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;

/** Cases move a tier up, wait there to be taken or climb further, and are handed back. */
@Component
public class Escalations {
    private static final int BATCH = 200;

    private final Docket docket;
    private final EscalationRecords records;
    private final Moves moves;
    private final Units units;
    private final TicketProperties properties;

    Escalations(Docket docket, EscalationRecords records, Moves moves, Units units, TicketProperties properties) {
        this.docket = docket;
        this.records = records;
        this.moves = moves;
        this.units = units;
        this.properties = properties;
    }

    /**
     * Asks the tier above for help. The case goes there and must be taken; the unit that had it goes on seeing it.
     *
     * @throws Refused where no tier is above, or the case is resolved or has ended
     */
    @Transactional
    public void escalate(TicketId id, String reason, @Nullable String tried, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_ESCALATE);
        var above = units.parentOf(ticket.unit()).orElseThrow(() -> new Refused("noTierAbove"));
        climb(List.of(new Climb(ticket, above, EscalationCause.BY_HAND, reason, tried)), by,
                docket.moment(ticket, occurredAt));
    }

    /**
     * Gives the case back to the unit it came from, with instructions.
     *
     * @throws Refused where it did not come from below
     */
    @Transactional
    public void handBack(TicketId id, String instructions, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_ESCALATE);
        var brought = records.broughtTo(id, ticket.unit()).orElseThrow(() -> new Refused("nothingToHandBack"));
        var at = docket.moment(ticket, occurredAt);
        records.leave(List.of(id), at.occurredAt());
        records.markHandedBack(brought.id(), by, instructions, at.occurredAt());
        var below = units.unit(brought.from());
        docket.record(ticket, What.HANDED_BACK, by, null, detail(instructions, below), at);
        var from = ticket.unit();
        ticket.moveTo(below, at.occurredAt());
        docket.save(ticket);
        docket.announce(new TicketEvent.HandedBack(id, at, from, below.id(), by));
    }

    /** All moves up that a case made, oldest first. */
    public List<Escalation> of(TicketId id) {
        return records.of(id);
    }

    /** Whether the case could be handed back from where it is. */
    public boolean canHandBack(Ticket ticket) {
        return Verb.HAND_BACK.allowed(ticket) && records.broughtTo(ticket.id(), ticket.unit()).isPresent();
    }

    /**
     * Lets every escalation climb further that nobody took by its time.
     *
     * @return how many there were; call again while it is not zero
     */
    @Transactional
    public int sweep(Instant now) {
        var late = records.notTaken(now, BATCH);
        for (var escalation : late) {
            climbFurther(escalation, docket.moment(now));
        }
        return late.size();
    }

    /** The customer's no moves the case up, or leaves it where it is when nothing is above. */
    void climbOnNo(Ticket ticket, String reason, Moment at) {
        climb(above(ticket, EscalationCause.CUSTOMER_NO, reason, null).toList(), new Actor.System(), at);
    }

    /** Nobody has to take the case any more. */
    void leave(Ticket ticket, Moment at) {
        records.leave(List.of(ticket.id()), at.occurredAt());
    }

    /** Before those who tell people of it, who are to know where the case is now. */
    @EventListener
    @Order(0)
    void climbOn(EscalationTriggers triggers) {
        var moved = triggers.all().stream().filter(EscalationTrigger::movesCase).map(EscalationTrigger::ticket)
                .distinct()
                .toList();
        if (!moved.isEmpty()) {
            climb(docket.load(moved).stream().filter(Verb.ESCALATE::allowed)
                    .flatMap(ticket -> above(ticket, EscalationCause.BREACH, "", null)).toList(), new Actor.System(),
                    docket.moment(docket.now()));
        }
    }

    private void climbFurther(Escalation escalation, Moment at) {
        records.leave(List.of(escalation.ticket()), at.occurredAt());
        var ticket = docket.load(escalation.ticket());
        if (!Verb.ESCALATE.allowed(ticket) || !ticket.unit().equals(escalation.to())) {
            return;
        }
        var system = new Actor.System();
        var climbs = above(ticket, EscalationCause.NOT_TAKEN, escalation.reason(), escalation.tried()).toList();
        climb(climbs, system, at);
        if (climbs.isEmpty()) {
            docket.record(ticket, What.ESCALATION_IGNORED, system, at);
            docket.announce(new TicketEvent.EscalationIgnored(ticket.id(), at, escalation.id(), ticket.unit()));
        }
    }

    /** The climb to the unit above; none where nothing is above. */
    private Stream<Climb> above(Ticket ticket, EscalationCause cause, String reason, @Nullable String tried) {
        return units.parentOf(ticket.unit()).map(above -> new Climb(ticket, above, cause, reason, tried)).stream();
    }

    /** Moves cases up, each to the unit it climbs to. */
    private void climb(List<Climb> climbs, Actor by, Moment at) {
        if (climbs.isEmpty()) {
            return;
        }
        var takeBy = at.recordedAt().plus(properties.takeWithin());
        records.leave(climbs.stream().map(climb -> climb.ticket.id()).toList(), at.occurredAt());
        var raised = climbs.stream().map(Climb::raised).toList();
        var ids = records.raise(raised, by, at.occurredAt(), takeBy);
        docket.record(climbs.stream().map(climb -> climb.line(by, at)).toList());
        climbs.forEach(climb -> climb.ticket.moveTo(climb.above, at.occurredAt()));
        moves.save(climbs.stream().map(Climb::ticket).toList());
        docket.announce(new CasesEscalated(at, takeBy, by, raised.stream().map(one -> new CasesEscalated.Case(
                one.ticket(), Objects.requireNonNull(ids.get(one.ticket())), one.cause(), one.reason(), one.from(),
                one.to())).toList()));
    }

    private static HashMap<String, String> detail(String reason, ServiceUnit to) {
        var detail = new HashMap<String, String>();
        detail.put("reason", reason);
        detail.put("to", Long.toString(to.id().value()));
        return detail;
    }

    private record Climb(Ticket ticket, ServiceUnit above, EscalationCause cause, String reason,
            @Nullable String tried) {
        /** As long as the case has not moved. */
        EscalationRecords.Raised raised() {
            return new EscalationRecords.Raised(ticket.id(), cause, reason, tried, ticket.unit(), above.id());
        }

        Timeline.Line line(Actor by, Moment at) {
            var detail = detail(reason, above);
            detail.put("cause", cause.name());
            return Timeline.Line.of(ticket, What.ESCALATED, by, null, detail, at);
        }
    }
}
