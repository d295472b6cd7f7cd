package io.pledge.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Days in what is written in stories: {@code day+3} is three days after the moment that is told of. */
final class StoryDays {
    private static final Pattern DAY = Pattern.compile("day([+-][0-9]{1,3})?");

    private StoryDays() {}

    /** The words, or the day that they mean. */
    static String in(String words, Instant at) {
        var day = DAY.matcher(words);
        if (!day.matches()) {
            return words;
        }
        var days = day.group(1) == null ? 0 : Integer.parseInt(day.group(1));
        return LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(days).toString();
    }
}
