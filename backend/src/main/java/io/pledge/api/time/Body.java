package io.pledge.api.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

/** A part of a request's body that knows its place, so that every complaint names it. */
record Body(JsonNode node, String place) {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2300;

    static Body of(JsonNode node) {
        return new Body(node, "").object();
    }

    /** The member of that name, wherever it is needed. */
    Body member(String name) {
        return optional(name).orElseThrow(() -> new BadInput(placeOf(name), "is needed"));
    }

    /** The member of that name; nothing where it is absent or null. */
    Optional<Body> optional(String name) {
        JsonNode member = node.path(name);
        return member.isMissingNode() || member.isNull()
                ? Optional.empty()
                : Optional.of(new Body(member, placeOf(name)));
    }

    List<Body> elements() {
        if (!node.isArray()) {
            throw fail("is a list");
        }
        return IntStream.range(0, node.size()).mapToObj(i -> new Body(node.get(i), place + "[" + i + "]")).toList();
    }

    /** Refuses members nobody knows: a misspelled one would silently change the answer. */
    Body allow(Set<String> members) {
        object();
        for (String name : node.propertyNames()) {
            if (!members.contains(name)) {
                throw new BadInput(placeOf(name), "is unknown; known here: " + String.join(", ", members));
            }
        }
        return this;
    }

    String text() {
        if (!node.isString()) {
            throw fail("is a text");
        }
        return node.stringValue();
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw fail("is true or false");
        }
        return node.booleanValue();
    }

    /** A whole number between two bounds. */
    long number(long least, long most) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < least
                || node.longValue() > most) {
            throw fail("is a whole number from %d to %d".formatted(least, most));
        }
        return node.longValue();
    }

    double share() {
        if (!node.isNumber() || !(node.doubleValue() > 0 && node.doubleValue() <= 1)) {
            throw fail("is a share above 0 and at most 1, such as 0.75");
        }
        return node.doubleValue();
    }

    /** An instant of the years that calendars reckon with. */
    Instant instant() {
        try {
            Instant instant = OffsetDateTime.parse(text()).toInstant();
            int year = Year.from(instant.atOffset(ZoneOffset.UTC)).getValue();
            if (year < FIRST_YEAR || year >= LAST_YEAR) {
                throw fail("lies outside the years from %d to %d".formatted(FIRST_YEAR, LAST_YEAR - 1));
            }
            return instant;
        } catch (DateTimeException _) {
            throw fail("is a moment such as 2026-03-01T09:30:00Z");
        }
    }

    /** One of the words that an enum's constants are written as in JSON. */
    <E extends Enum<E>> E oneOf(Class<E> type) {
        return Words.parse(type, text()).orElseThrow(() -> fail("is one of "
                + String.join(", ", Arrays.stream(type.getEnumConstants()).map(Words::of).toList())));
    }

    BadInput fail(String reason) {
        return new BadInput(place, reason);
    }

    private Body object() {
        if (!node.isObject()) {
            throw fail("is an object");
        }
        return this;
    }

    private String placeOf(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
