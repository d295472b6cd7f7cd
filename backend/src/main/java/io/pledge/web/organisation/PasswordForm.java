package io.pledge.web.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A new password, typed twice. */
record PasswordForm(
        @NotBlank(message = "{error.required}") @Size(min = 12, max = 72, message = "{admin.password.length}") @Nullable String password,
        @NotBlank(message = "{error.required}") @Nullable String again) {

    /** bcrypt reads no more than so many bytes; a Chinese character takes three. */
    private static final int BYTES = 72;

    boolean fits() {
        return password == null || password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= BYTES;
    }

    boolean same() {
        return password != null && password.equals(again);
    }

    /** A password never shows up in a log. */
    @Override
    public String toString() {
        return "PasswordForm";
    }
}
