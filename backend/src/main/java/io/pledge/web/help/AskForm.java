package io.pledge.web.help;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks another unit.
 *
 * @param key made with the form: the same form sent twice is one request
 * @param of the key of a unit, or {@code unit/user name}
 * @param by until when, in the zone of whoever asks; blank for the time that units agreed on
 */
record AskForm(
        @Pattern(regexp = "[0-9a-f-]{36}", message = "{portal.error.key}") String key,
        @NotBlank(message = "{error.required}") @Size(max = 160, message = "{portal.error.long}") @Nullable String of,
        @NotBlank(message = "{error.required}") @Size(max = 4000, message = "{portal.error.long}") @Nullable String question,
        @Size(max = 4000, message = "{portal.error.long}") @Nullable String tried, @Nullable String by) {

    AskForm {
        key = key == null || key.isBlank() ? UUID.randomUUID().toString() : key;
    }

    static AskForm empty() {
        return new AskForm("", null, null, null, null);
    }
}
