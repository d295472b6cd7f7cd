package io.pledge.web.portal;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

/**
 * What a customer fills in.
 *
 * @param key made with the form: the same form sent twice is one case
 * @param serial a serial number or the number of a contract, as typed
 * @param place the site, in the customer's words
 * @param address an e-mail address or a phone number
 * @param zone the browser's time zone
 * @param website no person sees this field; whoever fills it in is a program
 */
record SubmissionForm(
        @NotNull(message = "{error.required}") TicketKind kind,
        @NotNull(message = "{error.required}") Severity severity,
        @NotBlank(message = "{portal.text.needed}") @Size(max = 8000, message = "{portal.error.long}") String text,
        @Size(max = 80, message = "{portal.error.long}") @Nullable String product,
        @Size(max = 80, message = "{portal.error.long}") @Nullable String serial,
        @Size(max = 200, message = "{portal.error.long}") @Nullable String place,
        @NotBlank(message = "{error.required}") @Size(max = 100, message = "{portal.error.long}") String name,
        @NotBlank(message = "{error.required}") @Reachable String address,
        @Nullable String zone,
        @Pattern(regexp = "[0-9a-f-]{36}", message = "{portal.error.key}") String key,
        @Size(max = 0, message = "{portal.error.robot}") @Nullable String website) {

    SubmissionForm {
        key = key == null || key.isBlank() ? UUID.randomUUID().toString() : key;
    }

    /** An empty form: a fault that slows the customer down is what most people come with. */
    static SubmissionForm empty() {
        return new SubmissionForm(TicketKind.FAULT, Severity.MAJOR, "", null, null, null, "", "", null,
                UUID.randomUUID().toString(), null);
    }
}
