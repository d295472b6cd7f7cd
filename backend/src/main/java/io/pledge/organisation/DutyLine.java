package io.pledge.organisation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** One line of a duty roster, in local time of the unit. */
sealed interface DutyLine {
    /** The user name of who is on duty. */
    String username();

    boolean covers(LocalDateTime local);

    /**
     * Reads {@code lena mon-fri 17:00-08:00}, {@code lena sat,sun 00:00-24:00} or {@code lena 2026-12-24T16:00/2026-12-28T08:00}.
     *
     * @return empty for anything else
     */
    static Optional<DutyLine> read(String line) {
        var parts = line.strip().split("\\s+");
        try {
            return switch (parts.length) {
                case 2 -> Optional.ofNullable(Once.read(parts[0], parts[1].split("/", -1)));
                case 3 -> Optional.ofNullable(Weekly.read(parts[0], parts[1], parts[2].split("-", -1)));
                default -> Optional.empty();
            };
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /**
     * The same stretch every week.
     *
     * @param days on which it begins
     * @param until not after {@code from} for a stretch that ends on the next day
     */
    record Weekly(String username, Set<DayOfWeek> days, LocalTime from, LocalTime until) implements DutyLine {
        private static final List<String> NAMES = Stream.of(DayOfWeek.values())
                .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT)).toList();
        private static final String MIDNIGHT = "24:00";

        static @Nullable DutyLine read(String username, String days, String[] times) {
            var read = days(days);
            return read.isEmpty() || times.length != 2
                    ? null
                    : new Weekly(username, read, LocalTime.parse(times[0]),
                            times[1].equals(MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(times[1]));
        }

        private static Set<DayOfWeek> days(String text) {
            var days = EnumSet.noneOf(DayOfWeek.class);
            for (var part : text.toLowerCase(Locale.ROOT).split(",")) {
                var ends = part.split("-", 2);
                int first = NAMES.indexOf(ends[0]);
                int last = NAMES.indexOf(ends[ends.length - 1]);
                if (first < 0 || last < first) {
                    return Set.of();
                }
                days.addAll(EnumSet.range(DayOfWeek.of(first + 1), DayOfWeek.of(last + 1)));
            }
            return days;
        }

        @Override
        public boolean covers(LocalDateTime local) {
            var time = local.toLocalTime();
            boolean today = days.contains(local.getDayOfWeek());
            if (from.isBefore(until)) {
                return today && !time.isBefore(from) && time.isBefore(until);
            }
            return today && !time.isBefore(from)
                    || days.contains(local.getDayOfWeek().minus(1)) && time.isBefore(until);
        }

        @Override
        public String toString() {
            return username + " "
                    + days.stream().sorted().map(day -> NAMES.get(day.ordinal())).collect(Collectors.joining(","))
                    + " " + from + "-" + (until.equals(LocalTime.MIDNIGHT) ? MIDNIGHT : until);
        }
    }

    /** A stretch on certain days, which comes before what is the same every week. */
    record Once(String username, LocalDateTime from, LocalDateTime until) implements DutyLine {
        static @Nullable DutyLine read(String username, String[] moments) {
            if (moments.length != 2) {
                return null;
            }
            var once = new Once(username, LocalDateTime.parse(moments[0]), LocalDateTime.parse(moments[1]));
            return once.from.isBefore(once.until) ? once : null;
        }

        @Override
        public boolean covers(LocalDateTime local) {
            return !local.isBefore(from) && local.isBefore(until);
        }

        @Override
        public String toString() {
            return username + " " + from + "/" + until;
        }
    }
}
