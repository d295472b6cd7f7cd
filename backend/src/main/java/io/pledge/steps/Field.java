package io.pledge.steps;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Something that is asked in the short form of a kind, or to finish a step.
 *
 * @param hint what helps to answer; null for nothing
 * @param asked of whom it is asked; fields of a step are the staff's
 * @param choices what may be chosen; none for other types
 */
public record Field(String key, FieldType type, Words label, @Nullable Words hint, boolean required, Asked asked,
        List<Choice> choices) {

    public Field {
        choices = List.copyOf(choices);
    }

    /** The choice of that key. */
    public Optional<Choice> choice(String chosen) {
        return choices.stream().filter(choice -> choice.key.equals(chosen)).findFirst();
    }

    /** Of whom a field is asked. */
    public enum Asked {
        CUSTOMER, STAFF
    }

    /**
     * Something to choose.
     *
     * @param headOnly whether only a head of the unit that has the case, or of one above, may choose it
     */
    public record Choice(String key, Words label, boolean headOnly) {}
}
