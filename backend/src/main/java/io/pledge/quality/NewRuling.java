package io.pledge.quality;

import org.jspecify.annotations.Nullable;

/**
 * A ruling about to be made.
 *
 * @param cause needed for a valid complaint
 * @param responsible needed for a valid complaint: one of those who {@linkplain Rulings#holders held} the case
 * @param reasoning why, in words that the responsible person will read
 * @param seen the last ruling that the officer knew of; null for none
 */
public record NewRuling(Verdict verdict, @Nullable Cause cause, @Nullable Responsible responsible, String reasoning,
        @Nullable Long seen) {}
