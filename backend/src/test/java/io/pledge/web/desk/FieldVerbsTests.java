package io.pledge.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Engineers who arrive on site and parts that leave: told at the desk, they keep what was promised of them. */
@PledgeTest
class FieldVerbsTests {
    @Autowired
    private Casebook casebook;
    @Autowired
    private Cases cases;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Escalations escalations;
    @Autowired
    private Promises promises;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private TicketId id;
    private Instant submitted;
    @Autowired
    private BeanFactory beans;
    private CaseAtDesk desk;

    /** Thursday 07:00 in Hamburg. */
    @BeforeEach
    void aFaultInHamburg() {
        submitted = clock.instant();
        id = casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", "marek@mill.example");
        desk = CaseAtDesk.of(id, beans);
    }

    @ParameterizedTest
    @CsvSource({"ON_SITE, arrived", "SHIPMENT, shipped"})
    void whatHappensInTimeKeepsThePromiseThatWasNamed(PromiseKind kind, String verb) {
        name(kind, 3);
        clock.advance(Duration.ofHours(2));
        desk.done(verb, "what", "Bearing set");

        assertThat(of(kind)).singleElement().satisfies(promise -> {
            assertThat(promise.state()).isEqualTo(PromiseState.KEPT);
            assertThat(promise.outcomeAt()).isEqualTo(clock.instant());
        });
    }

    @ParameterizedTest
    @CsvSource({"ON_SITE, arrived", "SHIPMENT, shipped"})
    void whatHappensAtTheDueTimeKeepsThePromise(PromiseKind kind, String verb) {
        name(kind, 3);
        clock.advance(Duration.ofHours(3));
        desk.done(verb, "what", "Bearing set");

        assertThat(of(kind)).extracting(Promise::state).containsExactly(PromiseState.KEPT);
    }

