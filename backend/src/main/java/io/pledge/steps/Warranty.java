package io.pledge.steps;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the register says of the warranty of a piece of equipment.
 *
 * @param product what it is; null where the serial number is unknown
 * @param until the last day of the warranty; null where it is not known
 */
public record Warranty(String serial, Says says, @Nullable String product, @Nullable LocalDate until) {
    /** Under which key it is kept with what was written into a step; no field can be called so. */
    public static final String KEPT = "register.says";
    public static final String KEPT_UNTIL = "register.until";

    /** As it is kept, so that a decision shows on what it rested. */
    Map<String, String> kept() {
        return until == null ? Map.of(KEPT, says.name()) : Map.of(KEPT, says.name(), KEPT_UNTIL, until.toString());
    }

    /** What the register says. */
    public enum Says {
        /** The warranty runs on the day that is asked for. */
        RUNS, OVER,
        /** The equipment is known, not until when its warranty runs. */
        NO_DATE,
        /** It is another customer's than the case. */
        ANOTHERS,
        /** No equipment has this serial number. */
        UNKNOWN
    }
}
