package io.pledge.incident;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.Scope;
import io.pledge.sla.Promises;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Merging;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Sight;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.TimelineEntry;
import io.pledge.ticket.What;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Declaring incidents and counting cases to them. */
@PledgeTest
class IncidentTests {
    @Autowired
    private BeanFactory beans;
    @Autowired
    private Incidents incidents;
    @Autowired
    private IncidentCases members;
    @Autowired
    private IncidentLists lists;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Cases cases;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Merging merging;
    @Autowired
    private Promises promises;
    @Autowired
    private Timeline timeline;
    @Autowired
    private Sight sight;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;
    private IncidentScene scene;
    private TicketId hamburg;
    private TicketId shanghai;

    @BeforeEach
    void twoCasesOfTheSameFault() {
        scene = new IncidentScene(beans);
        hamburg = scene.open("hamburg", Locale.ENGLISH);
        shanghai = scene.open("shanghai", Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void theCasesKeepTheirPromisesTheirUnitsAndTheirHolders() {
        var promised = promises.of(List.of(hamburg, shanghai));
        long ledger = jdbc.sql("select count(*) from ledger_event").query(Long.class).single();
        var incident = scene.declare(hamburg, shanghai);

        assertThat(promises.of(List.of(hamburg, shanghai))).isEqualTo(promised);
        assertThat(jdbc.sql("select count(*) from ledger_event").query(Long.class).single()).isEqualTo(ledger);
        assertThat(cases.require(hamburg).unit()).isEqualTo(casebook.unit("hamburg"));
        assertThat(members.counts(incident.id())).satisfies(counts -> {
            assertThat(List.of(counts.cases(), counts.open(), counts.customers())).containsExactly(2L, 2L, 2L);
            assertThat(counts.nextDue()).isNotNull();
        });
        assertThat(timeline.of(shanghai)).extracting(TimelineEntry::what).contains(What.INCIDENT_JOINED);
        assertThat(timeline.of(shanghai)).filteredOn(entry -> entry.what() == What.INCIDENT_JOINED)
                .noneMatch(TimelineEntry::visibleToCustomer);
    }

    @Test
    void theUnitThatAnswersForItSeesEveryCase() {
        var lead = casebook.person("region-engineer");
        assertThat(sight.sees(lead, cases.require(shanghai))).isFalse();
        incidents.declare(new Declaration("one", "Rectifiers", "整流", Severity.MAJOR, casebook.unit("central-europe"),
                lead, false, List.of(hamburg, shanghai)), casebook.person("region-head"), clock.instant());
        assertThat(sight.sees(lead, cases.require(shanghai))).isTrue();
        assertThat(sight.sees(casebook.person("warsaw-engineer"), cases.require(shanghai))).isFalse();
    }

    @Test
    void aReaderSeesOnlyTheirOwnCasesOfItAndTheCountsOfAll() {
        var incident = scene.declare(hamburg, shanghai);
        var local = Scope.of(java.util.Set.of("/hq/central-europe/hamburg/"), java.util.Set.of());
        assertThat(members.page(incident.id(), local, null, 10)).extracting(IncidentCase::id).containsExactly(hamburg);
        assertThat(members.page(incident.id(), Scope.everything(), null, 10)).hasSize(2);
        assertThat(members.page(incident.id(), Scope.everything(),
                members.page(incident.id(), Scope.everything(), null, 1).getFirst().id(), 10)).hasSize(1);
        assertThat(members.seen(incident.id(), local)).isEqualTo(1);
        assertThat(members.counts(incident.id()).cases()).isEqualTo(2);
    }

    @Test
    void theSameFormSentTwiceIsOneIncident() {
        var once = scene.declare("one", hamburg);
        assertThat(scene.declare("one", hamburg)).isEqualTo(once);
        assertThat(lists.open()).hasSize(1);
    }

    @Test
    void aCaseAttachedTwiceIsInItOnce() {
        var incident = scene.declare(hamburg);
        var by = casebook.person("hq-head");
        assertThat(incidents.attach(incident.id(), List.of(shanghai, hamburg), by, clock.instant()).cases())
                .containsExactly(shanghai);
        var again = incidents.attach(incident.id(), List.of(shanghai), by, clock.instant());
        assertThat(again.cases()).isEmpty();
        assertThat(again.refused()).isEmpty();
        assertThat(members.counts(incident.id()).cases()).isEqualTo(2);
    }

    @Test
    void aCaseBelongsToOneOpenIncidentAtMost() {
        scene.declare(hamburg);
        assertThatThrownBy(() -> scene.declare(hamburg)).isInstanceOf(Refused.class)
                .hasMessageContaining("incidentOther");
        assertThat(lists.open()).hasSize(1);
        var other = scene.declare(shanghai);
        assertThat(incidents.attach(other.id(), List.of(hamburg), casebook.person("hq-head"), clock.instant())
                .refused()).containsEntry(hamburg, "incidentOther");
    }

    @Test
    void ofTwoWhoCountACaseToTwoIncidentsAtOnceOneSucceeds() throws Exception {
        var one = scene.declare(hamburg);
        var two = scene.declare(shanghai);
        var wanted = scene.open(20);
        var by = casebook.person("hq-head");
        try (var people = Executors.newFixedThreadPool(2)) {
            Future<Attached> first = people.submit(() -> incidents.attach(one.id(), wanted, by, clock.instant()));
            Future<Attached> second = people
                    .submit(() -> incidents.attach(two.id(), wanted.reversed(), by, clock.instant()));
            assertThat(first.get().cases().size() + second.get().cases().size()).isEqualTo(20);
            assertThat(first.get().refused().size() + second.get().refused().size()).isEqualTo(20);
        }
        assertThat(members.incidents(wanted)).hasSize(20);
    }

    @Test
    void aCaseThatHasEndedCannotBeAttached() {
        var incident = scene.declare(hamburg);
        loop.cancel(shanghai, "By mistake.", casebook.actor("shanghai-engineer"), clock.instant());
        assertThat(incidents.attach(incident.id(), List.of(shanghai), casebook.person("hq-head"), clock.instant())
                .refused()).containsEntry(shanghai, "incidentEnded");
    }

    @Test
    void whatWasTakenOutBelongsToItNoLongerAndMayComeToAnother() {
        var incident = scene.declare(hamburg, shanghai);
        var by = casebook.person("hq-head");
        incidents.detach(incident.id(), shanghai, by, clock.instant());
        assertThat(members.counts(incident.id()).cases()).isEqualTo(1);
        assertThat(scene.declare(shanghai)).isNotEqualTo(incident);
        assertThatThrownBy(() -> incidents.detach(incident.id(), shanghai, by, clock.instant()))
                .hasMessageContaining("incidentStranger");
    }

    @Test
    void onlySomebodyOfItsUnitOrAboveLeadsIt() {
        var incident = scene.declare(hamburg);
        var by = casebook.person("hq-head");
        assertThatThrownBy(
                () -> incidents.lead(incident.id(), casebook.person("local-engineer"), by, clock.instant()))
                .hasMessageContaining("incidentLead");
        assertThatThrownBy(() -> incidents.lead(incident.id(), casebook.person("quality"), by, clock.instant()))
                .hasMessageContaining("incidentLead");
        incidents.lead(incident.id(), casebook.person("hq-engineer-2"), by, clock.instant());
        assertThat(lists.find(incident.id()).orElseThrow().lead()).isEqualTo(casebook.person("hq-engineer-2"));
        assertThat(jdbc.sql("select count(*) from outbox_message where key like 'staff:incidentLed%'")
                .query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void itIsClosedByHandOnlyWhenNoCaseIsOpen() {
        var incident = scene.declare(hamburg);
        var by = casebook.person(IncidentScene.LEAD);
        assertThatThrownBy(() -> incidents.close(incident.id(), by, clock.instant()))
                .hasMessageContaining("incidentOpenCases");
        loop.cancel(hamburg, "By mistake.", casebook.actor("local-engineer"), clock.instant());
        incidents.close(incident.id(), by, clock.instant());
        assertThat(lists.open()).isEmpty();
        assertThat(lists.past(10)).hasSize(1);
        assertThatThrownBy(() -> incidents.close(incident.id(), by, clock.instant()))
                .hasMessageContaining("incidentClosed");
        assertThatThrownBy(() -> incidents.attach(incident.id(), List.of(shanghai), by, clock.instant()))
                .hasMessageContaining("incidentClosed");
    }

    @Test
    void theCaseInWhichAnotherGoesOnTakesItsPlace() {
        var other = scene.open("hamburg", Locale.ENGLISH);
        var incident = scene.declare(hamburg);
        merging.merge(hamburg, other, casebook.actor("local-engineer"), clock.instant());
        assertThat(members.incident(other)).map(Incident::id).contains(incident.id());
    }

    @Test
    void casesOfTheSameProductThatCameInLatelyAreSuggested() {
        var incident = scene.declare(hamburg);
        var otherProduct = casebook.open();
        jdbc.sql("update ticket set product = 'UPS-900' where id = :id").param("id", otherProduct.value()).update();
        var old = scene.open("hamburg", Locale.ENGLISH);
        jdbc.sql("update ticket set submitted_at = submitted_at - interval '9 days' where id = :id")
                .param("id", old.value()).update();
        var near = scene.open("warsaw", Locale.ENGLISH);

        assertThat(members.suggested(incident, Scope.everything(), 10)).extracting(IncidentCase::id)
                .containsExactly(near, shanghai);
        assertThat(members.suggested(incident, Scope.nothing(), 10)).isEmpty();
        assertThat(members.free("drop out", Scope.everything(), 10)).extracting(IncidentCase::id)
                .contains(shanghai, near).doesNotContain(hamburg);
    }
}
