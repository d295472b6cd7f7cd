package io.pledge.ticket;

import java.time.ZoneId;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Somebody on the customer's side of a case. Personal data, kept apart from the history so that it can be erased. */
public record Participant(long id, TicketId ticket, String name, @Nullable String email, @Nullable String phone,
        Locale language, ZoneId zone, boolean submitter) {}
