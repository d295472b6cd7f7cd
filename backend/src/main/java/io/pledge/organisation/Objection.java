package io.pledge.organisation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A rule that units and people would break.
 *
 * @param name what people call the unit or person
 * @param attribute at which field it is said; null where the whole is meant
 * @param words what stands in braces of its words, in order
 */
public record Objection(Subject subject, String name, @Nullable Attribute attribute, Reason reason,
        List<String> words) {

    /** Which rule; each has its words for the reader. */
    public enum Reason {
        MEANWHILE, KEY, KEY_TAKEN, NO_PARENT, WRONG_TIER, TWO_TOPS, MOVED, NO_CALENDAR, STRANGE_SUPERVISOR, SUPERVISES, NO_UNIT, NO_ADMIN, UNITS_BELOW, PEOPLE_IN, OPEN_CASES, AWAY_ORDER, AWAY_TWICE, NO_DEPUTY, NO_DUTY, STRANGE_DEPUTY
    }

    public Objection {
        words = List.copyOf(words);
    }
}
