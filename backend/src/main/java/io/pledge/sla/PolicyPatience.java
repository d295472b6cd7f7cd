package io.pledge.sla;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.ticket.Patience;
import io.pledge.ticket.TicketId;

/** How long a silent customer is waited for: as the terms say under which the case is promised. */
@Component
class PolicyPatience implements Patience {
    private final LedgerRecords records;

    PolicyPatience(LedgerRecords records) {
        this.records = records;
    }

    @Override
    public Optional<Instant> closesAt(TicketId ticket, Instant resolvedAt) {
        return Optional.ofNullable(records.terms(ticket).silence())
                .map(silence -> silence.calendar().add(resolvedAt, silence.allowance()));
    }
}
