package io.pledge.sla;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;
import io.pledge.ticket.TicketId;

/**
 * How the working time of the solution fell to the tiers until a case was resolved, over all times it was promised. Time after a promise
 * was due counts for nobody: its clock had stopped.
 *
 * @param resolvedAt when the customer was told, or said so themselves
 */
record ResolutionShare(TicketId ticket, Instant resolvedAt, Map<Tier, WorkingTime> used) {

    /** Empty while a case is open, was withdrawn or goes on in another, or where no working time counted. */
    static Optional<ResolutionShare> of(TicketLedger ledger, Instant now) {
        var asOf = ledger.readUntil(now);
        return Optional.ofNullable(resolvedAt(ledger, asOf)).map(at -> new ResolutionShare(ledger.facts().ticket(), at,
                used(ledger, asOf))).filter(share -> share.used.values().stream().anyMatch(time -> !time.isZero()));
    }

    private static Map<Tier, WorkingTime> used(TicketLedger ledger, Instant asOf) {
        var used = new EnumMap<Tier, WorkingTime>(Tier.class);
        BudgetLedger.read(ledger, asOf).forEach(budget -> used.merge(budget.tier(), budget.used(), WorkingTime::plus));
        return used;
    }

    private static @Nullable Instant resolvedAt(TicketLedger ledger, Instant asOf) {
        Instant since = null;
        for (var event : ledger.events()) {
            if (event.at().isAfter(asOf)) {
                break;
            }
            since = switch (event) {
                case LedgerEvent.Resolve _,LedgerEvent.Confirm _,LedgerEvent.CloseUnconfirmed _ ->
                    since == null ? event.at() : since;
                case LedgerEvent.Submitted _,LedgerEvent.Reject _,LedgerEvent.Reopen _,LedgerEvent.Cancel _,LedgerEvent.Merge _ ->
                    null;
                default -> since;
            };
        }
        return since;
    }

    long seconds(Tier tier) {
        return used.getOrDefault(tier, WorkingTime.ZERO).seconds();
    }
}
