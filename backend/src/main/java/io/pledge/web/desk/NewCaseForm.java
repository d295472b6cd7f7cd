package io.pledge.web.desk;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

/**
 * A case that somebody of the staff takes in for a customer.
 *
 * @param key made with the form: the same form sent twice is one case
 * @param at when the customer turned to us, in the zone of whoever writes it down; now where it is left out
 * @param address an e-mail address or a phone number
 */
record NewCaseForm(
        @NotNull(message = "{error.required}") IntakeChannel channel,
        @NotNull(message = "{error.required}") TicketKind kind,
        @NotNull(message = "{error.required}") Severity severity,
        @NotBlank(message = "{error.required}") @Size(max = 8000, message = "{portal.error.long}") String text,
        @Size(max = 80, message = "{portal.error.long}") @Nullable String product,
        @Size(max = 80, message = "{portal.error.long}") @Nullable String serial,
        @Size(max = 200, message = "{portal.error.long}") @Nullable String place,
        @NotBlank(message = "{error.required}") @Size(max = 100, message = "{portal.error.long}") String name,
        @NotBlank(message = "{error.required}") String address,
        @NotBlank(message = "{error.required}") @Pattern(regexp = "en|zh-CN", message = "{error.required}") String language,
        @Nullable String at,
        @Pattern(regexp = "[0-9a-f-]{36}", message = "{portal.error.key}") String key) {

    NewCaseForm {
        key = key == null || key.isBlank() ? UUID.randomUUID().toString() : key;
    }

    static NewCaseForm empty(String language, String now) {
        return new NewCaseForm(IntakeChannel.PHONE, TicketKind.FAULT, Severity.MAJOR, "", null, null, null, "", "",
                language, now, UUID.randomUUID().toString());
    }
}
