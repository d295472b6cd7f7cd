package io.pledge.sla;

import java.util.List;
import java.util.Map;

import io.pledge.organisation.UnitId;

/**
 * What a draft would have meant for the tickets of a period.
 *
 * @param tickets how many were replayed
 * @param leftOut how many could not be, since a calendar of theirs is not in force any more
 * @param listed how many promises the whole list holds
 * @param list the part of it that was asked for, by ticket, kind and sequence
 */
public record TrialResult(long tickets, long leftOut, TrialCounts all, Map<UnitId, TrialCounts> byUnit,
        Map<PromiseKind, TrialCounts> byKind, long listed, List<TriedPromise> list) {}
