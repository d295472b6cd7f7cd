package io.pledge.incident;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.Scope;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Resolutions;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Saying that an incident is solved asks each customer separately. */
@PledgeTest
class IncidentEndTests {
    @Autowired
    private BeanFactory beans;
    @Autowired
    private Incidents incidents;
    @Autowired
    private IncidentCases members;
    @Autowired
    private IncidentLists lists;
    @Autowired
    private IncidentWatch watch;
    @Autowired
    private Broadcasts broadcasts;
    @Autowired
    private BroadcastDelivery delivery;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Cases cases;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Resolutions resolutions;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;
    private IncidentScene scene;
    private TicketId hamburg;
    private TicketId shanghai;
    private Incident incident;

    @BeforeEach
    void anIncidentWithTwoCases() {
        scene = new IncidentScene(beans);
        hamburg = scene.open("hamburg", Locale.ENGLISH);
        shanghai = scene.open("shanghai", Locale.SIMPLIFIED_CHINESE);
        incident = scene.declare(hamburg, shanghai);
    }

    @Test
    void eachCustomerIsAskedInTheirLanguage() {
        scene.resolve(incident);
        carry();
        assertThat(cases.require(hamburg).state()).isEqualTo(TicketState.RESOLVED);
        assertThat(scene.said(shanghai)).containsExactly("已解决。");
        assertThat(resolutions.last(hamburg).orElseThrow().remedy()).isEqualTo("Load 3.2.1");
        assertThat(resolutions.last(shanghai).orElseThrow().remedy()).isEqualTo("升级");
        assertThat(members.counts(incident.id()).asked()).isEqualTo(2);
        assertThat(lists.find(incident.id()).orElseThrow().resolvedAt()).isEqualTo(clock.instant());
    }

    @Test
    void aNoReopensOnlyThatCaseAndStandsOnTheIncident() {
        scene.resolve(incident);
        carry();
        clock.advance(Duration.ofMinutes(30));
        loop.reject(shanghai, "还是报警。", new Actor.System(), clock.instant());

        assertThat(cases.require(hamburg).state()).isEqualTo(TicketState.RESOLVED);
        assertThat(cases.require(shanghai).state()).isEqualTo(TicketState.TAKEN);
        assertThat(members.counts(incident.id()).no()).isEqualTo(1);
        assertThat(members.page(incident.id(), Scope.everything(), null, 9)).filteredOn(IncidentCase::no)
                .extracting(IncidentCase::id).containsExactly(shanghai);
        assertThat(lists.history(incident.id()).getFirst()).satisfies(entry -> {
            assertThat(entry.what()).isEqualTo(IncidentEntry.What.SAID_NO);
            assertThat(entry.ticket()).isEqualTo(shanghai);
        });
        assertThat(jdbc.sql("select count(*) from outbox_message where key like 'staff:incidentNo%'")
                .query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void itClosesByItselfWhenAllItsCasesHaveEnded() {
        scene.resolve(incident);
        carry();
        loop.confirm(hamburg, new Actor.System(), clock.instant());
        assertThat(watch.sweep(clock.instant())).isZero();
        loop.confirm(shanghai, new Actor.System(), clock.instant());
        assertThat(watch.sweep(clock.instant())).isEqualTo(1);
        assertThat(watch.sweep(clock.instant())).isZero();
        assertThat(lists.find(incident.id()).orElseThrow().open()).isFalse();
        assertThat(members.counts(incident.id()).cases()).isEqualTo(2);
        assertThat(members.incident(hamburg)).isEmpty();
    }

    @Test
    void whatWasNeverSaidToBeSolvedDoesNotCloseByItself() {
        loop.cancel(hamburg, "No.", casebook.actor("hq-engineer"), clock.instant());
        loop.cancel(shanghai, "No.", casebook.actor("hq-engineer"), clock.instant());
        assertThat(watch.sweep(clock.instant())).isZero();
    }

    @Test
    void itIsNotSolvedTwiceWhileNobodySaidNo() {
        scene.resolve(incident);
        assertThatThrownBy(() -> scene.resolve(incident)).isInstanceOf(Refused.class)
                .hasMessageContaining("incidentSending");
        carry();
        assertThatThrownBy(() -> scene.resolve(incident)).isInstanceOf(Refused.class)
                .hasMessageContaining("incidentNothingToResolve");
        loop.reject(shanghai, "还是报警。", new Actor.System(), clock.instant());
        scene.resolve(incident);
        assertThat(carry()).isEqualTo(1);
        assertThat(cases.require(shanghai).state()).isEqualTo(TicketState.RESOLVED);
        assertThat(resolutions.of(hamburg)).hasSize(1);
    }

    @Test
    void whatSomebodyResolvedMeanwhileIsLeftOut() {
        scene.resolve(incident);
        loop.resolve(hamburg, new io.pledge.ticket.Solution("a", "b", "c", "Done here."),
                casebook.actor("local-engineer"), clock.instant());
        carry();
        assertThat(resolutions.of(hamburg)).hasSize(1);
        assertThat(broadcasts.missed(incident.id(), Scope.everything())).singleElement()
                .satisfies(missed -> assertThat(missed.reason()).isEqualTo("resolved"));
    }

    @Test
    void hundredsOfCustomersAreWrittenAndAskedOnceEachByNodesSideBySide() throws Exception {
        var many = scene.open(300);
        long before = System.nanoTime();
        incidents.attach(incident.id(), many, casebook.person("hq-head"), clock.instant());
        scene.message(incident);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        all();
        assertThat(broadcasts.of(incident.id()).getFirst().of(Broadcast.Way.SENT)).isEqualTo(302);
        assertThat(jdbc.sql(
                "select max(n) from (select count(*) as n from message where author = 'STAFF' group by ticket_id) m")
                .query(Long.class).single()).isEqualTo(1);

        scene.resolve(incident);
        all();
        assertThat(members.counts(incident.id()).asked()).isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from resolution").query(Long.class).single()).isEqualTo(302);
        assertThat(broadcasts.missed(incident.id(), Scope.everything())).isEmpty();
    }

    /** Two nodes at it at the same time. */
    private void all() throws Exception {
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var node : List.of(nodes.submit(this::untilDone), nodes.submit(this::untilDone))) {
                node.get();
            }
        }
        untilDone();
    }

    private void untilDone() {
        for (int left = 100; left > 0 && carry() > 0; left--) {
            clock.advance(Duration.ofSeconds(6));
        }
    }

    private int carry() {
        return delivery.sweep(clock.instant());
    }
}
