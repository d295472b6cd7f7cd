package io.pledge.sla;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.pledge.organisation.UnitId;

/** Counts the promises of a trial as they come, and keeps only those that are to be listed. */
final class TrialTally {
    private final TrialList wanted;
    private final Map<TrialFigure, Long> all = new EnumMap<>(TrialFigure.class);
    private final Map<UnitId, Map<TrialFigure, Long>> byUnit = new HashMap<>();
    private final Map<PromiseKind, Map<TrialFigure, Long>> byKind = new TreeMap<>();
    private final List<TriedPromise> list = new ArrayList<>();
    private long listed;
    private long tickets;
    private long leftOut;

    TrialTally(TrialList wanted) {
        this.wanted = wanted;
    }

    void leaveOut() {
        leftOut++;
    }

    void add(List<TriedPromise> ticket) {
        tickets++;
        ticket.forEach(this::add);
    }

    private void add(TriedPromise one) {
        for (var figure : TrialFigure.values()) {
            if (figure.counts(one)) {
                count(all, figure);
                count(byUnit.computeIfAbsent(figure.unit(one), _ -> new EnumMap<>(TrialFigure.class)), figure);
                count(byKind.computeIfAbsent(one.kind(), _ -> new EnumMap<>(TrialFigure.class)), figure);
            }
        }
        if (wanted.holds(one) && listed++ >= wanted.skipped() && list.size() < wanted.size()) {
            list.add(one);
        }
    }

    TrialResult result() {
        return new TrialResult(tickets, leftOut, new TrialCounts(all), counts(byUnit), counts(byKind), listed,
                List.copyOf(list));
    }

    private static void count(Map<TrialFigure, Long> figures, TrialFigure figure) {
        figures.merge(figure, 1L, Long::sum);
    }

    private static <K> Map<K, TrialCounts> counts(Map<K, Map<TrialFigure, Long>> figures) {
        return figures.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> new TrialCounts(entry.getValue())));
    }
}
