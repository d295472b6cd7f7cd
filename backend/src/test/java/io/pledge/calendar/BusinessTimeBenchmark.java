package io.pledge.calendar;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How many questions a second one core answers about the office calendar of Shanghai with the official holidays of China, about an
 * hour and about ten years. No test: {@code -Dtest=BusinessTimeBenchmark} runs it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BusinessTimeBenchmark {
    private static final int STARTS = 4096;
    private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");

    @Param({"HOUR", "TEN_YEARS"})
    public Span span = Span.HOUR;
    private final Instant[] starts = new Instant[STARTS];
    private final Instant[] ends = new Instant[STARTS];
    private BusinessCalendar calendar = BusinessCalendar.always();
    private WorkingTime amount = WorkingTime.ZERO;
    private int at;

    /** How much time is asked about: on the wall clock, and as working time. */
    public enum Span {
        HOUR(Duration.ofHours(1), 1), TEN_YEARS(Duration.ofDays(3652), 20_000);

        private final Duration wall;
        private final int workingHours;

        Span(Duration wall, int workingHours) {
            this.wall = wall;
            this.workingHours = workingHours;
        }
    }

    /** Moments over four years, so that neither answer nor year is always the same. */
    @Setup
    public void prepare() {
        calendar = CalendarFiles.read(Path.of("config/calendars")).get("office-shanghai");
        amount = WorkingTime.ofMinutes(60L * span.workingHours);
        var random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < STARTS; i++) {
            starts[i] = FIRST.plusSeconds(random.nextLong(Duration.ofDays(1461).toSeconds()));
            ends[i] = starts[i].plus(span.wall);
        }
    }

    /** When so much working time is over. */
    @Benchmark
    public Instant add() {
        return calendar.add(starts[next()], amount);
    }

    /** How much working time lies between. */
    @Benchmark
    public WorkingTime between() {
        int i = next();
        return calendar.between(starts[i], ends[i]);
    }

    private int next() {
        at = at + 1 & STARTS - 1;
        return at;
    }

    @Test
    void run() throws RunnerException {
        var options = new OptionsBuilder().include(BusinessTimeBenchmark.class.getName()).build();
        Map<String, Double> speeds = new TreeMap<>();
        for (RunResult result : new Runner(options).run()) {
            speeds.put(result.getPrimaryResult().getLabel() + " " + result.getParams().getParam("span"),
                    result.getPrimaryResult().getScore());
        }
        for (String verb : new String[]{"add", "between"}) {
            double hour = speeds.get(verb + " HOUR");
            double years = speeds.get(verb + " TEN_YEARS");
            System.out.printf(Locale.ROOT,
                    "%-8s %,12.0f an hour/s %,12.0f ten years/s; ten years cost %.2f x an hour%n",
                    verb, hour, years, hour / years);
        }
    }
}
