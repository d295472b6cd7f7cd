package io.pledge.jar;

import java.time.Duration;
import java.util.List;

import org.assertj.core.api.SoftAssertions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.pledge.sla.ManyTickets;
import io.pledge.ticket.TicketId;

/** Many cases whose first promise lapsed in the same moment a minute ago, and what the database says became of them. */
final class DueAtOnce {
    /** Enough for a sweep of some seconds in many batches. */
    static final int CASES = 2000;
    /** A critical case is answered within half an hour. */
    private static final Duration EARLIER = Duration.ofMinutes(31);

    /** The ticket that a message is about. */
    private static final String TICKET = "split_part(reference, ':', 2)::bigint";

    private final JdbcClient sql;
    private final long first;

    private DueAtOnce(JdbcClient sql, long first) {
        this.sql = sql;
        this.first = first;
    }

    /**
     * Lets them lapse; the watch finds them at its next turn.
     *
     * @param template a critical complaint just submitted to Hamburg, with a mail address
     */
    static DueAtOnce like(TicketId template, DriverManagerDataSource database) {
        var sql = JdbcClient.create(database);
        long first = 1 + sql.sql("select max(id) from ticket").query(Long.class).single();
        var many = new ManyTickets(database);
        many.copy(List.of(template), CASES);
        many.begunEarlier(first, EARLIER);
        return new DueAtOnce(sql, first);
    }

    /** How many are recorded as broken. */
    int broken() {
        return count("select count(*) from promise where state = 'BROKEN' and ticket_id >= :first");
    }

    /** Nothing was missed and nothing happened twice. */
    void eachIsHandledExactlyOnce() {
        var checks = new SoftAssertions();
        checks.assertThat(broken()).as("broken").isEqualTo(CASES);
        checks.assertThat(count("""
                select count(*) from promise where ticket_id >= :first and kind = 'ACKNOWLEDGEMENT' and sequence = 1
                  and state = 'BROKEN' and breached_at = due_at and detected_at > due_at
                """)).as("broken at the due time").isEqualTo(CASES);
        checks.assertThat(
                count("select count(distinct due_at) from promise where state = 'BROKEN' and ticket_id >= :first"))
                .as("due times").isOne();
        oneFor("ledger_entry where what = 'BROKEN' and kind = 'ACKNOWLEDGEMENT' and", "ticket_id", checks);
        oneFor("timeline_entry where what = 'PROMISE_BROKEN' and", "ticket_id", checks);
        oneFor("escalation where", "ticket_id", checks);
        oneFor("outbox_message where key like 'customer:missed:%' and", TICKET, checks);
        for (var person : List.of("local-head", "region-head")) {
            oneFor("""
                    outbox_message m join person p on m.address = p.email and p.username = '%s'
                    where key like 'staff:broken:%%' and""".formatted(person), TICKET, checks);
        }
        checks.assertThat(count("""
                select count(*) from outbox_message where key like 'staff:broken:%' and split_part(reference, ':', 2)::bigint >= :first
                """)).as("letters to the two of the chain").isEqualTo(2 * CASES);
        checks.assertAll();
    }

    private void oneFor(String rows, String ticket, SoftAssertions checks) {
        for (var counted : List.of("*", "distinct " + ticket)) {
            checks.assertThat(count("select count(" + counted + ") from " + rows + " " + ticket + " >= :first"))
                    .as(counted + " of " + rows).isEqualTo(CASES);
        }
    }

    private int count(String question) {
        return sql.sql(question).param("first", first).query(Integer.class).single();
    }
}
