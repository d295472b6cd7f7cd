package io.pledge.sla;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.TicketId;

/**
 * A tier has used up its share of the time for a solution and still had the ticket. It is a warning among the tiers and
 * no breach: it moves no case, and the customer hears nothing of it. Announced once a budget.
 *
 * @param round counts from 1 the times for which the ticket was given a full allowance
 * @param overrunAt when the share was used up, whenever anyone noticed
 * @param unit the unit that had the ticket then
 * @param person who had taken it then, or the unit's head
 */
public record BudgetOverrun(TicketId ticket, Tier tier, int round, Instant overrunAt, Instant detectedAt, UnitId unit,
        @Nullable PersonId person) {}
