package io.pledge.notifier;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseWarned;
import io.pledge.sla.PromisesWarned;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;

/** Who hears that a promise is about to break: the first answer to a critical case is owed within half an hour. */
@PledgeTest
@RecordApplicationEvents
class WarningNewsTests {
    /** Three quarters of it; at the very moment there is nothing to warn of yet. */
    private static final Duration WARNED_AT = Duration.ofSeconds(22 * 60 + 30);

    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ApplicationEvents events;
    private TicketId id;

    @BeforeEach
    void aCriticalFault() {
        id = casebook.open();
    }

    @Test
    void aPromiseIsWarnedOfOnceAtItsShareOfTheTime() {
        clock.advance(WARNED_AT);
        watch.sweep(clock.instant());
        assertThat(warned()).isEmpty();
        for (int second = 0; second < 5; second++) {
            clock.advance(Duration.ofSeconds(1));
            watch.sweep(clock.instant());
        }
        assertThat(warned()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(PromiseKind.ACKNOWLEDGEMENT);
            assertThat(one.detectedAt()).isEqualTo(MovableClock.START.plus(WARNED_AT).plusSeconds(1));
            assertThat(one.dueAt()).isEqualTo(MovableClock.START.plus(Duration.ofMinutes(30)));
        });
        assertThat(letters()).hasSize(1);
    }

    @Test
    void whoeverHasTheCaseIsWarned() {
        casework.take(id, casebook.person("local-engineer"), clock.instant());
        passWarning();
        assertThat(letters()).containsExactly("local-engineer warning");
    }

    @Test
    void ofACaseThatNobodyTookTheHeadOfTheUnitIsWarned() {
        passWarning();
        assertThat(letters()).containsExactly("local-head warning");
    }

    @Test
    void whatBrokeBeforeAnybodyLookedIsNotWarnedOf() {
        clock.advance(Duration.ofMinutes(31));
        watch.sweep(clock.instant());
        assertThat(warned()).isEmpty();
        assertThat(letters()).isEmpty();
    }

    private void passWarning() {
        clock.advance(WARNED_AT.plusSeconds(1));
        watch.sweep(clock.instant());
    }

    private List<PromiseWarned> warned() {
        return events.stream(PromisesWarned.class).flatMap(warned -> warned.all().stream())
                .filter(one -> one.ticket().equals(id)).toList();
    }

    private List<String> letters() {
        return new StaffMailbox(jdbc).readers(id).stream().filter(letter -> letter.endsWith(" warning")).toList();
    }
}
