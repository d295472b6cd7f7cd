package io.pledge.visit;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.organisation.PersonId;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Merging;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Visits are planned with the customer, who says yes or asks for another time; they move, and are called off. */
@PledgeTest
class PlanningTests {
    @Autowired
    private Casebook casebook;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Merging merging;
    @Autowired
    private Messages messages;
    @Autowired
    private Participants participants;
    @Autowired
    private MovableClock clock;
    @Autowired
    private BeanFactory beans;
    private VisitScene scene;
    private PersonId head;

    /** Thursday 07:00 in Hamburg. */
    @BeforeEach
    void aFaultInHamburg() {
        scene = new VisitScene(beans, fault());
        head = casebook.person("local-head");
    }

    @Test
    void aPlannedVisitIsProposedAndBothSidesAreWritten() {
        var visit = scene.visit(scene.planned());
        assertThat(visit.state()).isEqualTo(VisitState.PROPOSED);
        assertThat(scene.told()).containsExactly("VISIT_PLANNED");
        assertThat(scene.letters()).containsExactlyInAnyOrder("customer visitProposed", "staff visitYours");
        assertThat(scene.letter("visitProposed")).contains("Friday 20 November, 07:00 to 09:00, Warsaw time",
                "Lena Brandt comes to Mill 2, gate 3", "To change the fan", "/c/");
        assertThat(scene.letter("visitYours")).contains("/visits/" + visit.id().value());
    }

    @Test
    void theSameFormSentTwicePlansOneVisit() {
        var plan = scene.plan("local-engineer", scene.in(Duration.ofDays(1)));
        var first = scene.planning().plan(scene.ticket(), plan, head);
        assertThat(scene.planning().plan(scene.ticket(), plan, head)).isEqualTo(first);
        assertThat(scene.visits()).hasSize(1);
        assertThat(scene.letters()).hasSize(2);
    }

    @Test
    void anEngineerWhoDoesNotSeeTheCaseDoesNotTravelForIt() {
        var plan = scene.plan(casebook.colleagueIn("chengdu"), scene.in(Duration.ofDays(1)));
        refused("visitEngineer", () -> scene.planning().plan(scene.ticket(), plan, head));
        assertThat(scene.visits()).isEmpty();
    }

    @Test
    void anEngineerOfAUnitAboveMayTravel() {
        assertThat(scene.visit(scene.planned("region-engineer", scene.in(Duration.ofDays(1)))).isOf(
                casebook.person("region-engineer"))).isTrue();
    }

    @Test
    void aTimeThatMakesNoSenseIsRefused() {
        var tomorrow = scene.in(Duration.ofDays(1));
        refused("visitPast", () -> scene.planned("local-engineer", scene.in(Duration.ofMinutes(-5))));
        refused("visitFar", () -> scene.planned("local-engineer", scene.in(Duration.ofDays(400))));
        refused("visitOrder", () -> scene.planned("local-engineer",
                new Window(tomorrow.until(), tomorrow.from(), tomorrow.zone())));
        refused("visitOrder", () -> scene.planned("local-engineer",
                new Window(tomorrow.from(), tomorrow.from(), tomorrow.zone())));
        refused("visitLong", () -> scene.planned("local-engineer",
                new Window(tomorrow.from(), tomorrow.from().plus(Duration.ofDays(15)), tomorrow.zone())));
        assertThat(scene.visits()).isEmpty();
    }

    @Test
    void nobodyTravelsForACaseThatHasEnded() {
        loop.cancel(scene.ticket(), "No case.", new Actor.Staff(head), clock.instant());
        refused("ended", scene::planned);
    }

    @Test
    void theCustomersYesConfirmsIt() {
        var id = scene.planned();
        scene.agreement().confirm(id, customer());
        scene.agreement().confirm(id, customer());
        assertThat(scene.visit(id)).satisfies(visit -> {
            assertThat(visit.state()).isEqualTo(VisitState.CONFIRMED);
            assertThat(visit.confirmedBy()).isNull();
        });
        assertThat(scene.told()).containsExactly("VISIT_PLANNED", "VISIT_CONFIRMED");
    }

    @Test
    void aYesByTelephoneSaysWhoHeardIt() {
        var id = scene.planned();
        scene.agreement().confirm(id, new Actor.Staff(head));
        assertThat(scene.visit(id).confirmedBy()).isEqualTo(head);
    }

