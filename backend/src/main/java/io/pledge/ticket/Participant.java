package io.pledge.ticket;

import java.time.ZoneId;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.pledge.customer.ContactId;

/**
 * Somebody on the customer's side of a case. Personal data, kept apart from the history so that it can be erased.
 *
 * @param contact who they are at the customer; null where nobody knows
 * @param byPlan whether they only read along, since a communication plan says that they hear of the case
 */
public record Participant(long id, TicketId ticket, String name, @Nullable String email, @Nullable String phone,
        Locale language, ZoneId zone, boolean submitter, @Nullable ContactId contact, boolean byPlan) {}
