package io.pledge.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.organisation.Absences;
import io.pledge.organisation.Staff;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;
import io.pledge.visit.Travellers.Obstacle;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever travels is reminded on the working day before; what stands against a time is known before it is promised. */
@PledgeTest
class RemindersTests {
    @Autowired
    private Casebook casebook;
    @Autowired
    private Reminders reminders;
    @Autowired
    private Travellers travellers;
    @Autowired
    private Absences absences;
    @Autowired
    private Staff staff;
    @Autowired
    private Cases cases;
    @Autowired
    private MovableClock clock;
    @Autowired
    private BeanFactory beans;
    private VisitScene scene;

    /** Thursday 07:00 in Hamburg. */
    @BeforeEach
    void aFaultInHamburg() {
        scene = new VisitScene(beans,
                casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", "marek@mill.example"));
    }

    /** Hamburg opens at eight, and not at the weekend. */
    @ParameterizedTest
    @CsvSource({"2026-11-24T09:00:00Z, 2026-11-23T07:00:00Z", "2026-11-23T09:00:00Z, 2026-11-20T07:00:00Z",
            "2026-11-22T09:00:00Z, 2026-11-20T07:00:00Z"})
    void theReminderComesWhenTheUnitOpensOnTheWorkingDayBefore(Instant from, Instant due) {
        var window = new Window(from, from.plus(Duration.ofHours(1)), VisitScene.WARSAW);
        assertThat(reminders.due(casebook.person("local-engineer"), window, clock.instant())).isEqualTo(due);
    }

    @Test
    void whoHearsOfItOnTheDayBeforeIsNotReminded() {
        var window = scene.in(Duration.ofHours(2));
        assertThat(reminders.due(casebook.person("local-engineer"), window, clock.instant())).isNull();
    }

    @Test
    void theReminderIsSentOnceAndSaysWhetherTheCustomerAgreed() {
        scene.planned("local-engineer", scene.in(Duration.ofDays(5)));
        sweep();
        assertThat(scene.letters()).doesNotContain("staff visitComes");
        clock.advance(Duration.ofDays(4).plusHours(2));
        sweep();
        sweep();
        assertThat(scene.letters()).filteredOn("staff visitComes"::equals).hasSize(1);
        assertThat(scene.letter("visitComes")).contains("Tuesday 24 November, 07:00 to 09:00, Warsaw time",
                "The customer has not confirmed it. Please ring them");
    }

    @Test
    void ofAConfirmedVisitTheReminderSaysSo() {
        var id = scene.planned("local-engineer", scene.in(Duration.ofDays(5)));
        scene.agreement().confirm(id, new Actor.Staff(casebook.person("local-head")));
        clock.advance(Duration.ofDays(4).plusHours(2));
        sweep();
        assertThat(scene.letter("visitComes")).contains("The customer has confirmed it.");
    }

    @Test
    void nobodyIsRemindedOfAVisitThatWasCalledOffOrMoved() {
        var off = scene.planned("local-engineer", scene.in(Duration.ofDays(5)));
        var moved = scene.planned("local-engineer", scene.in(Duration.ofDays(5).plusHours(4)));
        scene.planning().cancel(off, "No part.", casebook.person("local-head"));
        scene.planning().move(moved, scene.plan("local-engineer", scene.in(Duration.ofDays(20))),
                casebook.person("local-head"));
        clock.advance(Duration.ofDays(6));
        sweep();
        assertThat(scene.letters()).doesNotContain("staff visitComes");
    }

    @Test
    void whoIsAwayOrOnAnotherVisitThenIsNamed() {
        var engineer = casebook.person("local-engineer");
        absences.enter(staff.person(engineer), LocalDate.parse("2026-11-24"), LocalDate.parse("2026-11-26"), null,
                casebook.person("admin"));
        var first = scene.planned();
        assertThat(travellers.against(engineer, scene.in(Duration.ofDays(1).plusHours(1)), null)).singleElement()
                .isInstanceOfSatisfying(Obstacle.Elsewhere.class,
                        other -> assertThat(other.visit().id()).isEqualTo(first));
        assertThat(travellers.against(engineer, scene.in(Duration.ofDays(1).plusHours(1)), first)).isEmpty();
        assertThat(travellers.against(engineer, scene.in(Duration.ofDays(1).plusHours(2)), null)).isEmpty();
        assertThat(travellers.against(engineer, scene.in(Duration.ofDays(6)), null)).singleElement()
                .isInstanceOf(Obstacle.Away.class);
    }

    @Test
    void onlyThoseWhoSeeTheCaseMayTravel() {
        var ticket = cases.require(scene.ticket());
        assertThat(travellers.of(ticket)).extracting(person -> person.username())
                .contains("local-engineer", "local-head", "region-engineer", "hq-engineer")
                .doesNotContain("warsaw-engineer", "shanghai-engineer", "quality", "account-manager");
    }

    private void sweep() {
        while (reminders.sweep(clock.instant()) > 0) {
            assertThat(clock.instant()).isNotNull();
        }
    }
}
