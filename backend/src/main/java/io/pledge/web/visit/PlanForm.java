package io.pledge.web.visit;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;

/**
 * A visit as somebody plans it, or gives it another time.
 *
 * @param from as {@code input type=datetime-local} sends it, in the zone of the site
 * @param anyway whether it is planned in spite of what stands against it; null where that was not asked
 * @param key made with the form, so that it plans one visit however often it is sent
 */
record PlanForm(@NotNull(message = "{error.required}") @Nullable Long engineer,
        @NotBlank(message = "{error.required}") @Nullable String from,
        @NotBlank(message = "{error.required}") @Nullable String until,
        @NotBlank(message = "{error.required}") @Size(max = 300, message = "{visit.error.long}") @Nullable String place,
        @NotBlank(message = "{error.required}") @Size(max = 2000, message = "{visit.error.long}") @Nullable String purpose,
        @Nullable Boolean anyway,
        @Pattern(regexp = "[0-9a-f-]{36}", message = "{error.required}") @Nullable String key) {

    static PlanForm of(@Nullable PersonId engineer, @Nullable String from, @Nullable String until, String place,
            @Nullable String purpose) {
        return new PlanForm(engineer == null ? null : engineer.value(), from, until, place, purpose, null,
                UUID.randomUUID().toString());
    }
}
