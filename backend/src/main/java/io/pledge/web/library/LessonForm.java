package io.pledge.web.library;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.pledge.lessons.Lesson;
import io.pledge.lessons.LessonText;

/**
 * A text of a lesson as somebody writes it.
 *
 * @param seen the number of the text they had before them
 */
record LessonForm(int seen,
        @NotBlank(message = "{error.required}") @Size(max = 160, message = "{library.title.tooLong}") @Nullable String title,
        @NotBlank(message = "{error.required}") @Size(max = 4000, message = "{library.text.tooLong}") @Nullable String situation,
        @NotBlank(message = "{error.required}") @Size(max = 4000, message = "{library.text.tooLong}") @Nullable String cause,
        @NotBlank(message = "{error.required}") @Size(max = 4000, message = "{library.text.tooLong}") @Nullable String remedy,
        @NotBlank(message = "{error.required}") @Size(max = 4000, message = "{library.text.tooLong}") @Nullable String prevention) {

    static LessonForm of(Lesson lesson) {
        var text = lesson.text();
        return new LessonForm(lesson.number(), text.title(), text.situation(), text.cause(), text.remedy(),
                text.prevention());
    }

    LessonText text() {
        return new LessonText(orNothing(title), orNothing(situation), orNothing(cause), orNothing(remedy),
                orNothing(prevention));
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }
}
