package io.pledge.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.TicketId;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What we learn of late corrects the past, visibly, and does not hide the present. */
@PledgeTest
class LateRecordsTests {
    @Autowired
    private Casebook casebook;
    @Autowired
    private Conversation conversation;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private Casework casework;
    @Autowired
    private Promises promises;
    @Autowired
    private Corrections corrections;
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private TicketId ticket;
    private Instant submitted;

    @BeforeEach
    void aCriticalCaseNobodyAnsweredForADay() {
        submitted = clock.instant();
        ticket = casebook.open();
        clock.advance(Duration.ofHours(25));
        sweep();
        assertThat(progress()).hasSizeGreaterThan(5).first().extracting(Promise::state)
                .isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void aCallLoggedLateTurnsTheBrokenPromiseIntoAKeptOneAndTheLedgerSaysThatItWasCorrected() {
        logCallOf(Duration.ofMinutes(20));

        assertThat(progress().getFirst().state()).isEqualTo(PromiseState.KEPT);
        assertThat(progress().getFirst().outcomeAt()).isEqualTo(submitted.plus(Duration.ofMinutes(20)));
        assertThat(entries("PROGRESS", 1)).containsExactly("MADE", "BROKEN", "CORRECTED_TO_KEPT");
    }

    @Test
    void aCorrectionSaysWhatWasLearnedWhenAndWhenThatHadHappened() {
        logCallOf(Duration.ofMinutes(20));
        assertThat(corrections.of(ticket, PromiseKind.PROGRESS, 1)).containsExactly(new Correction(true,
                "PersonMessage", submitted.plus(Duration.ofMinutes(20)), clock.instant()));
        assertThat(new String(mvc.get().uri("/desk/tickets/" + ticket.number().value()
                + "/promises/progress-1?lang=en").with(As.person("hq-head")).exchange().getResponse()
                .getContentAsByteArray(), UTF_8)).contains(
                        "it was kept. Only then did we learn of a message or a call of ours at");
    }

    @Test
    void theChainStartsAnewFromTheCallAndWhatBrokeSinceStaysBroken() {
        logCallOf(Duration.ofMinutes(20));

        Promise second = progress().get(1);
        assertThat(second.madeAt()).isEqualTo(submitted.plus(Duration.ofMinutes(20)));
        assertThat(second.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(progress()).filteredOn(promise -> promise.state() == PromiseState.RUNNING).singleElement()
                .satisfies(running -> assertThat(running.dueAt()).isAfter(clock.instant()));
    }

    @Test
    void linksThatWouldNeverHaveBeenMadeAreTakenAwayAndTheLedgerRemembersThem() {
        int before = progress().size();

        logCallOf(Duration.ofHours(24));
        logCallOf(Duration.ofHours(3));
        logCallOf(Duration.ofHours(6));

        assertThat(progress()).hasSizeLessThanOrEqualTo(before + 1);
        assertThat(progress().stream().map(Promise::sequence).toList()).doesNotHaveDuplicates();
        assertThat(sweep()).isZero();
    }

    @Test
    void whoHadTheCaseIsLearnedLateAndTheBrokenPromisesAreTheirs() {
        var engineer = casebook.person("local-engineer");
        assertThat(progress()).extracting(promise -> promise.credit().person()).doesNotContain(engineer);

        casework.take(ticket, engineer, submitted.plus(Duration.ofMinutes(10)));

        assertThat(progress()).filteredOn(promise -> promise.state() == PromiseState.BROKEN)
                .extracting(promise -> promise.credit().person()).containsOnly(engineer);
    }

    private void logCallOf(Duration afterSubmission) {
        conversation.logCall(ticket, "Told him what we know.", null, casebook.person("local-engineer"),
                submitted.plus(afterSubmission));
    }

    /** How many tickets kept the watch busy; one that never rests would never end. */
    private int sweep() {
        int found = 0;
        for (int due = watch.sweep(clock.instant()); due > 0; due = watch.sweep(clock.instant())) {
            found += due;
            assertThat(found).isLessThan(1000);
        }
        return found;
    }

    private List<Promise> progress() {
        return promises.of(ticket).stream().filter(promise -> promise.kind() == PromiseKind.PROGRESS).toList();
    }

    private List<String> entries(String kind, int sequence) {
        return jdbc.sql("select what from ledger_entry where ticket_id = ? and kind = ? and sequence = ? order by id")
                .params(ticket.value(), kind, sequence).query(String.class).list();
    }
}
