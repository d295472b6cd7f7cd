package io.pledge.web.view;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.pledge.web.view.Look.HAMBURG;
import static io.pledge.web.view.Look.NOW;
import static io.pledge.web.view.Look.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;

class PromiseWordsTest {

    private static final String WORD = "PROGRESS";

    private final PromiseWords words = Look.promises();

    @ParameterizedTest
    @MethodSource("states")
    void everyStateHasItsShapeAndItsWords(
            PromiseReading reading, String tone, String shape, String english, String chinese) {
        var badge = words.badge(reading, HAMBURG);
        assertThat(badge.tone()).isEqualTo(tone);
        assertThat(badge.shape()).isEqualTo(shape);
        assertThat(badge.words()).isEqualTo(english);
        assertThat(words.badge(reading, SHANGHAI).words()).isEqualTo(chinese);
    }

    static Stream<Arguments> states() {
        var soon = in(18);
        return Stream.of(
                Arguments.of(running(in(138), 0.3), "running", "ring-quarter", "2 h 18 left", "剩 2 小时 18 分"),
                Arguments.of(running(soon, 0.9), "due", "triangle", "18 min left", "剩 18 分钟"),
                Arguments.of(new PromiseReading.Broken(WORD, in(-22)), "broken", "split", "22 min overdue",
                        "已超时 22 分钟"),
                Arguments.of(new PromiseReading.Late(WORD, in(-60), in(-38)), "late", "split-hollow",
                        "Came 22 min late", "迟到 22 分钟"),
                Arguments.of(new PromiseReading.Kept(WORD, in(-20), in(-31)), "kept", "tick-disc", "Kept, 13:41",
                        "已兑现，20:41"),
                Arguments.of(new PromiseReading.Paused(WORD, Duration.ofMinutes(370)), "paused", "bars", "6 h 10 left",
                        "暂停，剩 6 小时 10 分"),
                Arguments.of(new PromiseReading.NotTaken(in(-33)), "open", "ring-dashed", "Not taken, 33 min",
                        "待接手 33 分钟"),
                Arguments.of(new PromiseReading.Moved(WORD, in(138)), "moved", "arrow", "Moved to 16:30", "已改至 23:30"),
                Arguments.of(new PromiseReading.Withdrawn(WORD), "withdrawn", "ring-struck", "Withdrawn", "已撤销"));
    }

    @ParameterizedTest
    @CsvSource({"0.0, ring", "0.2, ring-quarter", "0.5, ring-half", "0.9, ring-three-quarters"})
    void theRingFillsWithTheShareUsed(double used, String shape) {
        assertThat(words.badge(running(in(300), used), HAMBURG).shape()).isEqualTo(shape);
    }

    @Test
    void whatIsPastItsTimeReadsAsBrokenBeforeAnybodyNoticed() {
        var badge = words.badge(running(in(0), 1), HAMBURG);
        assertThat(badge.tone()).isEqualTo("broken");
        assertThat(badge.words()).isEqualTo("0 min overdue");
    }

    @Test
    void onlyWhatRunsCountsOn() {
        assertThat(words.badge(running(in(300), 0.1), HAMBURG).counts()).isEqualTo(in(300));
        assertThat(words.badge(new PromiseReading.Broken(WORD, in(-5)), HAMBURG).counts()).isEqualTo(in(-5));
        assertThat(words.badge(new PromiseReading.Paused(WORD, Duration.ofHours(6)), HAMBURG).counts()).isNull();
    }

    @Test
    void listenersHearStateKindDateAndZone() {
        assertThat(words.badge(running(in(18), 0.9), HAMBURG).spoken())
                .isEqualTo("Due soon: Next word, Thursday 19 November 2026, 14:30, Berlin time");
        assertThat(words.badge(new PromiseReading.Paused(WORD, Duration.ofHours(6)), SHANGHAI).spoken())
                .isEqualTo("已暂停：进展通报。暂停，剩 6 小时 00 分");
    }

    @Test
    void everyShapeIsDrawnInTheSprite() throws Exception {
        try (var sprite = getClass().getResourceAsStream("/static/img/icons.svg")) {
            var drawn = new String(sprite.readAllBytes(), StandardCharsets.UTF_8);
            states().map(state -> (String) state.get()[2])
                    .forEach(shape -> assertThat(drawn).contains("id=\"" + shape + "\""));
        }
    }

    private static PromiseReading running(Instant due, double used) {
        return new PromiseReading.Running(WORD, due, due.minus(Duration.ofMinutes(30)), used);
    }

    private static Instant in(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }
}
