package io.pledge.api.time;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.WorkingTime;
import io.pledge.sla.Budgets;
import io.pledge.sla.Chain;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.Target;
import io.pledge.sla.Terms;
import io.pledge.sla.Terms.AcknowledgedBy;

/** Reads the terms of a simulation: minutes of working time, all on the one calendar. */
record SimulationTerms(BusinessCalendar calendar) {
    private static final double WARNING = 0.75;
    private static final long MOST_MINUTES = 400L * 366 * 24 * 60;
    private static final Map<PromiseKind, String> MINUTES = new EnumMap<>(Map.of(
            PromiseKind.ACKNOWLEDGEMENT, "acknowledgementMinutes", PromiseKind.PROGRESS, "progressMinutes",
            PromiseKind.RESOLUTION, "resolutionMinutes", PromiseKind.ON_SITE, "onSiteMinutes",
            PromiseKind.SHIPMENT, "shipmentMinutes"));

    /** The terms that a policy object gives. */
    Terms read(Body policy) {
        Set<String> known = new TreeSet<>(MINUTES.values());
        known.addAll(Set.of("warningShare", "acknowledgedBy", "pauses"));
        policy.allow(known);
        policy.member(MINUTES.get(PromiseKind.ACKNOWLEDGEMENT));
        policy.member(MINUTES.get(PromiseKind.PROGRESS));
        Map<PromiseKind, Target> targets = new EnumMap<>(PromiseKind.class);
        MINUTES.forEach((kind, name) -> policy.optional(name)
                .ifPresent(minutes -> targets.put(kind, target(kind, minutes))));
        return new Terms("simulation", 0, targets,
                policy.optional("warningShare").map(Body::share).orElse(WARNING),
                policy.optional("acknowledgedBy").map(by -> by.oneOf(AcknowledgedBy.class))
                        .orElse(AcknowledgedBy.PERSON),
                policy.optional("pauses").map(SimulationTerms::kinds).orElse(EnumSet.of(PromiseKind.RESOLUTION)),
                Chain.still(), Budgets.NONE);
    }

    /** A next word at once would follow itself for ever. */
    private Target target(PromiseKind kind, Body minutes) {
        return new Target(WorkingTime.ofMinutes(minutes.number(kind == PromiseKind.PROGRESS ? 1 : 0, MOST_MINUTES)),
                calendar, 0);
    }

    private static Set<PromiseKind> kinds(Body pauses) {
        return pauses.elements().stream().map(kind -> kind.oneOf(PromiseKind.class)).collect(Collectors.toSet());
    }
}
