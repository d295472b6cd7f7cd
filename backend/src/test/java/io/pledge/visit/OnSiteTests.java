package io.pledge.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sla.Promising;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is done on site counts by when it happened, however late it is told, and once, however often. */
@PledgeTest
class OnSiteTests {
    @Autowired
    private Casebook casebook;
    @Autowired
    private Promising promising;
    @Autowired
    private Promises promises;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private Messages messages;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;
    @Autowired
    private BeanFactory beans;
    private VisitScene scene;
    private VisitId id;
    private Instant start;

    @BeforeEach
    void aVisitOfToday() {
        start = clock.instant();
        scene = new VisitScene(beans,
                casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", "marek@mill.example"));
        id = scene.planned("local-engineer", scene.in(Duration.ofHours(1)));
    }

    @Test
    void aCheckInThatIsToldLateKeepsThePromiseByTheTimeAtWhichItHappened() {
        promising.promise(scene.ticket(), PromiseKind.ON_SITE, start.plus(Duration.ofHours(3)),
                casebook.actor("local-engineer"));
        clock.advance(Duration.ofHours(5));
        for (int due = watch.sweep(clock.instant()); due > 0; due = watch.sweep(clock.instant())) {
            assertThat(due).isPositive();
        }
        assertThat(onSite()).isEqualTo(PromiseState.BROKEN);

        var happened = start.plus(Duration.ofHours(2));
        scene.onSite().checkIn(id, new Spot(53.01, 18.6), scene.deed(happened));

        assertThat(onSite()).isEqualTo(PromiseState.KEPT);
        assertThat(scene.visit(id)).satisfies(visit -> {
            assertThat(visit.state()).isEqualTo(VisitState.ON_SITE);
            assertThat(visit.arrivedAt()).isEqualTo(happened);
            assertThat(visit.spot()).isEqualTo(new Spot(53.01, 18.6));
        });
    }

    @Test
    void theSameKeyIsTakenOnce() {
        var deed = scene.deed(start);
        scene.onSite().checkIn(id, null, deed);
        scene.onSite().checkIn(id, null, deed);
        var found = scene.deed(start);
        scene.onSite().found(id, "The fan is dusty.", List.of(), found);
        scene.onSite().found(id, "The fan is dusty.", List.of(), found);
        assertThat(scene.told()).containsExactly("VISIT_PLANNED", "VISIT_ARRIVED");
        assertThat(notes()).containsExactly("The fan is dusty.");
    }

    @Test
    void theSameKeySentByTwoAtOnceIsTakenOnce() throws Exception {
        var deed = scene.deed(start);
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> send = () -> {
                scene.onSite().checkIn(id, null, deed);
                return true;
            };
            assertThat(both.invokeAll(List.of(send, send))).extracting(Future::get).containsOnly(true);
        }
        assertThat(arrivals()).isEqualTo(1);
    }

    @Test
    void ofTwoPhonesThatCheckInTheFirstCounts() {
        scene.onSite().checkIn(id, null, scene.deed(start));
        clock.advance(Duration.ofMinutes(5));
        refused("visitOnSite", () -> scene.onSite().checkIn(id, null, scene.deed(clock.instant())));
        assertThat(scene.visit(id).arrivedAt()).isEqualTo(start);
        assertThat(arrivals()).isEqualTo(1);
    }

    @Test
    void nobodyChecksOutBeforeCheckingIn() {
        refused("visitNotThere", () -> scene.onSite().checkOut(id, "Marek", null, scene.deed(start)));
        refused("visitNotThere", () -> scene.onSite().found(id, "Dust.", List.of(), scene.deed(start)));
        clock.advance(Duration.ofHours(2));
        scene.onSite().checkIn(id, null, scene.deed(clock.instant()));
        refused("visitLeftBefore", () -> scene.onSite().checkOut(id, "Marek", null,
                scene.deed(start.plus(Duration.ofHours(1)))));
        assertThat(scene.visit(id).state()).isEqualTo(VisitState.ON_SITE);
    }

