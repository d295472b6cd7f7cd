package io.pledge.lessons;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;

/**
 * What a reviewer decided about a text.
 *
 * @param number which text
 * @param outcome published or withdrawn
 * @param reason why it was withdrawn
 */
public record LessonDecision(int number, LessonState outcome, @Nullable String reason, PersonId by, Instant at) {}
