package io.pledge.web.incident;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.pledge.ticket.Severity;

/**
 * A major incident as somebody declares it.
 *
 * @param key made with the form: the same form sent twice is one incident
 * @param unit the key of the unit that answers for it
 * @param lead a user name
 * @param shown anything where customers are to read of it
 * @param cases the numbers of the cases with which it begins
 */
record DeclareForm(
        @Pattern(regexp = "[0-9a-f-]{36}", message = "{portal.error.key}") String key,
        @NotBlank(message = "{error.required}") @Size(max = 120, message = "{portal.error.long}") @Nullable String english,
        @NotBlank(message = "{error.required}") @Size(max = 120, message = "{portal.error.long}") @Nullable String chinese,
        @NotNull(message = "{error.required}") @Nullable Severity severity,
        @NotBlank(message = "{error.required}") @Nullable String unit,
        @NotBlank(message = "{error.required}") @Nullable String lead, @Nullable String shown,
        @NotBlank(message = "{error.required}") @Size(max = 16000, message = "{portal.error.long}") @Nullable String cases) {

    DeclareForm {
        key = key == null || key.isBlank() ? UUID.randomUUID().toString() : key;
    }

    static DeclareForm of(String unit, String lead, String cases) {
        return new DeclareForm("", null, null, Severity.CRITICAL, unit, lead, null, cases);
    }
}
