package io.pledge.web.desk;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** How bad a case is changes while it is open, and what was promised with it. */
@PledgeTest
class ChangedSeverityTests {
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Cases cases;
    @Autowired
    private Promises promises;
    @Autowired
    private Conversation conversation;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private TicketId id;
    @Autowired
    private BeanFactory beans;
    private CaseAtDesk desk;

    /** Thursday 07:00 in Hamburg, so that office hours begin an hour later. */
    @BeforeEach
    void aMinorFaultInHamburg() {
        id = casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", "marek@mill.example");
        desk = CaseAtDesk.of(id, beans);
    }

    @Test
    void aHigherSeverityPromisesAnewWhatIsOpenAndTellsTheCustomer() {
        clock.advance(Duration.ofHours(2));
        desk.done("severity", "severity", "CRITICAL", "reason", "The line stands still.");

        assertThat(cases.require(id).severity()).isEqualTo(Severity.CRITICAL);
        // an hour of office time was used; 48 hours are allowed, day and night
        assertThat(running(PromiseKind.RESOLUTION).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(47)));
        assertThat(letters()).singleElement().asString().contains("no longer as minor", "- the solution: by",
                "- a first answer: it is due now").doesNotContain("The line stands still.");
        assertThat(column("severity")).containsOnly("CRITICAL");
        assertThat(desk.read("")).contains(
                "Lena Brandt changed the severity from Minor to Critical: The line stands still.",
                "Promised anew: Repair by");
        assertThat(desk.portal("", "en"))
                .contains("We promise anew: Repair by", "Severity changed from Minor to Critical")
                .doesNotContain("The line stands still.");
    }

    @Test
    void whatIsUsedUpBreaksAtTheInstantOfTheChange() {
        clock.advance(Duration.ofHours(2));
        var at = clock.instant();
        desk.done("severity", "severity", "CRITICAL", "reason", "The line stands still.");
        clock.advance(Duration.ofSeconds(1));
        watch.sweep(clock.instant());

        assertThat(of(PromiseKind.ACKNOWLEDGEMENT)).extracting(Promise::breachedAt).containsExactly(at);
        assertThat(desk.read("/promises/acknowledgement-1"))
                .contains("Severity changed from Minor to Critical, by Lena Brandt. From here 30 min",
                        "by the line “critical”");
    }

    @Test
    void theCustomerReadsWhyOnThePageOfThePromise() {
        clock.advance(Duration.ofHours(2));
        desk.done("severity", "severity", "MAJOR", "reason", "Half the load.");
        assertThat(desk.portal("/promises/resolution-1", "en"))
                .contains("Severity changed from Minor to Major, by Lena Brandt")
                .doesNotContain("Half the load.");
        assertThat(desk.get("/api/v1/tickets/" + id.number().value() + "/promises"))
                .contains("\"cause\":\"severity\"");
    }

    @Test
    void theSameSeverityTwiceChangesNothing() {
        desk.done("severity", "severity", "MAJOR", "reason", "Half the load.");
        var before = desk.everything();
        desk.done("severity", "severity", "MAJOR", "reason", "Half the load.");
        assertThat(desk.everything()).isEqualTo(before);
    }

    @Test
    void nothingIsToldWhereNothingMoved() {
        conversation.logCall(id, "Talked it over.", null, casebook.person("local-engineer"), clock.instant());
        desk.done("move", "promise", "RESOLUTION", "dueAt", "2026-11-20T12:00");
        desk.done("move", "promise", "PROGRESS", "dueAt", "2026-11-19T12:00");
        desk.done("severity", "severity", "MAJOR", "reason", "Half the load.");

        assertThat(letters()).isEmpty();
        assertThat(desk.portal("", "en")).doesNotContain("We promise anew");
        assertThat(running(PromiseKind.RESOLUTION).explicit()).isTrue();
        assertThat(column("severity")).containsOnly("MAJOR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WORST", "critical"})
    void aForgedSeverityIsRefusedAtItsField(String severity) {
        assertThat(desk.post("severity", "severity", severity, "reason", "Because.")).hasStatusOk().bodyText()
                .contains("field-wrong");
        assertThat(cases.require(id).severity()).isEqualTo(Severity.MINOR);
    }

    @Test
    void withoutAReasonTheSeverityStays() {
        assertThat(desk.post("severity", "severity", "MAJOR", "reason", " ")).hasStatusOk().bodyText()
                .contains("field-wrong");
        assertThat(cases.require(id).severity()).isEqualTo(Severity.MINOR);
    }

    @Test
    void theDialogShowsWhatTheChangeWouldDoAndWritesNothing() {
        var before = desk.everything();
        assertThat(desk.read("/severity?severity=CRITICAL"))
                .contains("Repair", "07:00 on Saturday 21 November", "until now");
        assertThat(desk.everything()).isEqualTo(before);
    }

    @Test
    void aFormWrittenForAnOlderStateChangesNothing() {
        var version = cases.require(id).version();
        desk.done("severity", "severity", "MAJOR", "reason", "Half the load.");
        assertThat(
                mvc.post().uri("/desk/tickets/" + id.number().value() + "/severity").with(As.person("local-engineer"))
                        .with(csrf()).param("version", Integer.toString(version)).param("severity", "CRITICAL")
                        .param("reason", "All of it."))
                .hasStatusOk().bodyText().contains("Somebody else changed the case");
        assertThat(cases.require(id).severity()).isEqualTo(Severity.MAJOR);
    }

    @Test
    void promisingAnewIsRefusedWhereNothingWouldChange() {
        desk = desk.by("local-head");
        assertThat(desk.read("/anew")).contains("nothing to make anew");
        assertThat(desk.post("anew", "reason", "New policies.")).hasStatusOk().bodyText()
                .contains("Nothing would change.");
        assertThat(letters()).isEmpty();
    }

    private Promise running(PromiseKind kind) {
        return of(kind).stream().filter(promise -> promise.state() == PromiseState.RUNNING).findFirst().orElseThrow();
    }

    private List<Promise> of(PromiseKind kind) {
        return promises.of(id).stream().filter(promise -> promise.kind() == kind).toList();
    }

    private List<Object> column(String name) {
        return jdbc.sql("select " + name + " from promise where ticket_id = :id").param("id", id.value())
                .query((row, _) -> row.getObject(1)).list();
    }

    /** What the customer was told of times that moved. */
    private List<String> letters() {
        return jdbc.sql("select body from outbox_message where key like 'customer:promisesMoved:%' order by id")
                .query(String.class).list();
    }
}
