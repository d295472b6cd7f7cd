package io.pledge.testing;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests stand on has to stand itself. */
@PledgeTest
class PledgeTestTests {
    @Autowired
    JdbcClient sql;
    @Autowired
    Clock clock;
    @Autowired
    MovableClock movable;

    @Test
    void timePassesOnlyByHand() {
        assertThat(clock.instant()).isEqualTo(MovableClock.START);
        movable.advance(Duration.ofHours(4));
        assertThat(clock.instant()).isEqualTo(MovableClock.START.plus(Duration.ofHours(4)));
    }

    @Test
    void oneTestLeavesNothingToTheNext() {
        leaveSomething();
    }

    @Test
    void norTheOtherWayRound() {
        leaveSomething();
    }

    private void leaveSomething() {
        assertThat(clock.instant()).isEqualTo(MovableClock.START);
        movable.advance(Duration.ofDays(1));
        assertThat(sql.sql("select count(*) from event_publication").query(Long.class).single()).isZero();
        sql.sql("insert into event_publication (id, listener_id, event_type, serialized_event, publication_date) "
                + "values (?, 'l', 'e', '{}', now())").param(UUID.randomUUID()).update();
    }
}
