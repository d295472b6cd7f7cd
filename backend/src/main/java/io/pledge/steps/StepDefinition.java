package io.pledge.steps;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A step as the operator's file defines it.
 *
 * @param fields what must be there to finish it
 * @param within how long it may take from the moment at which it can be done; null for no time
 * @param ships whether it is the shipment that the customer was promised
 * @param warranty whether it shows, and keeps, what is known of the warranty
 * @param tells the field whose words go to the customer; null for none
 * @param after the steps it waits for
 * @param onlyIf what must have been chosen before for it to be needed; null for always
 * @param unlessDone the step that makes it needless; null for none
 * @param beforeResolving whether it has to be done before the case may be resolved
 * @param customerReads what the customer reads on the page of the case once it is done; null for nothing
 */
public record StepDefinition(String key, Words label, Doer by, List<Field> fields, @Nullable Within within,
        boolean ships, boolean warranty, @Nullable String tells, List<String> after, @Nullable Condition onlyIf,
        @Nullable String unlessDone, boolean beforeResolving, @Nullable Words customerReads) {

    /** What a part that leaves is called, and how it travels: the fields of a step that ships. */
    static final String WHAT = "what";
    static final String CARRIER = "carrier";
    static final String TRACKING = "tracking";

    public StepDefinition {
        fields = List.copyOf(fields);
        after = List.copyOf(after);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.key().equals(name)).findFirst();
    }

    /** Whether it can be opened again once it is done: what left the house, and what the customer was told, cannot. */
    public boolean reopens() {
        return !ships && tells == null;
    }

    /**
     * An internal time.
     *
     * @param time in working time of the unit that does it, or on the wall clock
     * @param always whether every second counts
     */
    public record Within(Duration time, boolean always) {}

    /** What must have been chosen in another step. */
    public record Condition(String step, String field, Set<String> is) {
        public Condition {
            is = Set.copyOf(is);
        }
    }
}
