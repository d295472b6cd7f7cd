package io.pledge.lessons;

/** Names a lesson. */
public record LessonId(long value) {}
