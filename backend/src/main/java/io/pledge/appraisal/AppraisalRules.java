package io.pledge.appraisal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import io.pledge.config.ConfigFile;

/**
 * What the operator's file says of appraisals.
 *
 * @param length of a period
 * @param zone in which periods begin and end
 * @param objectWithin how long after a period's end those appraised can object, on the wall clock
 * @param few below this many cases a measure is left out of the sum
 * @param perComplaint points off for each valid complaint
 * @param weights of the measures that make up the sum
 */
public record AppraisalRules(int version, Length length, ZoneId zone, Duration objectWithin, int few,
        double perComplaint, Map<Measure, Double> weights) {

    /** How long a period is. */
    public enum Length {
        MONTH, QUARTER
    }

    static AppraisalRules read(Path file) {
        var root = ConfigFile.read(file).allow("version", "period", "zone", "object-within", "few", "per-complaint",
                "weights");
        if (root.integer("few") < 1) {
            throw root.fail("few", "at least 1 is needed");
        }
        if (!(root.number("per-complaint") >= 0)) {
            throw root.fail("per-complaint", "the points off cannot be negative");
        }
        var node = root.child("weights").allow("promises-kept", "stayed-closed", "satisfaction");
        var weights = new EnumMap<Measure, Double>(Measure.class);
        for (var key : node.keys()) {
            if (!(node.number(key) >= 0)) {
                throw node.fail(key, "a weight cannot be negative");
            }
            weights.put(Measure.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')), node.number(key));
        }
        if (!(Math.abs(weights.values().stream().mapToDouble(w -> w).sum() - 1) < 1e-9)) {
            throw root.fail("weights", "the weights have to make 1 together");
        }
        return new AppraisalRules(root.integer("version"), root.oneOf("period", Length.class), root.zone("zone"),
                root.duration("object-within"), root.integer("few"), root.number("per-complaint"), weights);
    }
}
