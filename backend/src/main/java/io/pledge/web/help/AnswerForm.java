package io.pledge.web.help;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a unit says to whoever asked it: the help, or why there is none. */
record AnswerForm(
        @NotBlank(message = "{error.required}") @Size(max = 4000, message = "{portal.error.long}") @Nullable String words) {

    static AnswerForm empty() {
        return new AnswerForm(null);
    }

    String said() {
        return words == null ? "" : words.strip();
    }
}
