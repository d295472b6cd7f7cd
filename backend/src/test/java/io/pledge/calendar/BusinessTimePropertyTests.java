package io.pledge.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of any calendar and any instant. A calendar is drawn from a seed, so that a failure can be repeated. */
class BusinessTimePropertyTests {
    private static final long YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long FORTY_YEARS = 40L * 365 * 86_400;
    private static final long TWO_MONTHS = 60L * 86_400;

    @Property(tries = 500)
    void whatWasAddedLiesBetween(@ForAll long seed, @ForAll @LongRange(max = FORTY_YEARS) long at,
            @ForAll @LongRange(max = 10_000_000) long amount) {
        BusinessCalendar calendar = randomCalendar(new Random(seed));
        Instant start = Instant.ofEpochSecond(YEAR_2000 + at);

        Instant due = calendar.add(start, WorkingTime.ofSeconds(amount));

        assertThat(calendar.between(start, due)).isEqualTo(WorkingTime.ofSeconds(amount));
        assertThat(due).isEqualTo(amount == 0 ? calendar.nextOpen(start) : calendar.prevOpen(due));
    }

    @Property(tries = 500)
    void whatWasSubtractedLiesBetween(@ForAll long seed, @ForAll @LongRange(max = FORTY_YEARS) long at,
            @ForAll @LongRange(min = 1, max = 10_000_000) long amount) {
        BusinessCalendar calendar = randomCalendar(new Random(seed));
        Instant end = Instant.ofEpochSecond(YEAR_2000 + at);

        Instant start = calendar.subtract(end, WorkingTime.ofSeconds(amount));

        assertThat(calendar.between(start, end)).isEqualTo(WorkingTime.ofSeconds(amount));
        assertThat(calendar.isOpen(start)).isTrue();
        assertThat(calendar.between(start.plusSeconds(1), end)).isEqualTo(WorkingTime.ofSeconds(amount - 1));
    }

    @Property(tries = 500)
    void splittingASpanChangesNothing(@ForAll long seed, @ForAll @LongRange(max = FORTY_YEARS) long at,
            @ForAll @LongRange(max = FORTY_YEARS) long first, @ForAll @LongRange(max = TWO_MONTHS) long second) {
        BusinessCalendar calendar = randomCalendar(new Random(seed));
        Instant start = Instant.ofEpochSecond(YEAR_2000 + at);
        Instant middle = start.plusSeconds(first);
        Instant end = middle.plusSeconds(second);

        assertThat(calendar.between(start, middle).plus(calendar.between(middle, end)))
                .isEqualTo(calendar.between(start, end));
    }

    @Property(tries = 300)
    void workingTimeIsTheLengthOfTheStretches(@ForAll long seed, @ForAll @LongRange(max = FORTY_YEARS) long at,
            @ForAll @LongRange(min = 1, max = TWO_MONTHS) long length) {
        BusinessCalendar calendar = randomCalendar(new Random(seed));
        Instant start = Instant.ofEpochSecond(YEAR_2000 + at);
        Instant end = start.plusSeconds(length);

        List<Stretch> stretches = calendar.stretches(start, end);

        assertThat(stretches.stream().mapToLong(s -> s.to().getEpochSecond() - s.from().getEpochSecond()).sum())
                .isEqualTo(calendar.between(start, end).seconds());
        assertThat(stretches).allSatisfy(stretch -> {
            assertThat(calendar.isOpen(stretch.from())).isTrue();
            assertThat(calendar.isOpen(stretch.to().minusSeconds(1))).isTrue();
            assertThat(stretch.to().equals(end) || !calendar.isOpen(stretch.to())).isTrue();
        });
    }

    @Property(tries = 300)
    void aCalendarSurvivesItsJson(@ForAll long seed) {
        CalendarSpec spec = randomCalendar(new Random(seed)).spec();

        assertThat(CalendarJson.fromJson(CalendarJson.toJson(spec))).isEqualTo(spec);
    }

    private static BusinessCalendar randomCalendar(Random random) {
        Map<DayOfWeek, List<LocalSpan>> weekly = new EnumMap<>(DayOfWeek.class);
        weekly.put(DayOfWeek.WEDNESDAY, List.of(new LocalSpan(3600 * random.nextInt(24), LocalSpan.SECONDS_PER_DAY)));
        for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY, DayOfWeek.SUNDAY)) {
            weekly.put(day, randomHours(random));
        }
        weekly.put(DayOfWeek.SATURDAY, random.nextBoolean() ? List.of() : List.of(LocalSpan.WHOLE_DAY));
        weekly.put(DayOfWeek.THURSDAY, List.of(new LocalSpan(72_000, 86_400 + random.nextInt(3600))));
        weekly.put(DayOfWeek.FRIDAY, List.of(new LocalSpan(3600 + random.nextInt(7200), 60_000)));
        Map<LocalDate, String> holidays = new TreeMap<>();
        Map<LocalDate, List<LocalSpan>> exceptions = new TreeMap<>();
        Map<LocalDate, List<LocalSpan>> breaks = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            holidays.put(randomDate(random), "holiday");
            exceptions.put(randomDate(random), randomHours(random));
            breaks.put(randomDate(random), randomHours(random));
        }
        ZoneId zone = ZoneId.of(OffsetChangesTests.ZONES.get(random.nextInt(OffsetChangesTests.ZONES.size())));
        return BusinessCalendar.of(new CalendarSpec("random", zone, weekly, holidays, exceptions, breaks));
    }

    private static LocalDate randomDate(Random random) {
        return LocalDate.of(2000, 1, 1).plusDays(random.nextInt(14_600));
    }

    private static List<LocalSpan> randomHours(Random random) {
        List<LocalSpan> hours = new ArrayList<>();
        int from = random.nextInt(20_000);
        while (from < 80_000) {
            int to = Math.min(LocalSpan.SECONDS_PER_DAY, from + 1 + random.nextInt(20_000));
            hours.add(new LocalSpan(from, to));
            from = to + random.nextInt(20_000);
        }
        return hours;
    }
}
