package io.pledge.steps;

import java.util.List;

/**
 * Steps that belong together; several tracks run side by side.
 *
 * @param outlives whether what is not done in it is still owed after the case has closed
 */
public record Track(String key, Words label, boolean outlives, List<StepDefinition> steps) {
    public Track {
        steps = List.copyOf(steps);
    }
}
