package io.pledge.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

import io.pledge.report.Counted;

/**
 * A unit's shares week by week, in a drawing of 200 by 60.
 *
 * @param points of the line
 * @param below weeks below the target, as upper left corners of squares of 5
 * @param target height of the target
 */
record Spark(String points, List<Corner> below, String target) {
    private static final double WIDTH = 200;
    private static final double HEIGHT = 56;

    record Corner(String x, String y) {}

    /**
     * @param weeks every week of the period, empty ones included: they carry on at the height before
     * @param lowest the share at the bottom of the drawing
     */
    static Spark of(SortedMap<?, Counted> weeks, double lowest, double target) {
        var points = new ArrayList<String>();
        var below = new ArrayList<Corner>();
        double step = weeks.size() > 1 ? WIDTH / (weeks.size() - 1) : WIDTH;
        double share = weeks.values().stream().filter(w -> w.due() > 0).findFirst().map(Counted::share).orElse(1.0);
        int place = 0;
        for (var week : weeks.values()) {
            share = week.due() > 0 ? week.share() : share;
            double x = step * place++;
            double y = y(share, lowest);
            points.add(number(x) + "," + number(y));
            if (week.due() > 0 && share < target) {
                below.add(new Corner(number(x - 2.5), number(y - 2.5)));
            }
        }
        return new Spark(String.join(" ", points), below, number(y(target, lowest)));
    }

    private static double y(double share, double lowest) {
        return 2 + HEIGHT * (1 - Math.max(0, share - lowest) / (1 - lowest));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
