package io.pledge.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opening hours on the local clock, in seconds from the midnight their date starts with. A shift over midnight belongs
 * to the date it starts on and goes past {@value #SECONDS_PER_DAY}: 22:00-06:00 is 79200 to 108000.
 *
 * @param fromSecond the opening, inclusive: 0 to 86399
 * @param toSecond the closing, exclusive: after the opening and at most 24 hours later
 */
public record LocalSpan(int fromSecond, int toSecond) implements Comparable<LocalSpan> {
    /** 24:00, the end of the date. */
    public static final int SECONDS_PER_DAY = 86_400;
    /** The whole date, 00:00-24:00. */
    public static final LocalSpan WHOLE_DAY = new LocalSpan(0, SECONDS_PER_DAY);

    private static final int SECONDS_PER_HOUR = 3600;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final Pattern TEXT = Pattern.compile("\\s*([\\d:]+)\\s*[-–]\\s*([\\d:]+)\\s*");
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d))?");

    /** Refuses hours that go backward, have no length or are longer than a day. */
    public LocalSpan {
        if (fromSecond < 0 || fromSecond >= SECONDS_PER_DAY) {
            throw new InvalidCalendar("hours start between 00:00 and 23:59:59, not at second " + fromSecond);
        }
        if (toSecond == fromSecond) {
            throw new InvalidCalendar("hours from " + time(fromSecond) + " to the same time have no length");
        }
        if (toSecond < fromSecond) {
            throw new InvalidCalendar("hours from " + time(fromSecond) + " to second " + toSecond + " run backward");
        }
        if (toSecond - fromSecond > SECONDS_PER_DAY) {
            throw new InvalidCalendar("hours from " + time(fromSecond) + " are longer than a day");
        }
    }

    /**
     * Reads hours such as {@code 09:00-12:30}, {@code 00:00-24:00}, {@code 08:59:30-17:00} or, over midnight, {@code 22:00-06:00}.
     *
     * @throws InvalidCalendar if the text is no pair of times or the hours have no length
     */
    public static LocalSpan parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidCalendar("'" + text + "' is no pair of times such as 09:00-12:30");
        }
        return of(matcher.group(1), matcher.group(2));
    }

    /**
     * Hours between two local times; a closing before the opening is on the next date.
     *
     * @param from the opening, such as {@code 09:00}
     * @param to the closing, such as {@code 18:00} or {@code 24:00}
     * @throws InvalidCalendar if one of them is no time or the hours have no length
     */
    public static LocalSpan of(String from, String to) {
        int opening = second(from);
        int closing = second(to);
        boolean overMidnight = closing < opening && opening < SECONDS_PER_DAY;
        return new LocalSpan(opening, overMidnight ? closing + SECONDS_PER_DAY : closing);
    }

    /** Whether the hours reach into the date after the one they belong to. */
    public boolean overMidnight() {
        return toSecond > SECONDS_PER_DAY;
    }

    /** Whether both have time in common. */
    public boolean overlaps(LocalSpan other) {
        return fromSecond < other.toSecond && other.fromSecond < toSecond;
    }

    /** The opening as text, such as {@code 22:00}. */
    public String fromText() {
        return time(fromSecond);
    }

    /** The closing as text, on its own date: {@code 06:00} for a shift over midnight, {@code 24:00} for midnight. */
    public String toText() {
        return time(overMidnight() ? toSecond - SECONDS_PER_DAY : toSecond);
    }

    @Override
    public int compareTo(LocalSpan other) {
        int byOpening = Integer.compare(fromSecond, other.fromSecond);
        return byOpening != 0 ? byOpening : Integer.compare(toSecond, other.toSecond);
    }

    @Override
    public String toString() {
        return fromText() + "-" + toText();
    }

    private static int second(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidCalendar("'" + text + "' is no time between 00:00 and 24:00");
        }
        int second = Integer.parseInt(matcher.group(1)) * SECONDS_PER_HOUR
                + Integer.parseInt(matcher.group(2)) * SECONDS_PER_MINUTE
                + (matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
        if (second > SECONDS_PER_DAY) {
            throw new InvalidCalendar("'" + text + "' is later than 24:00");
        }
        return second;
    }

    private static String time(int second) {
        String time = "%02d:%02d".formatted(second / SECONDS_PER_HOUR,
                second / SECONDS_PER_MINUTE % SECONDS_PER_MINUTE);
        int rest = second % SECONDS_PER_MINUTE;
        return rest == 0 ? time : time + ":%02d".formatted(rest);
    }
}
