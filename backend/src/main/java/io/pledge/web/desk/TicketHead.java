package io.pledge.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.customer.Customers;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseState;
import io.pledge.ticket.Escalation;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Ticket;
import io.pledge.web.PromiseReadings;
import io.pledge.web.view.LedgerPoint;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.PromiseWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TierBoxes;
import io.pledge.web.view.TierBoxes.Mark;
import io.pledge.web.view.TierWords;
import io.pledge.web.view.TimeWords;

/** The head of a case at the desk: where it lies, whose it is, and the plate with the ledger of its promises. */
@Component
class TicketHead {
    private static final int PAST_POINTS = 4;
    private static final int POINTS_AHEAD = 3;

    private final Units units;
    private final Staff staff;
    private final Customers customers;
    private final Participants participants;
    private final Escalations escalations;
    private final PromiseWords words;
    private final TierWords tiers;
    private final TimeWords time;

    TicketHead(Units units, Staff staff, Customers customers, Participants participants, Escalations escalations,
            PromiseWords words,
            TierWords tiers, TimeWords time) {
        this.units = units;
        this.staff = staff;
        this.customers = customers;
        this.participants = participants;
        this.escalations = escalations;
        this.words = words;
        this.tiers = tiers;
        this.time = time;
    }

    boolean hasTierAbove(Ticket ticket) {
        return units.unit(ticket.unit()).parent() != null;
    }

    Head of(Ticket ticket, List<Promise> made, Reader reader) {
        Participant customer = participants.submitter(ticket.id());
        return new Head(say(reader, "desk.head.kind", say(reader, "kind." + ticket.kind()),
                say(reader, "severity." + ticket.severity())),
                say(reader, "desk.head.opened", time.momentInSentence(ticket.submittedAt(), reader),
                        say(reader, "desk.channel." + ticket.channel())),
                boxes(ticket, reader), lies(ticket, reader), about(ticket, customer, reader), customer.name(),
                plate(ticket, made, customer, reader), ledger(made, reader));
    }

    private @Nullable TicketPlate plate(Ticket ticket, List<Promise> made, Participant customer, Reader reader) {
        return made.stream().filter(p -> p.unanswered() && p.dueAt() != null)
                .min(Comparator.comparing(Promise::dueAt)).map(next -> {
                    boolean today = reader.dayOf(next.dueAt()).equals(reader.today());
                    return new TicketPlate(say(reader, "desk.plate.by", kind(next, reader), customer.name()),
                            next.dueAt(),
                            today ? time.time(next.dueAt(), reader.zone()) : time.moment(next.dueAt(), reader), !today,
                            words.badge(PromiseReadings.of(next, reader.now()), reader),
                            customerTime(next.dueAt(), customer, reader));
                }).orElse(null);
    }

    /** The same time where the customer is, where their clocks show another. */
    private String customerTime(Instant due, Participant customer, Reader reader) {
        String own = time.zone(reader.zone(), reader.locale());
        boolean same = customer.zone().getRules().getOffset(due).equals(reader.zone().getRules().getOffset(due));
        return same
                ? own
                : say(reader, "desk.plate.zones", own, time.time(due, customer.zone()),
                        time.zone(customer.zone(), reader.locale()));
    }

    /** What was promised and how it came out, the moment of reading, and what is to come. */
    private List<LedgerPoint> ledger(List<Promise> made, Reader reader) {
        List<Promise> past = made.stream().filter(p -> p.dueAt() != null && !ahead(p))
                .sorted(Comparator.comparing(Promise::dueAt)).toList();
        List<LedgerPoint> points = new ArrayList<>();
        past.subList(Math.max(0, past.size() - PAST_POINTS), past.size())
                .forEach(p -> points.add(point(p, true, reader)));
        points.add(LedgerPoint.now(say(reader, "desk.ledger.now")));
        made.stream().filter(TicketHead::ahead)
                .sorted(Comparator.comparing(p -> p.dueAt() == null ? Instant.MAX : p.dueAt())).limit(POINTS_AHEAD)
                .forEach(p -> points.add(point(p, false, reader)));
        return points;
    }

    private LedgerPoint point(Promise promise, boolean past, Reader reader) {
        PromiseBadge badge = words.badge(PromiseReadings.of(promise, reader.now()), reader);
        String when = promise.dueAt() == null ? "" : time.moment(promise.dueAt(), reader);
        return LedgerPoint.of(when, kind(promise, reader), badge, foot(promise, badge, reader), past);
    }

    private String foot(Promise promise, PromiseBadge badge, Reader reader) {
        if (promise.state() == PromiseState.KEPT && promise.outcomeAt() != null && promise.dueAt() != null) {
            return time.early(Duration.between(promise.outcomeAt(), promise.dueAt()), reader.locale());
        }
        return badge.words();
    }

    private static boolean ahead(Promise promise) {
        return promise.state() == PromiseState.RUNNING || promise.state() == PromiseState.PAUSED;
    }

    private String kind(Promise promise, Reader reader) {
        return words.kind(promise.kind().name(), reader.locale());
    }

    private String lies(Ticket ticket, Reader reader) {
        ServiceUnit unit = units.unit(ticket.unit());
        if (ticket.state().ended()) {
            return say(reader, "desk.head.ended", unit.name(), say(reader, "state." + ticket.state()));
        }
        return Optional.ofNullable(ticket.assignee())
                .map(id -> say(reader, "desk.head.with", unit.name(), staff.person(id).name()))
                .orElseGet(() -> say(reader, ticket.takenAt() == null || ticket.awaitingSince() != null
                        ? "desk.head.waiting"
                        : "desk.head.at", unit.name()));
    }

    private String about(Ticket ticket, Participant customer, Reader reader) {
        String company = ticket.customer() == null
                ? say(reader, "desk.head.unidentified")
                : customers.customer(ticket.customer()).name();
        return Stream.of(Optional.of(company), Optional.ofNullable(ticket.place()),
                Optional.of(say(reader, "desk.head.contact", customer.name())))
                .flatMap(Optional::stream).reduce((one, other) -> one + say(reader, "list.separator") + other)
                .orElse("");
    }

    private TierBoxes boxes(Ticket ticket, Reader reader) {
        Set<Tier> lay = Stream
                .concat(Stream.of(ticket.home()), escalations.of(ticket.id()).stream().map(Escalation::to))
                .map(unit -> units.unit(unit).tier()).collect(Collectors.toSet());
        return tiers.boxes(Stream.of(Tier.values()).map(tier -> mark(ticket, tier, lay)).toList(), reader.locale());
    }

    private static Mark mark(Ticket ticket, Tier tier, Set<Tier> lay) {
        if (tier == ticket.tier()) {
            return ticket.awaitingSince() != null ? Mark.WAITING : Mark.HELD;
        }
        return lay.contains(tier) ? Mark.PAST : Mark.UNTOUCHED;
    }

    private String say(Reader reader, String key, Object... parts) {
        return time.say(key, reader.locale(), parts);
    }

    /**
     * @param lies where the case lies and with whom
     * @param about customer, site and contact
     */
    record Head(String kind, String opened, TierBoxes tiers, String lies, String about, String customer,
            @Nullable TicketPlate plate, List<LedgerPoint> ledger) {}

    /** The next promise, large. */
    record TicketPlate(String label, Instant at, String time, boolean worded, PromiseBadge badge, String zone) {}
}
