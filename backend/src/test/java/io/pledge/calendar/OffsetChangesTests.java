package io.pledge.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Around every change of the clock from 2000 to 2040, in zones that change it in unlike ways. */
class OffsetChangesTests {
    static final List<String> ZONES = List.of("Europe/Berlin", "Europe/Warsaw", "America/New_York", "America/Sao_Paulo",
            "America/St_Johns", "Asia/Tehran", "Africa/Casablanca", "Australia/Lord_Howe", "Pacific/Apia",
            "Antarctica/Troll", "Asia/Shanghai");

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2040-01-01T00:00:00Z");
    private static final long DAY = 86_400;

    static Stream<String> zonesThatChangeTheirClocks() {
        return ZONES.stream().filter(zone -> ZoneId.of(zone).getRules().nextTransition(FIRST) != null);
    }

    @ParameterizedTest
    @MethodSource("zonesThatChangeTheirClocks")
    void roundTheClockLosesNoSecondAtAnyChange(String zone) {
        BusinessCalendar calendar = BusinessCalendar.of(CalendarSpec.roundTheClock("24x7", ZoneId.of(zone)));

        assertThat(changes(zone)).isNotEmpty().allSatisfy(change -> {
            Instant before = change.getInstant().minusSeconds(3 * DAY);
            Instant after = change.getInstant().plusSeconds(3 * DAY);
            assertThat(calendar.stretches(before, after)).containsExactly(new Stretch(before, after));
            assertThat(calendar.add(before, WorkingTime.ofSeconds(6 * DAY))).isEqualTo(after);
        });
    }

    @ParameterizedTest
    @MethodSource("zonesThatChangeTheirClocks")
    void hoursAroundEveryChangeAreWhatTheLocalClockShows(String zone) {
        BusinessCalendar calendar = office(zone);

        assertThat(changes(zone)).isNotEmpty().allSatisfy(change -> {
            long start = change.getInstant().getEpochSecond() - 2 * DAY;
            long counted = 0;
            // quarter hours, since no clock in these years is set by less
            for (long second = start; second < start + 4 * DAY; second += 900) {
                boolean open = isOpenByTheClock(calendar, second);
                assertThat(calendar.isOpen(Instant.ofEpochSecond(second))).as("%s", Instant.ofEpochSecond(second))
                        .isEqualTo(open);
                counted += open ? 900 : 0;
            }
            assertThat(calendar.between(Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + 4 * DAY)).seconds())
                    .isEqualTo(counted);
        });
    }

    /** An answer found another way: is there a date whose resolved hours hold the second? */
    private static boolean isOpenByTheClock(BusinessCalendar calendar, long second) {
        ZoneRules rules = calendar.zone().getRules();
        LocalDate about = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).toLocalDate();
        for (LocalDate date = about.minusDays(2); !date.isAfter(about.plusDays(2)); date = date.plusDays(1)) {
            boolean skipped = date.equals(LocalDate.of(2011, 12, 30)) && "Pacific/Apia".equals(calendar.zone().getId());
            for (LocalSpan span : skipped ? List.<LocalSpan>of() : calendar.spec().weekly().get(date.getDayOfWeek())) {
                if (resolve(date, span.fromSecond(), rules) <= second
                        && second < resolve(date, span.toSecond(), rules)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long resolve(LocalDate date, int secondOfDay, ZoneRules rules) {
        LocalDateTime local = date.atTime(LocalTime.MIDNIGHT).plusSeconds(secondOfDay);
        ZoneOffsetTransition change = rules.getTransition(local);
        // the offset before the change: it moves a time in a gap forward and is the earlier one in an overlap
        return local.toEpochSecond(change == null ? rules.getOffset(local) : change.getOffsetBefore());
    }

    private static BusinessCalendar office(String zone) {
        Map<DayOfWeek, List<LocalSpan>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly.put(day, List.of(LocalSpan.parse("00:00-01:30"), LocalSpan.parse("02:30-05:00"),
                    LocalSpan.parse("09:00-12:00"), LocalSpan.parse("22:15-24:00")));
        }
        return BusinessCalendar.of(new CalendarSpec("office", ZoneId.of(zone), weekly, Map.of(), Map.of(), Map.of()));
    }

    private static List<ZoneOffsetTransition> changes(String zone) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneRules rules = ZoneId.of(zone).getRules();
        for (ZoneOffsetTransition change = rules.nextTransition(FIRST); change != null
                && change.getInstant().isBefore(LAST); change = rules.nextTransition(change.getInstant())) {
            changes.add(change);
        }
        return changes;
    }
}
