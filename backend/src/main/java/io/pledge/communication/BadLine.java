package io.pledge.communication;

/**
 * Why a plan cannot be agreed.
 *
 * @param line counted from 1; 0 where the whole plan is meant
 * @param other the line that says the same; else 0
 */
public record BadLine(int line, Problem problem, int other) {

    /** What is wrong. */
    public enum Problem {
        /** Nobody of the customer is meant by any line. */
        NOBODY,
        /** The line is about nobody, or about somebody and a level. */
        WHO,
        /** They are no contact of this customer, or no more. */
        FOREIGN,
        /** The line says of nothing that they hear of it. */
        NOTHING,
        /** Who cannot hear of the solution cannot answer for it. */
        ANSWER,
        /** Line {@code other} says it already. */
        TWICE,
        /** Too many lines. */
        MANY,
        /** No time that can be agreed. */
        TIME
    }

    static BadLine of(int line, Problem problem) {
        return new BadLine(line, problem, 0);
    }
}
