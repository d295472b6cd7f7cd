package io.pledge.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.pledge.customer.Recognised;

/**
 * A case as it comes in, already checked by the page or the API that took it.
 *
 * @param key chosen by the sender; the same key twice is one ticket
 * @param severity in the customer's own judgement
 * @param place where it happened, in the customer's words
 * @param home the unit that answers first, and why
 * @param recognised whose case it is, where a serial or contract number and a known address agreed
 * @param enteredBy staff for a call entered on the customer's behalf, otherwise the submitter acts, or nobody where it came by schedule
 * @param occurredAt when the customer turned to us, which for a call entered later lies before now
 */
public record Submission(String key, TicketKind kind, Severity severity, String text, IntakeChannel channel,
        Submitter submitter, @Nullable String product, @Nullable String serial, @Nullable String place, Home home,
        @Nullable Recognised recognised, List<NewAttachment> attachments, Actor enteredBy, Instant occurredAt) {

    private static final int TITLE_LENGTH = 90;

    /** A short name for the case: the first sentence of what was written, cut at a word where it is long. */
    public String title() {
        return title(text);
    }

    static String title(String text) {
        var first = text.strip().split("(?<=[.!?])\\s|[\\r\\n。！？]", 2)[0].strip();
        if (first.codePointCount(0, first.length()) <= TITLE_LENGTH) {
            return first;
        }
        var cut = first.substring(0, first.offsetByCodePoints(0, TITLE_LENGTH));
        int space = cut.lastIndexOf(' ');
        return (space > TITLE_LENGTH / 2 ? cut.substring(0, space) : cut) + "…";
    }

    /** The person who turned to us, as far as we were told. One of {@code email} and {@code phone} is there. */
    public record Submitter(String name, @Nullable String email, @Nullable String phone, Locale language,
            ZoneId zone) {}
}
