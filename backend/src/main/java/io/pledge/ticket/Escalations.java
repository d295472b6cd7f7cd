package io.pledge.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;

/** Cases move up, wait there to be taken or climb further by their {@link Chains}, and are handed back. */
@Component
public class Escalations {
    private static final int BATCH = 200;

    private final Docket docket;
    private final EscalationRecords records;
    private final Moves moves;
    private final Units units;
    private final Chains chains;

    Escalations(Docket docket, EscalationRecords records, Moves moves, Units units, Chains chains) {
        this.docket = docket;
        this.records = records;
        this.moves = moves;
        this.units = units;
        this.chains = chains;
    }

    /**
     * Asks the tier above for help, or the one above that where the case has gone to and fro too often. The case goes there and must be taken; the unit that had it goes on seeing it.
     *
     * @throws Refused where no tier is above, or the case is resolved or has ended
     */
    @Transactional
    public void escalate(TicketId id, String reason, @Nullable String tried, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_ESCALATE);
        var above = units.parentOf(ticket.unit()).orElseThrow(() -> new Refused("noTierAbove"));
        var at = docket.moment(ticket, occurredAt);
        var further = units.parentOf(above.id()).filter(_ -> chains.bounced(id, records.handedBack(id)));
        climb(List.of(raised(ticket, further.orElse(above),
                further.isPresent() ? EscalationCause.BOUNCED : EscalationCause.BY_HAND, reason, tried, at)), by, at);
    }

    /** Once it is known what is promised, and before anybody is told of the case. */
    @EventListener
    @Order(0)
    void climbAtIntake(TicketEvent.Submitted submitted) {
        var ticket = docket.load(submitted.ticket());
        var to = chains.atIntake(new Chains.Place(ticket.id(), ticket.unit(), 0)).map(units::unit);
        climb(to.map(unit -> raised(ticket, unit, EscalationCause.INTAKE, "", null, submitted.at())).stream().toList(),
                new Actor.System(), submitted.at());
    }

    /**
     * Gives the case back to the unit it came from, with instructions.
     *
     * @throws Refused where it did not come from below
     */
    @Transactional
    public void handBack(TicketId id, String instructions, Actor by, Instant occurredAt) {
        var ticket = docket.load(id, Rule.MAY_ESCALATE);
        var brought = broughtFromWork(ticket).orElseThrow(() -> new Refused("nothingToHandBack"));
        var at = docket.moment(ticket, occurredAt);
        records.leave(List.of(id), at.occurredAt());
        records.markHandedBack(brought.id(), by, instructions, at.occurredAt());
        var below = units.unit(brought.from());
        docket.record(ticket, What.HANDED_BACK, by, null, Climb.detail(instructions, below), at);
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
        return Verb.HAND_BACK.allowed(ticket) && broughtFromWork(ticket).isPresent();
    }

    /** The move that brought the case, from a unit that still works: nobody would find it in a retired one. */
    private Optional<Escalation> broughtFromWork(Ticket ticket) {
        return records.broughtTo(ticket.id(), ticket.unit()).filter(brought -> !units.isRetired(brought.from()));
    }

    /**
     * Lets every escalation climb further that nobody took by its time.
     *
     * @return how many there were; call again while it is not zero
     */
    @Transactional
    public int sweep(Instant now) {
        var late = records.notTaken(now, BATCH);
        if (!late.isEmpty()) {
            climbFurther(late.stream().collect(Collectors.toMap(Escalation::ticket, Function.identity(),
                    (_, later) -> later)), docket.moment(now));
        }
        return late.size();
    }

    /** The customer's no moves the case up, or leaves it where it is when nothing is above. */
    void climbOnNo(Ticket ticket, String reason, Moment at) {
        climb(units.parentOf(ticket.unit()).map(above -> units.atWorkFrom(above.id()))
                .map(above -> raised(ticket, above, EscalationCause.CUSTOMER_NO, reason, null, at)).stream().toList(),
                new Actor.System(), at);
    }

    /** Nobody has to take the case any more. */
    void leave(Ticket ticket, Moment at) {
        records.leave(List.of(ticket.id()), at.occurredAt());
    }

    /** Before those who tell people of it, who are to know where the case is now. */
    @EventListener
    @Order(0)
    void climbOn(EscalationTriggers triggers) {
        var begun = triggers.all().stream().filter(EscalationTrigger::beginsChain).collect(Collectors.toMap(
                EscalationTrigger::ticket, EscalationTrigger::occurredAt, (first, _) -> first));
        if (!begun.isEmpty()) {
            var at = docket.moment(docket.now());
            var tickets = docket.load(begun.keySet()).stream().filter(Verb.ESCALATE::allowed).toList();
            var steps = chains.next(tickets.stream().map(ticket -> new Chains.Place(ticket.id(), ticket.unit(), 0))
                    .toList(), at.recordedAt());
            climb(tickets.stream().flatMap(ticket -> Stream.ofNullable(steps.get(ticket.id()))
                    .map(step -> new Climb(ticket, units.unit(step.to()), EscalationCause.BREACH, "", null, step,
                            at.recordedAt(), Objects.requireNonNull(begun.get(ticket.id())))))
                    .toList(), new Actor.System(), at);
        }
    }

    private Climb raised(Ticket ticket, ServiceUnit above, EscalationCause cause, String reason,
            @Nullable String tried, Moment at) {
        var step = chains.raised(Map.of(ticket.id(), above.id()), at.recordedAt()).get(ticket.id());
        return new Climb(ticket, above, cause, reason, tried, Objects.requireNonNull(step), at.recordedAt(),
                at.recordedAt());
    }

    private void climbFurther(Map<TicketId, Escalation> late, Moment at) {
        records.leave(late.keySet(), at.occurredAt());
        var waiting = docket.load(late.keySet()).stream().filter(Verb.ESCALATE::allowed)
                .filter(ticket -> ticket.unit().equals(late.get(ticket.id()).to())).toList();
        var steps = chains.next(waiting.stream().map(ticket -> late.get(ticket.id()).place()).toList(),
                at.recordedAt());
        ignore(waiting.stream().filter(ticket -> !steps.containsKey(ticket.id())).toList(), late, at);
        climb(waiting.stream().flatMap(ticket -> Stream.ofNullable(steps.get(ticket.id()))
                .map(step -> further(ticket, late.get(ticket.id()), step))).toList(), new Actor.System(), at);
    }

    private Climb further(Ticket ticket, Escalation untaken, Chains.Step step) {
        return new Climb(ticket, units.unit(step.to()), EscalationCause.NOT_TAKEN, untaken.reason(), untaken.tried(),
                step, untaken.begunAt(), Objects.requireNonNull(untaken.takeBy()));
    }

    private void ignore(List<Ticket> tickets, Map<TicketId, Escalation> late, Moment at) {
        if (!tickets.isEmpty()) {
            docket.record(tickets.stream().map(ticket -> Timeline.Line.of(ticket, What.ESCALATION_IGNORED,
                    new Actor.System(), null, Map.of(), at)).toList());
            docket.announce(new EscalationsIgnored(at, tickets.stream().map(ticket -> late.get(ticket.id()))
                    .map(one -> new EscalationsIgnored.Case(one.ticket(), one.id(), one.to(),
                            Objects.requireNonNull(one.takeBy())))
                    .toList()));
        }
    }

    /** Moves cases up, each to the unit it climbs to. */
    private void climb(List<Climb> climbs, Actor by, Moment at) {
        if (climbs.isEmpty()) {
            return;
        }
        records.leave(climbs.stream().map(climb -> climb.ticket().id()).toList(), at.occurredAt());
        var ids = records.raise(climbs.stream().map(Climb::raised).toList(), by, at.occurredAt());
        docket.record(climbs.stream().map(climb -> climb.line(by, at)).toList());
        var announced = climbs.stream()
                .map(climb -> climb.announced(Objects.requireNonNull(ids.get(climb.ticket().id())))).toList();
        climbs.forEach(climb -> climb.ticket().moveTo(climb.above(), at.occurredAt()));
        moves.save(climbs.stream().map(Climb::ticket).toList());
        docket.announce(new CasesEscalated(at, by, announced));
    }
}
