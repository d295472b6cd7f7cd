package io.pledge.web.quality;

import org.jspecify.annotations.Nullable;

import io.pledge.quality.Cause;
import io.pledge.quality.Verdict;

/** A ruling as it is typed. */
record RulingForm(@Nullable Verdict verdict, @Nullable Cause cause, @Nullable String responsible,
        @Nullable String reasoning, @Nullable Long seen) {}
