package io.pledge.organisation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.organisation.Objection.Reason;
import io.pledge.organisation.OrganisationPlan.PlannedPerson;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who acts for whoever is away. */
@PledgeTest
class DeputiesTests {
    @Autowired
    private Absences absences;
    @Autowired
    private Deputies deputies;
    @Autowired
    private OrganisationEditing editing;
    @Autowired
    private Staff staff;
    @Autowired
    private Casebook casebook;
    @Autowired
    private MovableClock clock;

    @Test
    void whoIsThereActsForThemselves() {
        assertThat(acting("local-engineer")).isEqualTo("local-engineer");
    }

    @Test
    void theDeputyActsAndTheDeputysDeputyWhereThatOneIsAwayToo() {
        away("local-engineer", "hamburg-engineer-2");
        assertThat(acting("local-engineer")).isEqualTo("hamburg-engineer-2");

        away("hamburg-engineer-2", "region-engineer");
        assertThat(acting("local-engineer")).isEqualTo("region-engineer");
        assertThat(deputies.inPlaceOf(casebook.person("region-engineer"), clock.instant()))
                .containsExactlyInAnyOrder(casebook.person("local-engineer"), casebook.person("hamburg-engineer-2"));
    }

    @Test
    void whereTheAbsenceNamesNobodyTheUsualDeputyActs() {
        var lena = staff.byUsername("local-engineer").orElseThrow();
        var named = new PlannedPerson(lena.username(), lena.name(), lena.email(), "hamburg", lena.roles(),
                lena.language(), lena.zone(), lena.skills(), "hamburg-engineer-2");
        editing.save(named, lena.version(), casebook.person("admin"));
        away("local-engineer", null);

        assertThat(acting("local-engineer")).isEqualTo("hamburg-engineer-2");
        refused(() -> editing.retirePerson("hamburg-engineer-2",
                staff.byUsername("hamburg-engineer-2").orElseThrow().version(), casebook.person("admin")),
                Reason.STRANGE_DEPUTY);
    }

    @Test
    void withoutADeputyTheHeadActsAndTheNextAboveWhereTheHeadIsAway() {
        away("local-engineer", null);
        assertThat(acting("local-engineer")).isEqualTo("local-head");

        away("local-head", null);
        assertThat(acting("local-engineer")).isEqualTo("region-head");
        assertThat(acting("local-head")).isEqualTo("region-head");
    }

    @Test
    void deputiesInACircleEndAtTheHead() {
        away("local-engineer", "hamburg-engineer-2");
        away("hamburg-engineer-2", "local-engineer");

        assertThat(acting("local-engineer")).isEqualTo("local-head");
        assertThat(acting("hamburg-engineer-2")).isEqualTo("local-head");
    }

    @Test
    void whereEverybodyIsAwayItStaysWithWhomItWasMeantFor() {
        away("local-engineer", null);
        away("local-head", null);
        away("region-head", null);
        away("hq-head", null);

        assertThat(acting("local-engineer")).isEqualTo("local-engineer");
    }

    @Test
    void aDeputyWhoLeftIsPassedOver() {
        away("local-engineer", "hamburg-engineer-2");
        editing.retirePerson("hamburg-engineer-2", staff.byUsername("hamburg-engineer-2").orElseThrow().version(),
                casebook.person("admin"));

        assertThat(acting("local-engineer")).isEqualTo("local-head");
    }

    @Test
    void daysAreThoseOfThePersonsOwnZone() {
        var today = LocalDate.ofInstant(clock.instant(), staff.byUsername("shanghai-engineer").orElseThrow().zone());
        absences.enter(staff.byUsername("shanghai-engineer").orElseThrow(), today, today, null,
                casebook.person("admin"));
        var midnight = today.plusDays(1).atStartOfDay(staff.byUsername("shanghai-engineer").orElseThrow().zone())
                .toInstant();

        assertThat(isAway("shanghai-engineer", midnight.minusSeconds(1))).isTrue();
        assertThat(isAway("shanghai-engineer", midnight)).isFalse();
        assertThat(isAway("shanghai-engineer", midnight.minus(Duration.ofDays(1)))).isTrue();
        assertThat(isAway("shanghai-engineer", midnight.minus(Duration.ofDays(1)).minusSeconds(1))).isFalse();
    }

    @Test
    void anAbsenceThatIsEndedIsOverAtOnceAndStaysInTheRecord() {
        away("local-engineer", "hamburg-engineer-2");
        var person = staff.byUsername("local-engineer").orElseThrow();
        absences.end(absences.of(person.id()).getFirst().id(), person.id(), casebook.person("admin"));

        assertThat(acting("local-engineer")).isEqualTo("local-engineer");
        assertThat(absences.of(person.id())).hasSize(1);
        away("local-engineer", null);
        assertThat(absences.of(person.id())).hasSize(2);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var person = staff.byUsername("local-engineer").orElseThrow();
        var day = LocalDate.of(2026, 12, 1);
        refused(() -> absences.enter(person, day, day.minusDays(1), null, person.id()), Reason.AWAY_ORDER);
        refused(() -> absences.enter(person, day, day, person.id(), person.id()), Reason.NO_DEPUTY);
        absences.enter(person, day, day.plusDays(3), null, person.id());
        refused(() -> absences.enter(person, day.plusDays(3), day.plusDays(9), null, person.id()), Reason.AWAY_TWICE);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable entry, Reason reason) {
        assertThatExceptionOfType(OrganisationRefused.class).isThrownBy(entry).satisfies(
                refused -> assertThat(refused.objections()).extracting(Objection::reason).containsExactly(reason));
    }

    private void away(String username, @Nullable String deputy) {
        var person = staff.byUsername(username).orElseThrow();
        var today = LocalDate.ofInstant(clock.instant(), person.zone());
        absences.enter(person, today.minusDays(1), today.plusDays(1),
                deputy == null ? null : casebook.person(deputy), casebook.person("admin"));
    }

    private String acting(String username) {
        return staff.person(deputies.acting(casebook.person(username), clock.instant())).username();
    }

    private boolean isAway(String username, Instant at) {
        return deputies.absence(casebook.person(username), at).isPresent();
    }
}
