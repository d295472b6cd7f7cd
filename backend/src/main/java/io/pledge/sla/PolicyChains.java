package io.pledge.sla;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.ticket.Chains;
import io.pledge.ticket.TicketId;

/** The chains by which cases climb: those of the terms that their customers were promised. */
@Component
public class PolicyChains implements Chains {
    private final LedgerRecords records;
    private final WorkingHours hours;
    private final Units units;

    PolicyChains(LedgerRecords records, WorkingHours hours, Units units) {
        this.records = records;
        this.hours = hours;
        this.units = units;
    }

    /** The chain of each ticket, in one question to the database. */
    public Map<TicketId, Chain> of(Collection<TicketId> tickets) {
        return records.terms(tickets).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().chain()));
    }

    @Override
    public Map<TicketId, Step> next(Collection<Place> places, Instant from) {
        var chains = of(places.stream().map(Place::ticket).toList());
        var next = new HashMap<TicketId, Step>();
        for (var place : places) {
            var chain = Objects.requireNonNull(chains.get(place.ticket()));
            chain.after(place.step(), units.unit(place.unit()).tier()).ifPresent(number -> next.put(place.ticket(),
                    step(chain, number, goal(chain.step(number), place.unit()), from)));
        }
        return next;
    }

    @Override
    public Map<TicketId, Step> raised(Map<TicketId, UnitId> to, Instant from) {
        return of(to.keySet()).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, found -> {
            var unit = units.unit(to.get(found.getKey()));
            return found.getValue().raised().map(number -> step(found.getValue(), number, unit, from))
                    .orElseGet(() -> new Step(1, unit.id(), null));
        }));
    }

    @Override
    public Optional<UnitId> atIntake(Place place) {
        var intake = Objects.requireNonNull(of(List.of(place.ticket())).get(place.ticket())).lifts().intake();
        return Optional.ofNullable(intake).flatMap(to -> to.from(units.unit(place.unit()).tier()))
                .flatMap(tier -> units.lineUp(place.unit()).stream().filter(one -> one.tier() == tier).findFirst())
                .map(ServiceUnit::id);
    }

    @Override
    public boolean bounced(TicketId ticket, int handedBack) {
        var most = Objects.requireNonNull(of(List.of(ticket)).get(ticket)).lifts().bounces();
        return most != null && handedBack >= most;
    }

    private Step step(Chain chain, int number, ServiceUnit to, Instant from) {
        return new Step(number, to.id(), takeBy(chain, chain.step(number), to, from));
    }

    private @Nullable Instant takeBy(Chain chain, Chain.Step step, ServiceUnit to, Instant from) {
        if (step.takeWithin() == null) {
            return null;
        }
        return chain.atNight()
                ? from.plusSeconds(step.takeWithin().seconds())
                : hours.after(to, from, step.takeWithin());
    }

    private ServiceUnit goal(Chain.Step step, UnitId unit) {
        List<ServiceUnit> line = units.lineUp(unit);
        Tier tier = step.to().from(line.getFirst().tier()).orElseThrow();
        return line.stream().filter(one -> one.tier() == tier).findFirst().orElseThrow();
    }
}
