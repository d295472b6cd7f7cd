package io.pledge.appraisal;

/**
 * How sure a figure is: between these two values it lies in 95 of 100 cases, on the scale from 0 to 100.
 */
public record Interval(double low, double high) {
    private static final double Z = 1.959964;

    /** Of a share, after E. B. Wilson, Probable Inference (1927); it stays honest with few cases and near the ends. */
    static Interval ofShare(long part, long whole) {
        if (whole == 0) {
            return new Interval(0, 100);
        }
        double p = (double) part / whole;
        double z2 = Z * Z;
        double middle = p + z2 / (2 * whole);
        double spread = Z * Math.sqrt(p * (1 - p) / whole + z2 / (4.0 * whole * whole));
        double base = 1 + z2 / whole;
        return new Interval(100 * Math.max(0, (middle - spread) / base), 100 * Math.min(1, (middle + spread) / base));
    }

    /** Of a mean, by the normal approximation, from the sums of the scores (0 to 10) and of their squares. */
    static Interval ofMean(long count, double sum, double squares) {
        if (count < 2) {
            return new Interval(0, 100);
        }
        double mean = sum / count;
        double variance = Math.max(0, (squares - count * mean * mean) / (count - 1));
        double spread = Z * Math.sqrt(variance / count);
        return new Interval(10 * Math.max(0, mean - spread), 10 * Math.min(10, mean + spread));
    }
}
