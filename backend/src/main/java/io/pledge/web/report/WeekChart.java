package io.pledge.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

import io.pledge.report.Counted;

/**
 * Promises by the week in which they came due: kept above the line, broken below it, on one scale. All geometry is in the units of a
 * drawing of 760 by 360.
 *
 * @param zero where the line is
 * @param grid lines with a number
 */
record WeekChart(List<Bar> bars, double zero, List<Grid> grid) {
    private static final double LEFT = 34;
    private static final double RIGHT = 760;
    private static final double TOP = 24;
    private static final double BOTTOM = 326;
    private static final int MOST_NUMBERED = 20;
    private static final int MOST_LABELS = 16;

    /** A grid line. */
    record Grid(double y, String words) {}

    /** A rectangle; its height is zero where there is nothing. */
    record Block(double y, double height) {}

    /** What is written above or below a bar, and the list it opens. */
    record End(double y, String words, String href, String spoken) {}

    /** One week. */
    record Bar(double x, double width, double middle, Block kept, Block late, Block overdue, @Nullable End above,
            @Nullable End below, @Nullable String label) {}

    /** What a week needs beside its numbers. */
    interface Naming {
        String label(java.time.LocalDate monday);

        String count(long number);

        String href(java.time.LocalDate monday, boolean kept);

        String spoken(java.time.LocalDate monday, long number, boolean kept);
    }

    static WeekChart of(SortedMap<java.time.LocalDate, Counted> weeks, Naming naming) {
        long up = Math.max(1, most(weeks.values().stream().mapToLong(Counted::kept)));
        long down = most(weeks.values().stream().mapToLong(Counted::broken));
        double unit = (BOTTOM - TOP - (down > 0 ? 16 : 0)) / (up + down);
        double zero = TOP + up * unit;
        double step = (RIGHT - LEFT) / Math.max(1, weeks.size());
        int every = (weeks.size() + MOST_LABELS - 1) / MOST_LABELS;
        var bars = new ArrayList<Bar>();
        for (var week : weeks.entrySet()) {
            var place = LEFT + bars.size() * step;
            bars.add(bar(week.getKey(), week.getValue(), new Place(place, step, zero, unit), naming,
                    bars.size() % Math.max(1, every) == 0));
        }
        return new WeekChart(bars, zero, grid(up, zero, unit, naming));
    }

    private record Place(double left, double step, double zero, double unit) {}

    private static Bar bar(java.time.LocalDate monday, Counted counted, Place at, Naming naming, boolean labelled) {
        double width = Math.min(38, at.step * 0.72);
        double x = at.left + (at.step - width) / 2;
        double late = counted.late() * at.unit;
        double overdue = counted.overdue() * at.unit;
        var kept = new Block(at.zero - counted.kept() * at.unit, counted.kept() * at.unit);
        return new Bar(x, width, x + width / 2, kept, new Block(at.zero, late), new Block(at.zero + late, overdue),
                counted.kept() == 0 ? null : end(kept.y - 5, monday, counted.kept(), true, naming),
                counted.broken() == 0
                        ? null
                        : end(at.zero + late + overdue + 14, monday, counted.broken(), false, naming),
                labelled ? naming.label(monday) : null);
    }

    private static End end(double y, java.time.LocalDate monday, long number, boolean kept, Naming naming) {
        return new End(y, naming.count(number), naming.href(monday, kept), naming.spoken(monday, number, kept));
    }

    /** Lines at round numbers, 1, 2 or 5 of a power of ten apart. */
    private static List<Grid> grid(long up, double zero, double unit, Naming naming) {
        long step = LongStream.iterate(1, power -> power * 10).limit(15)
                .flatMap(power -> LongStream.of(power, 2 * power, 5 * power)).filter(round -> 2 * round <= up).max()
                .orElse(1);
        return LongStream.rangeClosed(0, up / step)
                .mapToObj(line -> new Grid(zero - line * step * unit, naming.count(line * step))).toList();
    }

    private static long most(LongStream numbers) {
        return numbers.max().orElse(0);
    }

    /** Whether numbers stand at the bars at all. */
    public boolean numbered() {
        return bars.size() <= MOST_NUMBERED;
    }
}
