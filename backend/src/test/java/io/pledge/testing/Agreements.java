package io.pledge.testing;

import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.sql.Sql;
import io.pledge.ticket.TicketId;

/** Makes the terms of tickets anew, with what the policies of the tests do not say. */
public record Agreements(JdbcClient jdbc) {

    /** The same terms with another chain, written as it is stored. */
    public void chain(TicketId ticket, String chain, Instant at) {
        agree(ticket, "jsonb_set(detail, '{chain}', cast(:new as jsonb))", chain, at);
    }

    /** The terms as they were stored when policies only said whether a breach moves the case. */
    public void beforeChains(TicketId ticket, boolean escalates, Instant at) {
        agree(ticket, "(detail - 'chain') || cast(:new as jsonb)", "{\"escalates\": %s}".formatted(escalates), at);
    }

    /** How long a silent customer is waited for, on the calendar of the solution. */
    public void silence(TicketId ticket, Duration working, Instant at) {
        agree(ticket, """
                detail || jsonb_build_object('silence', jsonb_build_object('seconds', cast(:new as bigint),
                    'calendarVersion', detail -> 'targets' -> 'RESOLUTION' -> 'calendarVersion'))
                """, working.toSeconds() + "", at);
    }

    /** The same terms without shares of the time for any tier. */
    public void withoutBudgets(TicketId ticket, Instant at) {
        agree(ticket, "(detail - 'budgets') || cast(:new as jsonb)", "{}", at);
    }

    private void agree(TicketId ticket, String detail, String change, Instant at) {
        jdbc.sql("""
                insert into ledger_event (ticket_id, position, type, detail, occurred_at, recorded_at)
                select ticket_id, 100, 'ChangeTerms', jsonb_build_object('terms', %s), :at, :at from ledger_event
                where ticket_id = :ticket and type = 'Submitted'
                """.formatted(detail)).param("new", change).param("ticket", ticket.value())
                .param("at", Sql.at(at)).update();
    }
}
