package io.pledge.sla;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.testing.Agreements;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Resolutions;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Silence;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.TicketState;

import static org.assertj.core.api.Assertions.assertThat;

/** A silent customer is waited for as long as the policy says, else as the setting for all says: seven days. */
@PledgeTest
class SilenceByPolicyTests {
    @Autowired
    private Casebook casebook;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Silence silence;
    @Autowired
    private Resolutions resolutions;
    @Autowired
    private Cases cases;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private TicketId id;

    @BeforeEach
    void aMajorFault() {
        // promised in the office's hours, eight of them a day; it is Thursday morning
        id = casebook.open(TicketKind.FAULT, Severity.MAJOR, "hamburg", null);
    }

    @Test
    void silenceUntilThePolicysTimeClosesTheCaseAndNoReminderComesAfterIt() {
        new Agreements(jdbc).silence(id, Duration.ofHours(8), clock.instant());
        resolve();
        var closesAt = resolutions.last(id).orElseThrow().closesAt();
        assertThat(Duration.between(clock.instant(), closesAt)).isBetween(Duration.ofHours(8), Duration.ofHours(26));

        clock.set(closesAt.minusSeconds(1));
        silence.sweep(clock.instant());
        assertThat(state()).isEqualTo(TicketState.RESOLVED);
        clock.set(closesAt);
        silence.sweep(clock.instant());
        assertThat(state()).isEqualTo(TicketState.CLOSED_UNCONFIRMED);
        assertThat(reminders()).isEmpty();
    }

    @Test
    void wherePolicySaysNothingTheSettingForAllCounts() {
        resolve();
        assertThat(resolutions.last(id).orElseThrow().closesAt())
                .isEqualTo(clock.instant().plus(Duration.ofDays(7)));
        for (int day = 0; day < 7; day++) {
            assertThat(state()).isEqualTo(TicketState.RESOLVED);
            clock.advance(Duration.ofDays(1));
            silence.sweep(clock.instant());
        }
        assertThat(state()).isEqualTo(TicketState.CLOSED_UNCONFIRMED);
        assertThat(reminders()).hasSize(2);
    }

    private void resolve() {
        loop.resolve(id, new Solution("a cap", "a new cap", "a check", "Done."), casebook.actor("local-engineer"),
                clock.instant());
    }

    private TicketState state() {
        return cases.require(id).state();
    }

    private List<String> reminders() {
        return jdbc.sql("select detail ->> 'count' from timeline_entry where what = 'REMINDED'").query(String.class)
                .list();
    }
}
