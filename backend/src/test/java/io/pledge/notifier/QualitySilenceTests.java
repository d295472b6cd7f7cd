package io.pledge.notifier;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.quality.Appeals;
import io.pledge.quality.Cause;
import io.pledge.quality.NewRuling;
import io.pledge.quality.Responsible;
import io.pledge.quality.Review;
import io.pledge.quality.Reviews;
import io.pledge.quality.Rulings;
import io.pledge.quality.Verdict;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;

import static org.assertj.core.api.Assertions.assertThat;

/** Rulings and appeals while nobody is to be written. */
@PledgeTest(properties = "pledge.notifications.enabled=false")
class QualitySilenceTests {
    @Autowired
    Casebook casebook;
    @Autowired
    MovableClock clock;
    @Autowired
    Casework casework;
    @Autowired
    Reviews reviews;
    @Autowired
    Rulings rulings;
    @Autowired
    Appeals appeals;
    @Autowired
    JdbcClient jdbc;

    @Test
    void whereMessagesAreSwitchedOffNobodyIsWritten() {
        var id = casebook.open();
        var engineer = casebook.person("local-engineer");
        var officer = casebook.person("quality");
        casework.take(id, engineer, clock.instant());
        reviews.send(id, Review.Reason.SENT, officer, clock.instant());
        long ruling = rulings.rule(id, new NewRuling(Verdict.VALID, Cause.TOO_SLOW,
                new Responsible(casebook.unit("hamburg"), engineer), "Too slow.", null), officer, clock.instant());
        long appeal = appeals.file(ruling, "It was not.", engineer, clock.instant());
        appeals.decide(appeal, true, "It was not.", "the only officer", officer, clock.instant());
        assertThat(rulings.of(id)).hasSize(2);
        assertThat(new StaffMailbox(jdbc).readers(id)).isEmpty();
    }
}