    @Test
    void aRefusedDeedMayBeSentAgainUnderItsKey() {
        var out = scene.deed(start);
        refused("visitNotThere", () -> scene.onSite().checkOut(id, "Marek", null, out));
        scene.onSite().checkIn(id, null, scene.deed(start));
        scene.onSite().checkOut(id, "Marek", null, out);
        assertThat(scene.visit(id).state()).isEqualTo(VisitState.DONE);
    }

    @Test
    void aTimeInTheFutureIsRefused() {
        var ahead = scene.deed(start.plus(Duration.ofMinutes(5)));
        refused("inFuture", () -> scene.onSite().travelling(id, ahead));
        refused("inFuture", () -> scene.onSite().checkIn(id, null, ahead));
        assertThat(scene.visit(id).state()).isEqualTo(VisitState.PROPOSED);
    }

    @Test
    void aVisitThatWasCalledOffOrMovedMeanwhileTakesNothing() {
        scene.planning().cancel(id, "No part.", casebook.person("local-head"));
        refused("visitCancelled", () -> scene.onSite().checkIn(id, null, scene.deed(start)));
        refused("visitCancelled", () -> scene.onSite().found(id, "Dust.", List.of(), scene.deed(start)));
        refused("visitCancelled", () -> scene.onSite().checkOut(id, "Marek", null, scene.deed(start)));
        assertThat(arrivals()).isZero();
    }

    @Test
    void whoLeavesSaysWhoConfirmedTheWorkAndTheCustomerReadsTheWordsToThem() {
        scene.onSite().travelling(id, scene.deed(start));
        scene.onSite().checkIn(id, null, scene.deed(start));
        scene.onSite().checkOut(id, "Marek <b>K</b>", "It runs again.", scene.deed(start));
        var visit = scene.visit(id);
        assertThat(visit.state()).isEqualTo(VisitState.DONE);
        assertThat(visit.signedBy()).isEqualTo("Marek <b>K</b>");
        assertThat(visit.travellingAt()).isEqualTo(start);
        assertThat(scene.told()).containsExactly("VISIT_PLANNED", "VISIT_ARRIVED", "VISIT_DONE");
        assertThat(messages.of(scene.ticket())).filteredOn(message -> !message.internal())
                .extracting(message -> message.body()).contains("It runs again.");
        refused("visitDone", () -> scene.onSite().checkOut(id, "Marek", null, scene.deed(start)));
    }

    @Test
    void anArrivalWithoutAPlanIsAVisitOfWhoeverTellsOfIt() {
        var deed = new Deed(UUID.randomUUID(), casebook.person("hamburg-engineer-2"), start);
        scene.onSite().arrivedUnplanned(scene.ticket(), "Gate 3.", deed);
        scene.onSite().arrivedUnplanned(scene.ticket(), "Gate 3.",
                new Deed(UUID.randomUUID(), casebook.person("hamburg-engineer-2"), start));
        assertThat(scene.visits()).filteredOn(visit -> visit.window() == null).singleElement().satisfies(visit -> {
            assertThat(visit.state()).isEqualTo(VisitState.ON_SITE);
            assertThat(visit.isOf(casebook.person("hamburg-engineer-2"))).isTrue();
        });
        assertThat(scene.visit(id).state()).isEqualTo(VisitState.PROPOSED);
    }

    private PromiseState onSite() {
        return promises.of(scene.ticket()).stream().filter(promise -> promise.kind() == PromiseKind.ON_SITE)
                .findFirst().orElseThrow().state();
    }

    private List<String> notes() {
        return messages.of(scene.ticket()).stream().filter(message -> message.internal())
                .map(message -> message.body()).toList();
    }

    private int arrivals() {
        return jdbc.sql("select count(*) from arrival").query(Integer.class).single();
    }

    private static void refused(String reason, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
