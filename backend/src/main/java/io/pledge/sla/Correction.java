package io.pledge.sla;

import java.time.Instant;

/**
 * A promise came out otherwise than had been written down, since something was learned only later.
 *
 * @param kept whether it was taken for broken and was kept; otherwise the other way round
 * @param what was learned, by the name of its kind in the ledger, such as {@code PersonMessage}
 * @param happenedAt when that had happened
 * @param learnedAt when it was learned, and the promise corrected
 */
public record Correction(boolean kept, String what, Instant happenedAt, Instant learnedAt) {}
