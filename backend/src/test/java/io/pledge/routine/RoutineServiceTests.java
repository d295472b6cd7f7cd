package io.pledge.routine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.customer.CustomerEdits;
import io.pledge.customer.CustomerId;
import io.pledge.customer.Sheet;
import io.pledge.organisation.Scope;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.testing.Casebook;
import io.pledge.testing.Mill;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Author;
import io.pledge.ticket.Cases;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Inspections, health checks, seminars and training owed under a contract make their cases by schedule. */
@PledgeTest
class RoutineServiceTests {
    /** The last day of the battery test, in Warsaw. */
    private static final LocalDate DUE = LocalDate.parse("2026-12-12");

    @Autowired
    private RoutineService routine;
    @Autowired
    private OwedServices services;
    @Autowired
    private CustomerEdits edits;
    @Autowired
    private Mill mill;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Cases cases;
    @Autowired
    private Messages messages;
    @Autowired
    private Promises promises;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private CustomerId customer;

    @BeforeEach
    void aYearlyTestOfTheMill() {
        customer = mill.open();
        owe("P1Y", DUE, 14);
    }

    @Test
    void itsCaseIsMadeAsManyDaysBeforeAsWasSaidAndOnce() {
        clock.set(Instant.parse("2026-11-27T22:59:59Z"));
        sweep();
        assertThat(made()).isEmpty();
        // the 28th begins in Warsaw
        clock.set(Instant.parse("2026-11-27T23:00:00Z"));
        sweep();
        sweep();

        assertThat(made()).singleElement().satisfies(ticket -> {
            assertThat(ticket.kind()).isEqualTo(TicketKind.SERVICE);
            assertThat(ticket.channel()).isEqualTo(IntakeChannel.SCHEDULE);
            assertThat(ticket.title()).isEqualTo("Battery test.");
            assertThat(ticket.customer()).isEqualTo(customer);
            assertThat(ticket.unit()).isEqualTo(casebook.unit("hamburg"));
        });
        assertThat(upcoming()).singleElement().satisfies(next -> {
            assertThat(next.nextOn()).isEqualTo(DUE.plusYears(1));
            assertThat(next.last()).isEqualTo(made().getFirst().id());
        });
    }

    @Test
    void itHasItsPromisesAndSomebodyIsThereByTheEndOfTheDay() {
        var id = make();
        assertThat(promises.of(id)).extracting(Promise::kind).contains(PromiseKind.ACKNOWLEDGEMENT,
                PromiseKind.PROGRESS);
        assertThat(promises.of(id)).filteredOn(promise -> promise.kind() == PromiseKind.ON_SITE).singleElement()
                .satisfies(arrival -> {
                    assertThat(arrival.state()).isEqualTo(PromiseState.RUNNING);
                    assertThat(arrival.dueAt()).isEqualTo(Instant.parse("2026-12-12T23:00:00Z"));
                    assertThat(arrival.explicit()).isTrue();
                });
    }

    @Test
    void theCustomerIsToldThatItIsOwedAndNotThatWeAreSorry() {
        var id = make();
        assertThat(messages.of(id)).singleElement().satisfies(said -> {
            assertThat(said.author()).isEqualTo(Author.SYSTEM);
            assertThat(said.body())
                    .isEqualTo("Battery test. It is due at Hall by December 12, 2026, under contract C-mill.");
        });
        assertThat(jdbc.sql("select key from outbox_message where key like 'customer:%'").query(String.class).list())
                .singleElement().asString().startsWith("customer:routine:");
        assertThat(jdbc.sql("select body from outbox_message where key like 'customer:routine:%'").query(String.class)
                .single()).contains("Battery test", "to find the day that suits you").doesNotContain("sorry");
    }

    @Test
    void underAContractThatHasEndedByThenNothingIsOwed() {
        jdbc.sql("update contract set ends_on = date '2026-12-11'").update();
        clock.set(Instant.parse("2026-12-01T08:00:00Z"));
        sweep();
        assertThat(made()).isEmpty();
        assertThat(upcoming()).isEmpty();
    }

    @Test
    void whatWasMissedForLongIsMadeUpForOnce() {
        owe("P1M", DUE, 7, "Health check");
        clock.set(Instant.parse("2027-05-20T08:00:00Z"));
        sweep();
        assertThat(made()).extracting(Ticket::title).containsExactlyInAnyOrder("Battery test.", "Health check.");
        assertThat(upcoming()).filteredOn(one -> one.name().equals("Health check")).singleElement()
                .extracting(OwedService::nextOn).isEqualTo(LocalDate.parse("2027-06-12"));
        assertThat(promises.of(made().getFirst().id())).extracting(Promise::kind)
                .doesNotContain(PromiseKind.ON_SITE);
    }

    @Test
    void aServiceThatWasTakenAwayMakesNoCase() {
        jdbc.sql("update service_owed set retired_at = now()").update();
        clock.set(Instant.parse("2026-12-01T08:00:00Z"));
        sweep();
        assertThat(made()).isEmpty();
    }

    @Test
    void nobodySeesWhatIsOwedToCustomersOfOthers() {
        var warsaw = Scope.of(Set.of("/hq/central-europe/warsaw/"), Set.of());
        assertThat(services.upcoming(warsaw, DUE, 10)).isEmpty();
        var hamburg = Scope.of(Set.of("/hq/central-europe/hamburg/"), Set.of());
        assertThat(services.upcoming(hamburg, DUE, 10)).hasSize(1);
    }

    private void owe(String every, LocalDate next, int lead) {
        owe(every, next, lead, "Battery test");
    }

    private void owe(String every, LocalDate next, int lead, String name) {
        var typed = Map.of("customer", "mill", "name", name, "contract", "C-mill", "site", "Hall", "every", every,
                "next", next.toString(), "lead_days", lead + "");
        assertThat(edits.add(Sheet.SERVICES, typed, casebook.person("admin")))
                .isEqualTo(new CustomerEdits.Outcome.Done(customer));
    }

    private TicketId make() {
        clock.set(Instant.parse("2026-11-30T08:00:00Z").plus(Duration.ofMinutes(5)));
        sweep();
        return made().getFirst().id();
    }

    private void sweep() {
        while (routine.sweep(clock.instant()) > 0) {
            assertThat(made()).isNotEmpty();
        }
    }

    private List<Ticket> made() {
        return jdbc.sql("select id from ticket order by id").query(Long.class).list().stream()
                .map(id -> cases.require(new TicketId(id))).toList();
    }

    private List<OwedService> upcoming() {
        return services.upcoming(Scope.everything(), LocalDate.parse("2030-01-01"), 10);
    }
}