    @ParameterizedTest
    @CsvSource({"ON_SITE, arrived", "SHIPMENT, shipped"})
    void whatHappensLateAnswersTheBrokenPromiseLate(PromiseKind kind, String verb) {
        brokenAfterThreeHours(kind);
        clock.advance(Duration.ofHours(1));
        desk.done(verb, "what", "Bearing set");

        assertThat(of(kind)).singleElement().satisfies(promise -> {
            assertThat(promise.state()).isEqualTo(PromiseState.BROKEN);
            assertThat(promise.breachedAt()).isEqualTo(submitted.plus(Duration.ofHours(3)));
            assertThat(promise.outcomeAt()).isEqualTo(clock.instant());
            assertThat(promise.answeredLate()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"ON_SITE, arrived", "SHIPMENT, shipped"})
    void whatIsToldLaterThanItHappenedTurnsTheBrokenPromiseIntoAKeptOne(PromiseKind kind, String verb) {
        brokenAfterThreeHours(kind);
        desk.done(verb, "what", "Bearing set", "at", inBerlin(2));

        assertThat(of(kind)).singleElement().satisfies(promise -> {
            assertThat(promise.state()).isEqualTo(PromiseState.KEPT);
            assertThat(promise.outcomeAt()).isEqualTo(submitted.plus(Duration.ofHours(2)));
        });
        assertThat(jdbc.sql("select what from ledger_entry where ticket_id = ? and kind = ? order by id")
                .params(id.value(), kind.name()).query(String.class).list())
                .containsExactly("MADE", "BROKEN", "CORRECTED_TO_KEPT");
    }

    @Test
    void anArrivalKeepsNoShipmentAndAShipmentNoArrival() {
        name(PromiseKind.SHIPMENT, 3);
        desk.done("arrived");
        assertThat(of(PromiseKind.SHIPMENT)).extracting(Promise::state).containsExactly(PromiseState.RUNNING);
        name(PromiseKind.ON_SITE, 3);
        desk.done("shipped", "what", "Bearing set");
        assertThat(of(PromiseKind.ON_SITE)).extracting(Promise::state).containsExactly(PromiseState.RUNNING);
    }

    @Test
    void whatOnlyHappenedKeepsNoPromiseOfWord() {
        desk.done("arrived");
        desk.done("shipped", "what", "Bearing set");
        assertThat(of(PromiseKind.ACKNOWLEDGEMENT)).extracting(Promise::state).containsExactly(PromiseState.RUNNING);
        assertThat(of(PromiseKind.PROGRESS)).extracting(Promise::state).containsExactly(PromiseState.RUNNING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arrived | 2030-01-01T12:00 | That lies in the future.
            shipped | 2030-01-01T12:00 | That lies in the future.
            arrived | 2001-01-01T12:00 | That lies before the case came in.
            shipped | 2001-01-01T12:00 | That lies before the case came in.
            arrived | yesterday        | Say a day and a time.
            shipped | yesterday        | Say a day and a time.
            """)
    void aTimeThatMakesNoSenseIsSaidAtItsField(String verb, String at, String said) {
        assertThat(field(desk.post(verb, "at", at, "what", "Bearing set"), verb, "at")).contains("field-wrong", said);
        assertNothingHappened();
    }

    @Test
    void aShipmentOfNothingIsRefusedAtItsField() {
        var answer = desk.post("shipped", "what", " ", "tracking", "12345");
        assertThat(answer).bodyText().containsPattern("<dialog[^>]* data-open=\"true\"[^>]*>");
        assertThat(field(answer, "shipped", "what")).contains("field-wrong", "Please fill this in.");
        assertThat(field(answer, "shipped", "tracking")).contains("12345").doesNotContain("field-wrong");
        assertNothingHappened();
    }

    @Test
    void theMinuteInWhichTheCaseCameInIsNotBeforeIt() {
        clock.advance(Duration.ofSeconds(90));
        id = casebook.open();
        desk = CaseAtDesk.of(id, beans);
        clock.advance(Duration.ofSeconds(10));
        desk.done("shipped", "what", "Bearing set", "at", "2026-11-19T07:01");
        assertThat(jdbc.sql("select shipped_at from shipment").query((row, _) -> row.getTimestamp(1).toInstant())
                .list()).containsExactly(cases.require(id).submittedAt());
    }

    @ParameterizedTest
    @CsvSource({"arrived", "shipped"})
    void onAResolvedCaseItMayStillBeToldAndOnAnEndedOneNoMore(String verb) {
        loop.resolve(id, new Solution("a cap", "file 3.2.1", "a check", "Done."), casebook.actor("local-engineer"),
                clock.instant());
        desk.done(verb, "what", "Bearing set");
        loop.cancel(id, "No case.", casebook.actor("local-engineer"), clock.instant());
        clock.advance(Duration.ofMinutes(1));
        var before = desk.everything();

        assertThat(desk.post(verb, "what", "Bearing set")).hasStatusOk().bodyText().contains("This case has ended")
                .doesNotContain("data-dialog=\"" + verb);
        assertThat(desk.everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"arrived", "shipped"})
    void toldTwiceChangesNothing(String verb) {
        clock.advance(Duration.ofHours(1));
        desk.done(verb, "what", "Bearing set", "note", "Gate 3.", "at", inBerlin(1));
        var before = desk.everything();
        clock.advance(Duration.ofMinutes(1));
        desk.done(verb, "what", "Bearing set", "note", "Gate 4.", "at", inBerlin(1));
        assertThat(desk.everything()).isEqualTo(before);
    }

    @Test
    void twoPartsMayLeaveAtTheSameMoment() {
        desk.done("shipped", "what", "Bearing set");
        desk.done("shipped", "what", "Grease");
        assertThat(letters()).hasSize(2);
    }

    @Test
    void theCustomerReadsBothAndGetsOneLetter() {
        desk.done("arrived", "note", "The gate was locked.");
        desk.done("shipped", "what", "Bearing set", "tracking", "12345");

        assertThat(letters()).singleElement().asString().contains("Dear Marek", "Bearing set", "07:00",
                "follow it on its way under the number 12345.");
        assertThat(desk.portal("", "en")).contains("An engineer arrived on site",
                "A part was shipped: Bearing set, tracking 12345").doesNotContain("The gate was locked.");
        assertThat(desk.portal("", "zh-CN")).contains("工程师已到达现场", "备件已发出：Bearing set，运单号 12345");
        assertThat(desk.read("")).contains("An engineer arrived on site, says Lena Brandt: The gate was locked.",
                "A part was shipped, says Lena Brandt: Bearing set, tracking 12345");
    }

    @Test
    void withoutATrackingNumberNothingIsSaidOfOne() {
        desk.done("arrived");
        desk.done("shipped", "what", "Bearing set", "tracking", " ");

        assertThat(letters()).singleElement().asString().contains("Bearing set\n\nThank you")
                .doesNotContain("number .");
        assertThat(desk.portal("", "en")).contains("A part was shipped: Bearing set").doesNotContain("tracking");
        assertThat(desk.read("")).contains("An engineer arrived on site, says Lena Brandt<");
    }

    @ParameterizedTest
    @CsvSource({"arrived", "shipped"})
    void anEngineerOfAnotherUnitIsRefused(String verb) {
        desk = desk.by(casebook.colleagueIn("chengdu"));
        assertThat(desk.post(verb, "what", "Bearing set")).hasStatus(404);
        escalations.escalate(id, "Beyond us.", null, casebook.actor("local-engineer"), clock.instant());
        desk = desk.by("local-engineer");
        assertThat(desk.post(verb, "what", "Bearing set")).hasStatus(403);
        assertThat(desk.read("")).doesNotContain("data-dialog=\"" + verb);
        assertNothingHappened();
    }

    /** A breach moves the case one tier up. */
    private void brokenAfterThreeHours(PromiseKind kind) {
        name(kind, 3);
        clock.advance(Duration.ofHours(4));
        for (int due = watch.sweep(clock.instant()); due > 0; due = watch.sweep(clock.instant())) {
            assertThat(of(kind)).hasSize(1);
        }
        assertThat(of(kind)).extracting(Promise::state).containsExactly(PromiseState.BROKEN);
        desk = desk.by("region-engineer");
    }

    private void name(PromiseKind kind, int hours) {
        desk.done("move", "promise", kind.name(), "dueAt", inBerlin(hours));
    }

    /** Some hours after the case came in. */
    private String inBerlin(int hours) {
        return LocalDateTime.ofInstant(submitted.plus(Duration.ofHours(hours)), ZoneId.of("Europe/Berlin")).toString();
    }

    private List<Promise> of(PromiseKind kind) {
        return promises.of(id).stream().filter(promise -> promise.kind() == kind).toList();
    }

    /** What the customer was written of parts. */
    private List<String> letters() {
        return jdbc.sql("select body from outbox_message where key like 'customer:shipped:%' order by id")
                .query(String.class).list();
    }

    private void assertNothingHappened() {
        assertThat(jdbc.sql(
                "select (select count(*) from arrival) + (select count(*) from visit) + (select count(*) from shipment)")
                .query(Integer.class).single()).isZero();
    }

    /** The markup of one field of a dialog: from its frame to the next one. */
    private static String field(MvcTestResult answer, String verb, String name) {
        assertThat(answer).hasStatusOk();
        String page = CaseAtDesk.text(answer);
        int label = page.indexOf("for=\"" + verb + "-" + name + "\"");
        assertThat(label).as("label of " + name).isPositive();
        int start = page.lastIndexOf("<div class=\"field", label);
        int end = page.indexOf("<div class=\"field", label);
        return page.substring(start, end < 0 ? page.length() : end);
    }
}
