package io.pledge.replay;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far the replay of one log has come.
 *
 * @param customer key of the customer whose cases the log becomes
 * @param logRows rows of the log; null until all of them were read
 * @param done the last row that was driven
 * @param drivenRows how many rows of the log were driven, without the openings
 */
record ReplayRun(long id, String customer, @Nullable Long logRows, Place done, long drivenRows,
        @Nullable Instant finishedAt) {

    boolean read() {
        return logRows != null;
    }

    boolean finished() {
        return finishedAt != null;
    }
}
