package io.pledge.calendar;

import org.jspecify.annotations.Nullable;

/**
 * A calendar that does not make sense. Says where: the file and line when it was read from one, the place inside the
 * calendar ({@code weekly.TUE}, {@code exceptions.2026-12-24}) where that is known, and the reason in words.
 */
public final class InvalidCalendar extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final @Nullable String place;
    private final @Nullable String file;
    private final int line;

    InvalidCalendar(String reason) {
        this(reason, null, null, 0);
    }

    private InvalidCalendar(String reason, @Nullable String place, @Nullable String file, int line) {
        super(message(reason, place, file, line));
        this.reason = reason;
        this.place = place;
        this.file = file;
        this.line = line;
    }

    InvalidCalendar at(String newPlace) {
        return new InvalidCalendar(reason, newPlace, file, line);
    }

    InvalidCalendar in(String newFile, int newLine) {
        return new InvalidCalendar(reason, place, newFile, newLine);
    }

    /** What is wrong, without the place. */
    public String reason() {
        return reason;
    }

    /** The part of the calendar, or null where the whole calendar is meant. */
    public @Nullable String place() {
        return place;
    }

    /** The file the calendar was read from, or null. */
    public @Nullable String file() {
        return file;
    }

    /** The line in the file, counted from 1; 0 where no file or line is known. */
    public int line() {
        return line;
    }

    private static String message(String reason, @Nullable String place, @Nullable String file, int line) {
        StringBuilder message = new StringBuilder();
        if (file != null) {
            message.append(file).append(line > 0 ? ":" + line : "").append(": ");
        }
        if (place != null) {
            message.append(place).append(": ");
        }
        return message.append(reason).toString();
    }
}
