package io.pledge.incident;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.Solution;

/**
 * What is said in one language.
 *
 * @param solution cause, remedy and prevention, where it says that it is solved; null in a message
 */
public record Words(String text, @Nullable Report solution) {

    /** A message. */
    public static Words message(String text) {
        return new Words(text, null);
    }

    boolean blank() {
        return text.isBlank() || solution != null && solution.blank();
    }

    /** As a case is resolved with it. */
    Solution solved() {
        if (solution == null) {
            throw new IllegalStateException("these words say nothing of a solution");
        }
        return new Solution(solution.cause, solution.remedy, solution.prevention, text);
    }

    /** What was the reason, what was done, and what keeps it from happening again: customers read it. */
    public record Report(String cause, String remedy, String prevention) {
        boolean blank() {
            return cause.isBlank() || remedy.isBlank() || prevention.isBlank();
        }
    }
}
