package io.pledge.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;

import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.sla.PromiseKind;

/**
 * The promises that fell due in a period. The parts of each division add up to the whole.
 *
 * @param byWeek by the Monday of the week in which they fell due, in the reader's zone
 * @param unitWeeks by unit and week
 */
public record SlaReport(Counted all, Map<Tier, Counted> byTier, Map<UnitId, Counted> byUnit,
        Map<PromiseKind, Counted> byKind, SortedMap<LocalDate, Counted> byWeek,
        Map<UnitId, SortedMap<LocalDate, Counted>> unitWeeks) {}
