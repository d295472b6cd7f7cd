package io.pledge.web.library;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pledge.lessons.MarkedText;

/**
 * One lesson or case in a list of them.
 *
 * @param icon the drawing before it
 * @param source what it is, such as "Lesson" or "Case PL-10042"
 * @param notes when and by whom
 * @param tags product, kind
 * @param waiting words where it waits for a review; null otherwise
 */
record LessonCard(String href, String icon, String source, MarkedText title, MarkedText excerpt, List<String> notes,
        List<String> tags, @Nullable String waiting) {}
