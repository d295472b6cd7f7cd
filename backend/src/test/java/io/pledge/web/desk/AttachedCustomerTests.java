package io.pledge.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose case it is, said while it is open: the contract counts, and the account manager sees it. */
@PledgeTest
class AttachedCustomerTests {
    @Autowired
    private Casebook casebook;
    @Autowired
    private Cases cases;
    @Autowired
    private Promises promises;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Confirmations confirmations;
    @Autowired
    private CustomerImport imported;
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
    void aResolvedCaseMayStillChangeAndAClosedOneNoMore() {
        loop.resolve(id, new Solution("a cap", "file 3.2.1", "a check", "Done."), casebook.actor("local-engineer"),
                clock.instant());
        desk.done("severity", "severity", "MAJOR", "reason", "It was worse.");
        assertThat(of(PromiseKind.RESOLUTION)).extracting(Promise::state).doesNotContain(PromiseState.WITHDRAWN);
        loop.confirm(id, new Actor.System(), clock.instant());

        for (var verb : List.of("severity", "customer", "anew")) {
            desk = desk.by(verb.equals("anew") ? "local-head" : "local-engineer");
            assertThat(desk.post(verb, "severity", "MINOR", "reason", "Because.", "customer", mill().value() + ""))
                    .hasStatusOk().bodyText().contains("This case has ended");
        }
        assertThat(cases.require(id).severity()).isEqualTo(Severity.MAJOR);
        assertThat(cases.require(id).customer()).isNull();
    }

    @Test
    void anAttachedCustomerBringsContractPromisesAndAccountManager() {
        var manager = casebook.person("account-manager");
        desk = desk.by("account-manager");
        assertThat(desk.page()).hasStatus(404);
        desk = desk.by("local-engineer");
        desk.done("customer", "customer", mill().value() + "");

        var ticket = cases.require(id);
        assertThat(ticket.customer()).isEqualTo(mill());
        assertThat(ticket.contractLevel()).isEqualTo(ContractLevel.GOLD);
        assertThat(ticket.accountManager()).isEqualTo(manager);
        assertThat(running(PromiseKind.ACKNOWLEDGEMENT).dueAt()).isEqualTo(Instant.parse("2026-11-19T11:00:00Z"));
        assertThat(column("customer_id")).containsOnly(mill().value());
        assertThat(column("account_manager_id")).containsOnly(manager.value());
        assertThat(column("contract_level")).containsOnly("GOLD");
        assertThat(confirmations.openFor(StaffNames.of(manager))).hasSize(1);
        assertThat(desk.read("")).contains("Lena Brandt attached the customer: Mill (gold)");
        assertThat(letters()).singleElement().asString().contains("service contracts").doesNotContain("Mill");
        assertThat(desk.portal("", "en")).doesNotContain("Mill");
        desk = desk.by("account-manager");
        assertThat(desk.page()).hasStatusOk();
    }

    @Test
    void theAccountManagerOfAWrongCustomerSeesTheCaseNoLonger() {
        desk.done("customer", "customer", mill().value() + "");
        desk.done("customer", "customer", plant().value() + "");

        assertThat(confirmations.openFor(StaffNames.of(casebook.person("account-manager")))).isEmpty();
        assertThat(column("account_manager_id")).containsOnly(casebook.person("account-manager-2").value());
        assertThat(desk.read("")).contains("Plant (no contract), no longer Mill");
        desk = desk.by("account-manager");
        assertThat(desk.page()).hasStatus(404);
        desk = desk.by("account-manager-2");
        assertThat(desk.page()).hasStatusOk();
    }

    @Test
    void theSameCustomerTwiceChangesNothing() {
        desk.done("customer", "customer", mill().value() + "");
        var before = desk.everything();
        desk.done("customer", "customer", mill().value() + "");
        assertThat(desk.everything()).isEqualTo(before);
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
        desk = desk.by("hq-engineer");
        assertThat(found("Far")).contains("Far");
    }

    @Test
    void aCustomerWhomOneDoesNotSeeCannotBeAttached() {
        assertThat(desk.post("customer", "customer", elsewhere().value() + "")).hasStatusOk().bodyText()
                .contains("Please choose one of the customers found.");
        assertThat(desk.post("customer", "customer", "999999")).hasStatusOk();
        assertThat(desk.post("customer", "customer", "x")).hasStatusOk();
        assertThat(cases.require(id).customer()).isNull();
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

    private String found(String words) {
        return desk.read("/customers?q=" + words);
    }
}
