package io.pledge.embedded;

import org.jspecify.annotations.Nullable;

/** An engine inside cannot start, for a reason that the person who starts Pledge can do something about. */
final class EngineCannotStart extends RuntimeException {
    private final String remedy;

    EngineCannotStart(String reason, String remedy) {
        this(reason, remedy, null);
    }

    EngineCannotStart(String reason, String remedy, @Nullable Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    /** What to do about it, in a sentence or two. */
    String remedy() {
        return remedy;
    }
}
