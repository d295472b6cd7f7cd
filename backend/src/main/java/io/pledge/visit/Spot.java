package io.pledge.visit;

/**
 * Where a phone was, as far as it told.
 *
 * @param latitude in degrees, from -90 to 90
 * @param longitude in degrees, from -180 to 180
 */
public record Spot(double latitude, double longitude) {
    private static final double POLE = 90;
    private static final double DATE_LINE = 180;

    /** Whether there is such a place on earth. */
    public boolean onEarth() {
        return Math.abs(latitude) <= POLE && Math.abs(longitude) <= DATE_LINE;
    }
}