    @Test
    void whoAsksForAnotherTimeWritesOnTheCaseAndNothingIsConfirmedAnyMore() {
        var id = scene.planned();
        scene.agreement().confirm(id, customer());
        scene.agreement().askAnother(id, "Monday would be better.", customer().participant());
        scene.agreement().askAnother(id, "Monday would be better.", customer().participant());

        var visit = scene.visit(id);
        assertThat(visit.state()).isEqualTo(VisitState.PROPOSED);
        assertThat(visit.askedMessage()).isNotNull();
        assertThat(messages.of(scene.ticket())).filteredOn(message -> message.participant() != null)
                .extracting(message -> message.body()).filteredOn(body -> body.startsWith("Monday"))
                .containsExactly("Monday would be better.");
    }

    @Test
    void aMovedVisitKeepsItsOldTimeAsHistoryAndIsToBeConfirmedAnew() {
        var id = scene.planned();
        scene.agreement().confirm(id, customer());
        var next = scene.planning().move(id, scene.plan("local-engineer", scene.in(Duration.ofDays(4))), head);

        assertThat(scene.visit(id)).satisfies(old -> {
            assertThat(old.state()).isEqualTo(VisitState.MOVED);
            assertThat(old.end()).isNotNull();
        });
        assertThat(scene.visit(next).state()).isEqualTo(VisitState.PROPOSED);
        assertThat(scene.told()).containsExactly("VISIT_PLANNED", "VISIT_CONFIRMED", "VISIT_MOVED");
        assertThat(scene.letter("visitMoved")).contains("It was: Friday 20 November, 07:00",
                "It is now: Monday 23 November, 07:00");
        assertThat(scene.letters()).contains("staff visitOtherTime");
        refused("visitMoved", () -> scene.agreement().confirm(id, customer()));
    }

    @Test
    void theSameMoveSentTwiceMovesOnce() {
        var id = scene.planned();
        var plan = scene.plan("local-engineer", scene.in(Duration.ofDays(4)));
        var next = scene.planning().move(id, plan, head);
        assertThat(scene.planning().move(id, plan, head)).isEqualTo(next);
        assertThat(scene.visits()).hasSize(2);
    }

    @Test
    void whereOnlyTheEngineerIsAnotherWhatWasConfirmedStaysAndBothAreWritten() {
        var window = scene.in(Duration.ofDays(1));
        var id = scene.planned("local-engineer", window);
        scene.agreement().confirm(id, customer());
        var next = scene.planning().move(id, scene.plan("hamburg-engineer-2", window), head);
        assertThat(scene.visit(next).state()).isEqualTo(VisitState.CONFIRMED);
        assertThat(scene.letters()).contains("staff visitNotYours", "customer visitMoved");
    }

    @Test
    void aVisitThatIsCalledOffTellsTheCustomerWhy() {
        var id = scene.planned();
        scene.planning().cancel(id, "The part is not there.", head);
        scene.planning().cancel(id, "The part is not there.", head);
        assertThat(scene.visit(id).state()).isEqualTo(VisitState.CANCELLED);
        assertThat(scene.told()).containsExactly("VISIT_PLANNED", "VISIT_CANCELLED");
        assertThat(scene.letter("visitCancelled")).contains("The part is not there.", "Friday 20 November");
        assertThat(scene.letters()).contains("staff visitCalledOff");
        refused("visitCancelled", () -> scene.planning().move(id,
                scene.plan("local-engineer", scene.in(Duration.ofDays(4))), head));
    }

    @Test
    void aVisitEndsWithItsCase() {
        var id = scene.planned();
        loop.cancel(scene.ticket(), "No case.", new Actor.Staff(head), clock.instant());
        assertThat(scene.visit(id)).satisfies(visit -> {
            assertThat(visit.state()).isEqualTo(VisitState.CANCELLED);
            assertThat(visit.end()).extracting(Visit.End::by).isNull();
        });
        assertThat(scene.letter("visitCancelled")).contains("Your case has ended");
    }

    @Test
    void aVisitGoesOnWithTheCaseInWhichItsOwnGoesOn() {
        var id = scene.planned();
        TicketId other = fault();
        merging.merge(scene.ticket(), other, new Actor.Staff(head), clock.instant());
        assertThat(scene.visit(id)).satisfies(visit -> {
            assertThat(visit.ticket()).isEqualTo(other);
            assertThat(visit.state()).isEqualTo(VisitState.PROPOSED);
        });
    }

    private TicketId fault() {
        return casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", "marek@mill.example");
    }

    private Actor.Customer customer() {
        return new Actor.Customer(participants.submitter(scene.ticket()).id());
    }

    private static void refused(String reason, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
