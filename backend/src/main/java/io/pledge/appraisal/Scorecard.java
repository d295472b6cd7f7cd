package io.pledge.appraisal;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a person or unit over a period.
 *
 * @param figures one for each measure, in their order
 * @param frozenAt when they were frozen; null while the period is open
 */
public record Scorecard(Period period, AppraisalRules rules, List<Figure> figures, @Nullable Instant frozenAt) {

    public Figure figure(Measure measure) {
        return figures.get(measure.ordinal());
    }

    /** The figures that make up the sum. */
    public List<Figure> terms() {
        return figures.stream().filter(figure -> figure.weight() > 0 && !figure.few()).toList();
    }

    /** The weights of what counts, together. */
    public double weights() {
        return terms().stream().mapToDouble(Figure::weight).sum();
    }

    /** The weighted mean of what counts, before the complaints; empty where nothing does. */
    public OptionalDouble mean() {
        return terms().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble
                        .of(terms().stream().mapToDouble(f -> f.weight() * f.value()).sum() / weights());
    }

    /** How many complaints were ruled valid. */
    public long complaints() {
        return figure(Measure.VALID_COMPLAINTS).counted();
    }

    /** The mean less the points for valid complaints, not below 0; empty where nothing counts. */
    public OptionalDouble score() {
        var mean = mean();
        return mean.isEmpty()
                ? mean
                : OptionalDouble.of(Math.max(0, mean.getAsDouble() - complaints() * rules.perComplaint()));
    }
}
