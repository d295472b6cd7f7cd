package io.pledge.ticket;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;

/**
 * What somebody has written into a form of a case and not sent.
 *
 * @param words by field; empty where nothing is kept
 * @param keptAt when it was kept last; null where nothing is kept
 * @param sentFrom the page from which this form was sent last; null where it never was
 */
public record Draft(DraftForm form, Map<String, String> words, @Nullable Instant keptAt, @Nullable String sentFrom) {

    /**
     * Whose draft, of which case, in which form.
     *
     * @param page the page it is written on: a name of its own for each time that a form is shown
     */
    public record Key(TicketId ticket, PersonId person, DraftForm form, String page) {}
}
