package io.pledge.calendar;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.pledge.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases of working-time arithmetic whose answers are known: our own, always, and the shared ones where they are. */
class BusinessTimeVectorsTests {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TestFactory
    Stream<DynamicTest> ourOwnCasesComeOutAsExpected() throws Exception {
        try (var vectors = getClass().getResourceAsStream("own-business-time.json")) {
            return cases(JSON.readTree(vectors), 30);
        }
    }

    @TestFactory
    Stream<DynamicTest> sharedCasesComeOutAsExpected() {
        Path vectors = SharedFolder.require("oracle/business-time.json");
        return cases(JSON.readTree(vectors), 329);
    }

    private static Stream<DynamicTest> cases(JsonNode vectors, int atLeast) {
        assertThat(vectors.size()).isGreaterThanOrEqualTo(atLeast);
        return vectors.valueStream().map(vector -> DynamicTest.dynamicTest(
                vector.get("id").stringValue() + " " + vector.get("op").stringValue(), () -> check(vector)));
    }

    private static void check(JsonNode vector) {
        BusinessCalendar calendar = BusinessCalendar.of(CalendarJson.fromJson(vector.get("calendar")));
        Instant start = instant(vector.get("start"));
        JsonNode expected = vector.get("expected");
        switch (vector.get("op").stringValue()) {
            case "add" -> assertThat(calendar.add(start, amount(vector))).isEqualTo(instant(expected));
            case "subtract" -> assertThat(calendar.subtract(start, amount(vector))).isEqualTo(instant(expected));
            case "between" -> assertThat(calendar.between(start, instant(vector.get("end"))).seconds())
                    .isEqualTo(expected.longValue());
            case "isOpen" -> assertThat(calendar.isOpen(start)).isEqualTo(expected.booleanValue());
            case "nextOpen" -> assertThat(calendar.nextOpen(start)).isEqualTo(instant(expected));
            case "prevOpen" -> assertThat(calendar.prevOpen(start)).isEqualTo(instant(expected));
            default -> throw new AssertionError("unknown operation in " + vector);
        }
    }

    private static WorkingTime amount(JsonNode vector) {
        return WorkingTime.ofSeconds(vector.get("amountSeconds").longValue());
    }

    private static Instant instant(JsonNode text) {
        return OffsetDateTime.parse(text.stringValue()).toInstant();
    }
}
