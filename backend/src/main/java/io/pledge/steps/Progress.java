package io.pledge.steps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What follows for the other steps of a case from those that are done. */
final class Progress {
    private Progress() {}

    /** The steps that have to be over before this one can be done. */
    static List<String> waitsFor(StepDefinition step) {
        var condition = step.onlyIf();
        return Stream.concat(step.after().stream(), Stream.ofNullable(condition).map(one -> one.step())).toList();
    }

    /**
     * The state of every step after all that follows has followed.
     *
     * @param standing how the steps stand, by key; one that is not there is waiting
     */
    static Map<String, StepState> follow(KindSteps kind, Map<String, Standing> standing) {
        Map<String, StepState> states = new LinkedHashMap<>();
        kind.steps().forEach(step -> states.put(step.key(), state(standing.get(step.key()))));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var step : kind.steps().toList()) {
                var now = states.getOrDefault(step.key(), StepState.WAITING);
                var next = now.over() ? now : next(step, now, states, standing);
                changed |= next != now;
                states.put(step.key(), next);
            }
        }
        return states;
    }

    private static StepState next(StepDefinition step, StepState now, Map<String, StepState> states,
            Map<String, Standing> standing) {
        if (step.unlessDone() != null && states.get(step.unlessDone()) == StepState.DONE) {
            return StepState.UNNEEDED;
        }
        var condition = step.onlyIf();
        if (now == StepState.OPEN) {
            return now;
        }
        if (condition != null) {
            var decided = states.get(condition.step());
            var chosen = standing.get(condition.step());
            if (decided == StepState.DONE && chosen != null
                    ? !condition.is().contains(chosen.values().getOrDefault(condition.field(), ""))
                    : decided != null && decided.over()) {
                return StepState.UNNEEDED;
            }
        }
        return waitsFor(step).stream().allMatch(other -> {
            var state = states.get(other);
            return state != null && state.over();
        }) ? StepState.OPEN : now;
    }

    private static StepState state(@Nullable Standing standing) {
        return standing == null ? StepState.WAITING : standing.state();
    }

    /** How a step stands, with what was written into it. */
    record Standing(StepState state, Map<String, String> values) {}
}
