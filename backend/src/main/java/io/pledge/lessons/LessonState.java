package io.pledge.lessons;

/** How far a lesson has come. */
public enum LessonState {
    /** Written, not yet reviewed; only whoever works on the library reads it. */
    DRAFT,
    /** Reviewed by somebody else than its writer; found beside the next similar case. */
    PUBLISHED,
    /** Taken back; found no more. */
    WITHDRAWN
}
