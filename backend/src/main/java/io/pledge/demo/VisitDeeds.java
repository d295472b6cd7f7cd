package io.pledge.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import io.pledge.demo.Deed.Scene;
import io.pledge.organisation.Staff;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Participants;
import io.pledge.visit.Agreement;
import io.pledge.visit.OnSite;
import io.pledge.visit.Places;
import io.pledge.visit.Planning;
import io.pledge.visit.Visit;
import io.pledge.visit.VisitId;
import io.pledge.visit.VisitPlan;
import io.pledge.visit.VisitState;
import io.pledge.visit.Visits;
import io.pledge.visit.Window;

/** Visits in the stories: planned, agreed, made. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class VisitDeeds {
    private final Visits visits;
    private final Places places;
    private final Cases cases;
    private final Staff staff;

    VisitDeeds(Visits visits, Places places, Cases cases, Staff staff) {
        this.visits = visits;
        this.places = places;
        this.cases = cases;
        this.staff = staff;
    }

    /** {@code visit | engineer | from | until | what for}, with times such as {@code PT2H} or {@code 1 07:00}. */
    @Bean
    Deeds plannedVisits(Planning planning, Agreement agreement, Participants participants) {
        return Deeds.of(
                Deed.of("visit", scene -> planning.plan(scene.ticket(), plan(scene), scene.staff())),
                Deed.of("visit-yes", scene -> agreement.confirm(last(scene, VisitState.PROPOSED),
                        new Actor.Customer(participants.submitter(scene.ticket()).id()))));
    }

    @Bean
    Deeds madeVisits(OnSite onSite) {
        return Deeds.of(
                Deed.of("visit-arrive",
                        scene -> onSite.checkIn(last(scene, VisitState.CONFIRMED), null, deed(scene))),
                Deed.of("visit-found",
                        scene -> onSite.found(last(scene, VisitState.ON_SITE), scene.act().word(0), List.of(),
                                deed(scene))),
                Deed.of("visit-leave", scene -> onSite.checkOut(last(scene, VisitState.ON_SITE), scene.act().word(0),
                        scene.act().optionalWord(1).orElse(null), deed(scene))));
    }

    private VisitPlan plan(Scene scene) {
        var ticket = cases.require(scene.ticket());
        var zone = places.zone(ticket);
        var engineer = staff.byUsername(scene.act().word(0)).orElseThrow().id();
        return new VisitPlan(UUID.randomUUID().toString(), engineer,
                new Window(moment(scene.act().word(1), scene.at(), zone), moment(scene.act().word(2), scene.at(), zone),
                        zone),
                places.suggested(ticket), scene.act().word(3));
    }

    /** So long after the act, or so many working days after it at this local time. */
    private static Instant moment(String told, Instant at, ZoneId zone) {
        if (told.startsWith("P")) {
            return at.plus(Duration.parse(told));
        }
        var parts = told.split(" ");
        return Act.workingDay(LocalDate.ofInstant(at, zone), Integer.parseInt(parts[0]))
                .atTime(LocalTime.parse(parts[1])).atZone(zone).toInstant();
    }

    private VisitId last(Scene scene, VisitState state) {
        return visits.of(scene.ticket()).stream().filter(visit -> visit.state() == state).map(Visit::id).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no visit is " + state + ": " + scene.act()));
    }

    private static io.pledge.visit.Deed deed(Scene scene) {
        return new io.pledge.visit.Deed(UUID.randomUUID(), scene.staff(), scene.at());
    }
}
