package io.pledge.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.customer.ContractLevel;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.sql.Sql;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/** The tickets opened in a period, batch by batch, with what a policy asks of them. */
@Component
class TrialTickets {
    /** The contract is the one that was in force, where the customer is, when the ticket was recorded: as at its submission. */
    private static final String BATCH = """
            select t.id, t.kind, t.severity, t.contract_level, t.home_unit_id, c.key, contract.calendar
            from ticket t left join customer c on c.id = t.customer_id left join lateral (
                select k.calendar from contract k
                where k.customer_id = c.id and k.starts_on <= cast(t.recorded_at at time zone c.zone as date)
                  and (k.ends_on is null or k.ends_on >= cast(t.recorded_at at time zone c.zone as date))
                order by array_position(array['GOLD', 'SILVER', 'BASIC'], k.level), k.id limit 1) contract on true
            where t.id > :after and t.submitted_at >= :from and t.submitted_at < :until
            order by t.id limit :size
            """;

    private final JdbcClient jdbc;
    private final Units units;

    TrialTickets(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /** What the policies are asked about one ticket. */
    record Tried(TicketId ticket, TicketKind kind, ServiceUnit home, Traits traits) {

        /** What it was taken for at its submission and after each change since, as its ledger says. */
        List<Traits> throughout(TicketLedger ledger) {
            var changes = ledger.changes();
            var first = changes.isEmpty() ? traits : submitted(changes.getFirst().before());
            return Stream.concat(Stream.of(first), changes.stream().map(TermsChange::after)).toList();
        }

        /** The contract's calendar was read as at the submission, which the ledger of a later change cannot know. */
        private Traits submitted(Traits before) {
            boolean same = Objects.equals(before.customer(), traits.customer());
            return same
                    ? new Traits(before.severity(), before.level(), before.customer(), traits.calendar())
                    : before;
        }
    }

    /** The next ones behind a ticket, by their ids. */
    List<Tried> batch(Instant from, Instant until, long after, int size) {
        return jdbc.sql(BATCH).param("after", after).param("from", Sql.at(from)).param("until", Sql.at(until))
                .param("size", size).query((row, _) -> tried(row)).list();
    }

    private Tried tried(ResultSet row) throws SQLException {
        var home = units.unit(new UnitId(row.getLong("home_unit_id")));
        var level = Optional.ofNullable(row.getString("contract_level")).map(ContractLevel::valueOf).orElse(null);
        return new Tried(new TicketId(row.getLong("id")), TicketKind.valueOf(row.getString("kind")), home,
                new Traits(Severity.valueOf(row.getString("severity")), level, row.getString("key"),
                        row.getString("calendar")));
    }
}
