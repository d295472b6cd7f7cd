package io.pledge.ticket;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;

/**
 * Something written in a case.
 *
 * @param internal whether the customer never sees it
 * @param nextWordAt the time by which its author promised to write again
 * @param heardAt when the customer's channel accepted it; null while it is on its way, and for notes
 */
public record Message(long id, TicketId ticket, boolean internal, Author author, @Nullable PersonId person,
        @Nullable Long participant, Via via, String body, @Nullable Instant nextWordAt, @Nullable Instant heardAt,
        Moment at) {}
