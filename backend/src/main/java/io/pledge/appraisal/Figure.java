package io.pledge.appraisal;

/**
 * One figure of a scorecard.
 *
 * @param good how many count for the subject
 * @param counted how many it rests on
 * @param leftOut how many do not count
 * @param value on the scale from 0 to 100; of the complaints how many they are
 * @param weight its part of the sum; 0 for the complaints
 * @param few whether it rests on too few cases and is left out of the sum
 */
public record Figure(Measure measure, long good, long counted, long leftOut, double value, Interval interval,
        double weight, boolean few) {}
