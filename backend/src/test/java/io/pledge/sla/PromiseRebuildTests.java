package io.pledge.sla;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Due and attention times in tables are a projection that can be rebuilt from terms and events. */
@PledgeTest(properties = "pledge.sla.rebuild=true")
class PromiseRebuildTests {
    @Autowired
    private PromiseRebuild rebuild;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private Conversation conversation;
    @Autowired
    private Promises promises;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private TicketId silent;

    /** One case that nobody answered, one that somebody works on, and one that is held. */
    @BeforeEach
    void casesOfAllKinds() {
        silent = casebook.open();
        var worked = casebook.open();
        casework.take(worked, casebook.person("local-engineer"), clock.instant());
        conversation.logCall(worked, "We are at it.", null, casebook.person("local-engineer"), clock.instant());
        var held = casebook.open(TicketKind.FAULT, Severity.MAJOR, "hamburg", null);
        casework.hold(held, "We wait for the log.", casebook.actor("local-engineer"), clock.instant());
        clock.advance(Duration.ofMinutes(225));
        while (watch.sweep(clock.instant()) > 0) {
            assertThat(promises()).isNotEmpty();
        }
        promises.told(
                List.of(new SilenceTold(silent, PromiseKind.ACKNOWLEDGEMENT, 1, clock.instant().plusSeconds(30))));
    }

    @Test
    void whatIsAsItsLedgerSaysStaysUntouched() {
        var before = promises();
        rebuild.rebuild();
        assertThat(rebuild.rebuild()).isZero();
        assertThat(promises()).isEqualTo(before);
    }

    @Test
    void theSharesOfResolvedCasesAreAsTheLedgerSaysAgain() {
        loop.resolve(silent, new Solution("a cap", "file 3.2.1", "a check", "It is done."),
                casebook.actor("local-engineer"), clock.instant());
        var before = shares();
        assertThat(before).hasSize(1);
        jdbc.sql("update resolution_share set local_seconds = 1").update();
        rebuild.rebuild();
        assertThat(shares()).isEqualTo(before);
        jdbc.sql("delete from resolution_share").update();
        rebuild.rebuild();
        assertThat(shares()).isEqualTo(before);
    }

    @Test
    void timesThatWereChangedByHandAreAsTheLedgerSaysAgain() {
        var before = promises();
        jdbc.sql("update promise set due_at = due_at + interval '1 day', attention_at = null, state = 'RUNNING'")
                .update();
        assertThat(rebuild.rebuild()).isPositive();
        assertThat(promises()).isEqualTo(before);
    }

    @Test
    void aTableThatWasEmptiedIsWholeAgainAndNobodyIsToldOfIt() {
        var before = promises();
        var told = told();
        jdbc.sql("delete from promise").update();
        rebuild.rebuild();
        assertThat(promises()).isEqualTo(before);
        watch.sweep(clock.instant());
        assertThat(told()).isEqualTo(told);
        assertThat(jdbc.sql("select count(*) from escalation where ticket_id = ?").param(silent.value())
                .query(Integer.class).single()).isOne();
    }

    private List<String> promises() {
        return jdbc.sql("""
                select concat_ws(' ', ticket_id, kind, sequence, state, explicit, made_at, due_at, counts_at, warn_at, attention_at,
                    outcome_at, breached_at, detected_at, notified_at, ahead_told, ahead_at, used_seconds, policy_line,
                    severity, warned_at is null, case when outcome_at is not null or breached_at is not null then unit_id end)
                from promise order by 1
                """).query(String.class).list();
    }

    private List<String> told() {
        return jdbc.sql("""
                select key from outbox_message
                union all select what || id from timeline_entry union all select what || kind from ledger_entry order by 1
                """).query(String.class).list();
    }

    private List<String> shares() {
        return jdbc.sql("select cast(s as text) from resolution_share s order by ticket_id").query(String.class).list();
    }
}
