package io.pledge.lessons;

import java.time.Instant;

import io.pledge.organisation.PersonId;

/** One text of a lesson as it was written. */
public record LessonVersion(int number, LessonText text, PersonId writtenBy, Instant writtenAt) {}
