package io.pledge.web.view;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The state of a promise as it is shown: a shape and words, always both.
 *
 * @param tone end of the class name: running, due, broken, late, kept, paused, open, moved or withdrawn
 * @param shape name of the drawing in the sprite
 * @param words what stands beside the shape
 * @param spoken state, kind, full date and zone, for those who listen
 * @param counts the due time that the words count to or from; null where they stand still
 * @param soon from when it is due soon; null where that does not apply
 */
public record PromiseBadge(
        String tone,
        String shape,
        String words,
        String spoken,
        @Nullable Instant counts,
        @Nullable Instant soon) {

    /** The same state with other words, for example the kind of the promise before them. */
    public PromiseBadge withWords(String other) {
        return new PromiseBadge(tone, shape, other, spoken, null, null);
    }
}
