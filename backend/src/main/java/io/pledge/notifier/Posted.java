package io.pledge.notifier;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.Participant;
import io.pledge.ticket.Ticket;

/**
 * A letter to somebody on the customer's side.
 *
 * @param letter as it is written to them; the note has the one that it is to who turned to us
 * @param reporter the name of who turned to us
 * @param confirmWithin how long they have to say that they have read it; null where they need not
 */
record Posted(Ticket ticket, Participant reader, Note note, Letter letter, String reporter,
        @Nullable Duration confirmWithin) {

    /** Names the letter of this kind to this reader about this occasion; the acceptance comes back under it. */
    String key() {
        return CustomerMail.KEYS + letter.key() + ":" + note.occasion() + ":" + reader.id();
    }

    /** What an acceptance is about: only what who turned to us has read keeps a promise. */
    String reference() {
        return reader.byPlan() ? "ticket:" + ticket.id().value() : note.reference();
    }
}
