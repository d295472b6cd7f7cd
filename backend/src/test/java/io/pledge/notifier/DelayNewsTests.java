package io.pledge.notifier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.sla.Agreement;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.Promising;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Casework;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Without the customer's recorded agreement a delay is announced, and the old promise runs on. */
@PledgeTest
class DelayNewsTests {
    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private Promising promising;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private TicketId id;

    @BeforeEach
    void aCriticalFault() {
        id = casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg", "marek@mill.example");
    }

    @Test
    void aDelayThatTheCustomerHasNotAgreedToIsAnnouncedToThemAndTheOldTimeStillCounts() {
        promising.name(id, PromiseKind.RESOLUTION, in(60), new Agreement.None(), lena());
        assertThat(letters()).singleElement().asString().contains("later than we promised",
                "We expect the solution by", "You have not agreed to that, so the time that we promised,");
    }

    @Test
    void aTimeThatTheCustomerAgreedToIsNoDelay() {
        promising.name(id, PromiseKind.RESOLUTION, in(60), new Agreement.Spoken("Fine."), lena());
        promising.name(id, PromiseKind.RESOLUTION, in(30), new Agreement.None(), lena());
        assertThat(letters()).isEmpty();
    }

    @Test
    void whileThePromiseWaitsForTheCustomerTheLetterNamesNoOldTime() {
        casework.hold(id, "We wait for the log.", casebook.actor("local-engineer"), clock.instant());
        promising.name(id, PromiseKind.RESOLUTION, in(60), new Agreement.None(), lena());
        assertThat(letters()).singleElement().asString().contains("so what we promised before still counts");
    }

    private Actor.Staff lena() {
        return casebook.actor("local-engineer");
    }

    private Instant in(int hours) {
        return clock.instant().plus(Duration.ofHours(hours));
    }

    private List<String> letters() {
        return jdbc.sql("select subject || body from outbox_message where key like 'customer:delayed:%' order by id")
                .query(String.class).list();
    }
}
