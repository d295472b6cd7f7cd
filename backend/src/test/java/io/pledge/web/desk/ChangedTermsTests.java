package io.pledge.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.customer.ContractLevel;
import io.pledge.customer.CustomerId;
import io.pledge.customer.CustomerImport;
import io.pledge.customer.CustomerPlan;
import io.pledge.notifications.Confirmations;
import io.pledge.notifier.StaffNames;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What a case is taken for changes while it is open: how bad it is, and whose. */
@PledgeTest
class ChangedTermsTests {
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
    private ClosedLoop loop;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private Participants participants;
    @Autowired
    private PrivateLinks links;
    @Autowired
    private Confirmations confirmations;
    @Autowired
    private CustomerImport imported;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private TicketId id;
    private String who = "local-engineer";

    /** Thursday 07:00 in Hamburg, so that office hours begin an hour later. */
    @BeforeEach
    void aMinorFaultInHamburg() {
        id = casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", "marek@mill.example");
    }

    @Test
    void aHigherSeverityPromisesAnewWhatIsOpenAndTellsTheCustomer() {
        clock.advance(Duration.ofHours(2));
        done("severity", "severity", "CRITICAL", "reason", "The line stands still.");

        assertThat(cases.require(id).severity()).isEqualTo(Severity.CRITICAL);
        // an hour of office time was used; 48 hours are allowed, day and night
        assertThat(running(PromiseKind.RESOLUTION).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(47)));
        assertThat(letters()).singleElement().asString().contains("no longer as minor", "- the solution: by",
                "- a first answer: it is due now").doesNotContain("The line stands still.");
        assertThat(column("severity")).containsOnly("CRITICAL");
        assertThat(desk()).contains("Lena Brandt changed the severity from Minor to Critical: The line stands still.",
                "Promised anew: Repair by");
        assertThat(portal("")).contains("We promise anew: Repair by", "Severity changed from Minor to Critical")
                .doesNotContain("The line stands still.");
    }

    @Test
    void whatIsUsedUpBreaksAtTheInstantOfTheChange() {
        clock.advance(Duration.ofHours(2));
        var at = clock.instant();
        done("severity", "severity", "CRITICAL", "reason", "The line stands still.");
        clock.advance(Duration.ofSeconds(1));
        watch.sweep(clock.instant());

        assertThat(of(PromiseKind.ACKNOWLEDGEMENT)).extracting(Promise::breachedAt).containsExactly(at);
        assertThat(get("/desk/tickets/" + id.number().value() + "/promises/acknowledgement-1?lang=en"))
                .contains("Severity changed from Minor to Critical, by Lena Brandt. From here 30 min",
                        "by the line “critical”");
    }

    @Test
    void theCustomerReadsWhyOnThePageOfThePromise() {
        clock.advance(Duration.ofHours(2));
        done("severity", "severity", "MAJOR", "reason", "Half the load.");
        assertThat(portal("/promises/resolution-1")).contains("Severity changed from Minor to Major, by Lena Brandt")
                .doesNotContain("Half the load.");
        assertThat(new String(mvc.get().uri("/api/v1/tickets/" + id.number().value() + "/promises")
                .with(As.person(who)).exchange().getResponse().getContentAsByteArray(), UTF_8))
                .contains("\"cause\":\"severity\"");
    }

    @Test
    void theSameSeverityTwiceChangesNothing() {
        done("severity", "severity", "MAJOR", "reason", "Half the load.");
        var before = everything();
        done("severity", "severity", "MAJOR", "reason", "Half the load.");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void nothingIsToldWhereNothingMoved() {
        conversation.logCall(id, "Talked it over.", null, casebook.person(who), clock.instant());
        done("move", "promise", "RESOLUTION", "dueAt", "2026-11-20T12:00");
        done("move", "promise", "PROGRESS", "dueAt", "2026-11-19T12:00");
        done("severity", "severity", "MAJOR", "reason", "Half the load.");

        assertThat(letters()).isEmpty();
        assertThat(portal("")).doesNotContain("We promise anew");
        assertThat(running(PromiseKind.RESOLUTION).explicit()).isTrue();
        assertThat(column("severity")).containsOnly("MAJOR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WORST", "critical"})
    void aForgedSeverityIsRefusedAtItsField(String severity) {
        assertThat(post("severity", "severity", severity, "reason", "Because.")).hasStatusOk().bodyText()
                .contains("field-wrong");
        assertThat(cases.require(id).severity()).isEqualTo(Severity.MINOR);
    }

    @Test
    void withoutAReasonTheSeverityStays() {
        assertThat(post("severity", "severity", "MAJOR", "reason", " ")).hasStatusOk().bodyText()
                .contains("field-wrong");
        assertThat(cases.require(id).severity()).isEqualTo(Severity.MINOR);
    }

    @Test
    void aResolvedCaseMayStillChangeAndAClosedOneNoMore() {
        loop.resolve(id, new Solution("a cap", "file 3.2.1", "a check", "Done."), casebook.actor(who),
                clock.instant());
        done("severity", "severity", "MAJOR", "reason", "It was worse.");
        assertThat(of(PromiseKind.RESOLUTION)).extracting(Promise::state).doesNotContain(PromiseState.WITHDRAWN);
        loop.confirm(id, new Actor.System(), clock.instant());

        for (var verb : List.of("severity", "customer", "anew")) {
            who = verb.equals("anew") ? "local-head" : "local-engineer";
            assertThat(post(verb, "severity", "MINOR", "reason", "Because.", "customer", mill().value() + ""))
                    .hasStatusOk().bodyText().contains("This case has ended");
        }
        assertThat(cases.require(id).severity()).isEqualTo(Severity.MAJOR);
        assertThat(cases.require(id).customer()).isNull();
    }

    @Test
    void theDialogShowsWhatTheChangeWouldDoAndWritesNothing() {
        var before = everything();
        assertThat(get("/desk/tickets/" + id.number().value() + "/severity?severity=CRITICAL&lang=en"))
                .contains("Repair", "07:00 on Saturday 21 November", "until now");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anAttachedCustomerBringsContractPromisesAndAccountManager() {
        var manager = casebook.person("account-manager");
        who = "account-manager";
        assertThat(page()).hasStatus(404);
        who = "local-engineer";
        done("customer", "customer", mill().value() + "");

        var ticket = cases.require(id);
        assertThat(ticket.customer()).isEqualTo(mill());
        assertThat(ticket.contractLevel()).isEqualTo(ContractLevel.GOLD);
        assertThat(ticket.accountManager()).isEqualTo(manager);
        assertThat(running(PromiseKind.ACKNOWLEDGEMENT).dueAt()).isEqualTo(Instant.parse("2026-11-19T11:00:00Z"));
        assertThat(column("customer_id")).containsOnly(mill().value());
        assertThat(column("account_manager_id")).containsOnly(manager.value());
        assertThat(column("contract_level")).containsOnly("GOLD");
        assertThat(confirmations.openFor(StaffNames.of(manager))).hasSize(1);
        assertThat(desk()).contains("Lena Brandt attached the customer: Mill (gold)");
        assertThat(letters()).singleElement().asString().contains("service contracts").doesNotContain("Mill");
        assertThat(portal("")).doesNotContain("Mill");
        who = "account-manager";
        assertThat(page()).hasStatusOk();
    }

    @Test
    void theAccountManagerOfAWrongCustomerSeesTheCaseNoLonger() {
        done("customer", "customer", mill().value() + "");
        done("customer", "customer", plant().value() + "");

        assertThat(confirmations.openFor(StaffNames.of(casebook.person("account-manager")))).isEmpty();
        assertThat(column("account_manager_id")).containsOnly(casebook.person("account-manager-2").value());
        assertThat(desk()).contains("Plant (no contract), no longer Mill");
        who = "account-manager";
        assertThat(page()).hasStatus(404);
        who = "account-manager-2";
        assertThat(page()).hasStatusOk();
    }

    @Test
    void theSameCustomerTwiceChangesNothing() {
        done("customer", "customer", mill().value() + "");
        var before = everything();
        done("customer", "customer", mill().value() + "");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void customersAreFoundByNameKeyContractAndSerialNumberAmongThoseSeen() {
        mill();
        elsewhere();
        for (var words : List.of("mil", "K-MILL", "k-mill", "SN-mill")) {
            assertThat(found(words)).as(words).contains("Mill", "gold. Account:");
        }
        for (var words : List.of("Far", "K-far", "SN-far")) {
            assertThat(found(words)).as(words).contains("Nobody of that name or number");
        }
        who = "hq-engineer";
        assertThat(found("Far")).contains("Far");
    }

    @Test
    void aCustomerWhomOneDoesNotSeeCannotBeAttached() {
        assertThat(post("customer", "customer", elsewhere().value() + "")).hasStatusOk().bodyText()
                .contains("Please choose one of the customers found.");
        assertThat(post("customer", "customer", "999999")).hasStatusOk();
        assertThat(post("customer", "customer", "x")).hasStatusOk();
        assertThat(cases.require(id).customer()).isNull();
    }

    @Test
    void aFormWrittenForAnOlderStateChangesNothing() {
        var version = cases.require(id).version();
        done("severity", "severity", "MAJOR", "reason", "Half the load.");
        assertThat(mvc.post().uri("/desk/tickets/" + id.number().value() + "/severity").with(As.person(who))
                .with(csrf()).param("version", Integer.toString(version)).param("severity", "CRITICAL")
                .param("reason", "All of it.")).hasStatusOk().bodyText().contains("Somebody else changed the case");
        assertThat(cases.require(id).severity()).isEqualTo(Severity.MAJOR);
    }

    @Test
    void promisingAnewIsRefusedWhereNothingWouldChange() {
        who = "local-head";
        assertThat(get("/desk/tickets/" + id.number().value() + "/anew?lang=en")).contains("nothing to make anew");
        assertThat(post("anew", "reason", "New policies.")).hasStatusOk().bodyText()
                .contains("Nothing would change.");
        assertThat(letters()).isEmpty();
    }

    private CustomerId mill() {
        return customer("mill", "Mill", "account-manager", "hamburg", ContractLevel.GOLD);
    }

    private CustomerId plant() {
        return customer("plant", "Plant", "account-manager-2", "hamburg", null);
    }

    private CustomerId elsewhere() {
        return customer("far", "Far", "account-manager-2", "chengdu", ContractLevel.GOLD);
    }

    private CustomerId customer(String key, String name, String manager, String unit, ContractLevel level) {
        var berlin = ZoneId.of("Europe/Berlin");
        return imported.apply(new CustomerPlan(key, name, Locale.ENGLISH, berlin, manager,
                level == null
                        ? List.of()
                        : List.of(new CustomerPlan.PlannedContract("K-" + key, level, null,
                                LocalDate.of(2026, 1, 1), null)),
                List.of(new CustomerPlan.PlannedSite("Hall", berlin, unit)), List.of(),
                List.of(new CustomerPlan.PlannedEquipment("SN-" + key, "UPS-900", "Hall", null))));
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

    private List<String> everything() {
        return List.of("ticket", "timeline_entry", "ledger_event", "ledger_entry", "promise", "outbox_message",
                "confirmation").stream().flatMap(
                        table -> jdbc.sql("select t::text from " + table + " t order by 1")
                                .query(String.class).list().stream())
                .toList();
    }

    private String found(String words) {
        return get("/desk/tickets/" + id.number().value() + "/customers?lang=en&q=" + words);
    }

    private String desk() {
        return get("/desk/tickets/" + id.number().value() + "?lang=en");
    }

    private String portal(String below) {
        return get("/c/" + links.issue(id, participants.submitter(id).id()) + below + "?lang=en");
    }

    private String get(String address) {
        return new String(mvc.get().uri(address).with(As.person(who)).exchange().getResponse()
                .getContentAsByteArray(), UTF_8);
    }

    private MvcTestResult page() {
        return mvc.get().uri("/desk/tickets/" + id.number().value()).with(As.person(who)).exchange();
    }

    private void done(String verb, String... fields) {
        assertThat(post(verb, fields)).hasStatus(302);
    }

    private MvcTestResult post(String verb, String... fields) {
        var request = mvc.post().uri("/desk/tickets/" + id.number().value() + "/" + verb + "?lang=en")
                .with(As.person(who)).with(csrf())
                .param("version", Integer.toString(cases.require(id).version()));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
