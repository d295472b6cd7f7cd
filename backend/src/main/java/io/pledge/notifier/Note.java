package io.pledge.notifier;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromisesMoved;
import io.pledge.sla.TermsChange;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;

/**
 * What is to be said, before it is put into anybody's language.
 *
 * @param occasion what it is about; together with letter and reader it names the message, which is sent once
 * @param words what stands in braces and is the same for everybody
 * @param moments what stands in braces and is said in the reader's zone
 * @param next when the next word is promised; null where none is
 * @param promise what the letter is about; null where it is about no promise
 * @param moved the promises that the letter says anew; null where it is about none
 * @param digest under which name it is collected with others; null where it goes out at once
 * @param personal whether a person wrote it
 */
record Note(Letter letter, String occasion, String reference, Map<String, String> words,
        Map<String, Instant> moments, @Nullable Instant next, @Nullable PromiseKind promise,
        @Nullable PromisesMoved moved, @Nullable String digest, boolean personal) {

    /** A letter that Pledge writes by itself about a case. */
    static Note of(Letter letter, TicketId ticket, String occasion) {
        return new Note(letter, occasion, "ticket:" + ticket.value(), Map.of(), Map.of(), null, null, null, null,
                false);
    }

    /** How severe the case is to whoever hears by a plan: a change is told to those who have heard of the case before it. */
    Severity severity(Ticket ticket) {
        return moved != null && moved.why().cause() == TermsChange.Cause.SEVERITY
                ? moved.why().before().severity()
                : ticket.severity();
    }

    Note saying(Map<String, String> said) {
        return new Note(letter, occasion, reference, said, moments, next, promise, moved, digest, personal);
    }

    Note at(Map<String, Instant> said) {
        return new Note(letter, occasion, reference, words, said, next, promise, moved, digest, personal);
    }

    Note next(@Nullable Instant moment) {
        return new Note(letter, occasion, reference, words, moments, moment, promise, moved, digest, personal);
    }

    Note promise(PromiseKind kind) {
        return new Note(letter, occasion, reference, words, moments, next, kind, moved, digest, personal);
    }

    Note moved(PromisesMoved all) {
        return new Note(letter, occasion, reference, words, moments, next, promise, all, digest, personal);
    }

    Note digestedAs(@Nullable String name) {
        return new Note(letter, occasion, reference, words, moments, next, promise, moved, name, personal);
    }

    /** The letter that carries a message of the case. */
    Note carrying(long message) {
        return new Note(letter, occasion, "message:" + message, words, moments, next, promise, moved, digest, true);
    }
}
