package io.pledge.ticket;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;

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
    private final Units units;
    private final TicketProperties properties;

    Escalations(Docket docket, EscalationRecords records, Units units, TicketProperties properties) {
        this.docket = docket;
        this.records = records;
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
        climb(ticket, above, new Climb(EscalationCause.BY_HAND, reason, tried), by, docket.moment(ticket, occurredAt));
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
        records.leave(id, at.occurredAt());
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
        units.parentOf(ticket.unit()).ifPresent(above -> climb(ticket, above,
                new Climb(EscalationCause.CUSTOMER_NO, reason, null), new Actor.System(), at));
    }

    /** Nobody has to take the case any more. */
    void leave(Ticket ticket, Moment at) {
        records.leave(ticket.id(), at.occurredAt());
    }

    /** Before those who tell people of it, who are to know where the case is now. */
    @EventListener
    @Order(0)
    void climbOn(EscalationTrigger trigger) {
        if (!trigger.movesCase()) {
            return;
        }
        var ticket = docket.load(trigger.ticket());
        if (Verb.ESCALATE.allowed(ticket)) {
            units.parentOf(ticket.unit()).ifPresent(above -> climb(ticket, above,
                    new Climb(EscalationCause.BREACH, "", null), new Actor.System(), docket.moment(docket.now())));
        }
    }

    private void climbFurther(Escalation escalation, Moment at) {
        records.leave(escalation.ticket(), at.occurredAt());
        var ticket = docket.load(escalation.ticket());
        if (!Verb.ESCALATE.allowed(ticket) || !ticket.unit().equals(escalation.to())) {
            return;
        }
        var system = new Actor.System();
        units.parentOf(ticket.unit()).ifPresentOrElse(
                above -> climb(ticket, above,
                        new Climb(EscalationCause.NOT_TAKEN, escalation.reason(), escalation.tried()), system, at),
                () -> {
                    docket.record(ticket, What.ESCALATION_IGNORED, system, at);
                    docket.announce(new TicketEvent.EscalationIgnored(ticket.id(), at, escalation.id(), ticket.unit()));
                });
    }

    private void climb(Ticket ticket, ServiceUnit above, Climb climb, Actor by, Moment at) {
        records.leave(ticket.id(), at.occurredAt());
        var from = ticket.unit();
        long escalation = records.raise(ticket.id(), climb.cause, climb.reason, climb.tried, by, from, above.id(),
                at.occurredAt(), at.recordedAt().plus(properties.takeWithin()));
        var detail = detail(climb.reason, above);
        detail.put("cause", climb.cause.name());
        docket.record(ticket, What.ESCALATED, by, null, detail, at);
        ticket.moveTo(above, at.occurredAt());
        docket.save(ticket);
        docket.announce(new TicketEvent.Escalated(ticket.id(), at, escalation, climb.cause, from, above.id(), by));
    }

    private static HashMap<String, String> detail(String reason, ServiceUnit to) {
        var detail = new HashMap<String, String>();
        detail.put("reason", reason);
        detail.put("to", Long.toString(to.id().value()));
        return detail;
    }

    private record Climb(EscalationCause cause, String reason, @Nullable String tried) {}
}
