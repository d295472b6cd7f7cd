package io.pledge.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One line of a story: when, who, what, and the words to it, written {@code when | who | verb | words | …}.
 *
 * @param when {@code PT10M}: so long after the act before; {@code due-PT10M}, {@code due+PT10M}: before or after the next
 *     promise is due; {@code 1 09:30}: on the working day so many after the first, at this local time
 * @param who a user name; {@code -} for the customer
 */
record Act(String when, String who, String verb, List<String> words) {
    private static final String DUE = "due";

    static Act read(String line) {
        var parts = Arrays.stream(line.split("\\s*\\|\\s*")).map(String::strip).toList();
        return new Act(parts.get(0), parts.get(1), parts.get(2), parts.subList(3, parts.size()));
    }

    String word(int index) {
        return words.get(index);
    }

    /** The words from there on; empty where the line ends before. */
    Optional<String> optionalWord(int index) {
        return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
    }

    /**
     * When it happens.
     *
     * @param first when the story began
     * @param before when the act before happened; this one comes after it
     * @param due the next promise's time; null where nothing is promised
     */
    Instant at(Instant first, Instant before, @Nullable Instant due, ZoneId zone) {
        var wanted = wanted(first, before, due, zone);
        return wanted.isAfter(before) ? wanted : before.plus(Duration.ofMinutes(1));
    }

    private Instant wanted(Instant first, Instant before, @Nullable Instant due, ZoneId zone) {
        if (when.startsWith("P")) {
            return before.plus(Duration.parse(when));
        }
        if (when.startsWith(DUE)) {
            return (due == null ? before : due).plus(Duration.parse(when.substring(DUE.length())));
        }
        var parts = when.split(" ");
        var day = workingDay(LocalDate.ofInstant(first, zone), Integer.parseInt(parts[0]));
        return day.atTime(LocalTime.parse(parts[1])).atZone(zone).toInstant();
    }

    /** The date so many days from Monday to Friday after (or, negative, before) another. */
    static LocalDate workingDay(LocalDate from, int days) {
        var day = from;
        for (int left = Math.abs(days); left > 0;) {
            day = day.plusDays(Integer.signum(days));
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
