package io.pledge.sla;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.TicketId;

/** A promise nears its due time: the warning share of its working time is used. Announced once. */
public record PromiseWarned(TicketId ticket, PromiseKind kind, int sequence, Instant dueAt, Instant detectedAt,
        UnitId unit, @Nullable PersonId person) {}
