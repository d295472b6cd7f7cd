package io.pledge.web.view;

import java.time.Duration;
import java.time.Instant;

/**
 * What a page knows of one promise at the moment of reading. The kind is the name of a promise kind, such as
 * {@code PROGRESS}; its words are under {@code promise.<kind>} in the messages.
 */
public sealed interface PromiseReading {

    /**
     * Its time runs. Past {@code warnAt} it reads as due soon, past {@code due} as broken, whatever was recorded yet.
     *
     * @param used share of the time that is used up, from 0 to 1
     */
    record Running(String kind, Instant due, Instant warnAt, double used) implements PromiseReading {}

    /** Its time has passed and nothing came: counts up. */
    record Broken(String kind, Instant due) implements PromiseReading {}

    /** It was fulfilled after its time. */
    record Late(String kind, Instant due, Instant met) implements PromiseReading {}

    /** It was fulfilled in time. */
    record Kept(String kind, Instant due, Instant met) implements PromiseReading {}

    /** Its clock stands still: there is time left, but no due time. */
    record Paused(String kind, Duration left) implements PromiseReading {}

    /** An escalation that waits since then for somebody to take it. */
    record NotTaken(Instant since) implements PromiseReading {}

    /** It was moved, before its time, to another. */
    record Moved(String kind, Instant to) implements PromiseReading {}

    /** It no longer holds, for a reason that is on record. */
    record Withdrawn(String kind) implements PromiseReading {}
}
