package io.pledge.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;

/** A time during which one unit had the ticket and the same terms held. */
record Reign(Instant from, Instant to, Promise.Holder holder, Terms terms) {

    /** All of a ticket's life until a moment, the last without an end; a change of hands within a unit is none. */
    static List<Reign> of(TicketLedger ledger, Instant asOf) {
        var begins = Stream.concat(ledger.holders().stream().map(TicketLedger.Held::since),
                ledger.events().stream().filter(event -> termsOf(event).isPresent()).map(LedgerEvent::at))
                .filter(at -> !at.isAfter(asOf)).distinct().sorted().toList();
        var reigns = new ArrayList<Reign>();
        for (var at : begins) {
            termsAt(ledger.events(), at).ifPresent(terms -> add(reigns, ledger.holderAt(at), terms, at));
        }
        return reigns;
    }

    private static void add(List<Reign> reigns, Promise.Holder holder, Terms terms, Instant at) {
        var last = reigns.isEmpty() ? null : reigns.getLast();
        if (last == null) {
            reigns.add(new Reign(at, Instant.MAX, holder, terms));
        } else if (!last.holder.unit().equals(holder.unit()) || last.terms != terms) {
            reigns.set(reigns.size() - 1, new Reign(last.from, at, last.holder, last.terms));
            reigns.add(new Reign(at, Instant.MAX, holder, terms));
        }
    }

    private static Optional<Terms> termsAt(List<LedgerEvent> events, Instant at) {
        return events.stream().filter(event -> !event.at().isAfter(at)).flatMap(event -> termsOf(event).stream())
                .reduce((_, later) -> later);
    }

    private static Optional<Terms> termsOf(LedgerEvent event) {
        return switch (event) {
            case LedgerEvent.Submitted submitted -> Optional.of(submitted.terms());
            case LedgerEvent.ChangeTerms change -> Optional.of(change.terms());
            default -> Optional.empty();
        };
    }

    /** What the tier of the unit may use of the time for a solution. */
    Optional<WorkingTime> budget() {
        return budget(holder.tier());
    }

    /** What a tier may use of it under these terms. */
    Optional<WorkingTime> budget(Tier tier) {
        return Optional.ofNullable(terms.targets().get(PromiseKind.RESOLUTION))
                .flatMap(target -> terms.budgets().of(tier, target.allowance()));
    }

    /** The part of a running clock that falls into it; empty where they do not meet. */
    Optional<Part> within(Leg leg) {
        var begin = from.isAfter(leg.from()) ? from : leg.from();
        var end = to.isBefore(leg.to()) ? to : leg.to();
        return begin.isBefore(end) ? Optional.of(Part.of(leg, this, begin, end)) : Optional.empty();
    }

    /**
     * A part of a leg. Its time is the difference of two times since the leg began, so that parts of a leg add up to the
     * leg to the second.
     *
     * @param before working time of the leg before the part
     * @param length working time in it
     */
    record Part(Leg leg, Reign reign, Instant from, Instant to, WorkingTime before, WorkingTime length) {

        static Part of(Leg leg, Reign reign, Instant from, Instant to) {
            var calendar = leg.target().calendar();
            var before = calendar.between(leg.from(), from);
            return new Part(leg, reign, from, to, before, calendar.between(leg.from(), to).minus(before));
        }

        /** When so much of it has passed. */
        Instant after(WorkingTime amount) {
            return before.plus(amount).isZero()
                    ? leg.from()
                    : leg.target().calendar().add(leg.from(), before.plus(amount));
        }
    }
}
