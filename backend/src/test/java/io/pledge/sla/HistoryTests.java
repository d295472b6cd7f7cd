package io.pledge.sla;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What was promised and what became of it cannot be rewritten, whoever asks the database. */
@PledgeTest
class HistoryTests {
    @Autowired
    private Casebook casebook;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private TicketId id;

    @BeforeEach
    void aCaseWithABrokenPromise() {
        id = casebook.open();
        clock.advance(Duration.ofMinutes(31));
        watch.sweep(clock.instant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ledger_event set detail = '{}'", "update ledger_event set occurred_at = now()",
            "delete from ledger_event", "truncate ledger_event",
            "update ledger_entry set what = 'KEPT' where what = 'BROKEN'", "delete from ledger_entry",
            "truncate ledger_entry", "update timeline_entry set detail = '{}'", "delete from timeline_entry",
            "truncate timeline_entry cascade"})
    void theDatabaseRefusesToChangeOrDeleteTermsOutcomesAndTheTimeline(String statement) {
        var before = written();
        assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThat(written()).isEqualTo(before).contains("Submitted", "BROKEN", "SUBMITTED");
    }

    private String written() {
        return jdbc.sql("""
                select concat((select json_agg(e order by e::text) from ledger_event e where ticket_id = :id), ' ',
                              (select json_agg(e order by e::text) from ledger_entry e where ticket_id = :id and what = 'BROKEN'), ' ',
                              (select json_agg(e order by e::text) from timeline_entry e where ticket_id = :id))
                """).param("id", id.value()).query(String.class).single();
    }
}
