package io.pledge.ticket;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.customer.ContractLevel;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;

/** One case in a queue. */
public record QueueRow(TicketId id, String title, TicketKind kind, Severity severity, TicketState state, Tier tier,
        UnitId unit, @Nullable PersonId assignee, @Nullable String customer, @Nullable ContractLevel level,
        String submitter, @Nullable Instant nextDue, @Nullable String nextKind, @Nullable Instant awaitingSince,
        Instant submittedAt, @Nullable Instant endedAt, boolean escalated) {}
