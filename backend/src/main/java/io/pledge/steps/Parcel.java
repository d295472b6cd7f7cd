package io.pledge.steps;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** How a shipment of a step and one that was told by itself are the same thing. */
final class Parcel {
    private Parcel() {}

    /** Under what a parcel can be followed: the carrier and its number, as far as they are known. */
    static @Nullable String number(Map<String, String> values) {
        var number = Stream.of(StepDefinition.CARRIER, StepDefinition.TRACKING).map(values::get)
                .filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" "));
        return number.isEmpty() ? null : number;
    }

    /** What a step keeps of a shipment that was told by itself. */
    static Map<String, String> values(String what, @Nullable String tracking) {
        Map<String, String> values = new HashMap<>();
        values.put(StepDefinition.WHAT, what);
        if (tracking != null) {
            values.put(StepDefinition.TRACKING, tracking);
        }
        return values;
    }
}
