package io.pledge.web.survey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.pledge.survey.RecoveryCall;

/** What was said on a recovery call. */
record RecoveryForm(
        @NotBlank(message = "{error.required}") @Size(max = 4000, message = "{recovery.said.tooLong}") @Nullable String said,
        @NotNull(message = "{error.required}") RecoveryCall.@Nullable Outcome outcome) {

    static RecoveryForm empty() {
        return new RecoveryForm(null, null);
    }
}
