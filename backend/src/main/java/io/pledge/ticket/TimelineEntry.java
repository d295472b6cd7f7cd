package io.pledge.ticket;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;

/**
 * One line of a case's history.
 *
 * @param person who of the vendor's staff did it, if somebody did
 * @param unit the unit that held the case then
 * @param message what was written with it, if anything
 * @param detail further facts by name, for example {@code reason} or {@code to}
 */
public record TimelineEntry(long id, TicketId ticket, What what, Author author, @Nullable PersonId person,
        @Nullable UnitId unit, @Nullable Long message, boolean visibleToCustomer, Map<String, String> detail,
        Moment at) {}
