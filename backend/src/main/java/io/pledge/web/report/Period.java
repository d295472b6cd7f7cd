package io.pledge.web.report;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pledge.web.view.Reader;

/**
 * A stretch of whole days in the reader's zone, or the coming day from now on.
 *
 * @param name as in an address
 * @param first its first day
 * @param last its last day
 */
record Period(String name, LocalDate first, LocalDate last, Instant from, Instant until) {
    static final String CUSTOM = "custom";
    static final String NEXT = "next";
    static final String DEFAULT = "90d";
    /** The choices that need no dates. */
    static final Map<String, Integer> DAYS = Map.of("7d", 7, "30d", 30, "90d", 90);
    private static final long LONGEST = 366L * 3;

    static Period of(@Nullable String name, @Nullable String from, @Nullable String to, Reader reader) {
        if (NEXT.equals(name)) {
            var until = reader.now().plus(Duration.ofDays(1));
            return new Period(NEXT, reader.today(), reader.dayOf(until), reader.now(), until);
        }
        var dates = CUSTOM.equals(name) ? dates(from, to, reader.zone()) : null;
        return dates == null ? last(name != null && DAYS.containsKey(name) ? name : DEFAULT, reader) : dates;
    }

    private static Period last(String name, Reader reader) {
        return days(name, reader.today().minusDays(DAYS.getOrDefault(name, 1) - 1L), reader.today(), reader.zone());
    }

    private static @Nullable Period dates(@Nullable String from, @Nullable String to, ZoneId zone) {
        try {
            var first = LocalDate.parse(from == null ? "" : from);
            var last = LocalDate.parse(to == null ? "" : to);
            return first.isAfter(last) || ChronoUnit.DAYS.between(first, last) > LONGEST
                    ? null
                    : days(CUSTOM, first, last, zone);
        } catch (DateTimeException notSaid) {
            return null;
        }
    }

    private static Period days(String name, LocalDate first, LocalDate last, ZoneId zone) {
        return new Period(name, first, last, first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The stretch of equal length that ends where this one begins. */
    Period before(ZoneId zone) {
        var length = ChronoUnit.DAYS.between(first, last) + 1;
        return days(CUSTOM, first.minusDays(length), first.minusDays(1), zone);
    }

    /** The part of a week that lies in this period. */
    Period week(LocalDate monday, ZoneId zone) {
        var sunday = monday.plusDays(6);
        return days(CUSTOM, monday.isBefore(first) ? first : monday, sunday.isAfter(last) ? last : sunday, zone);
    }
}
