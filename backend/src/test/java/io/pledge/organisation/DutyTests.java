package io.pledge.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.organisation.Objection.Reason;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;
import io.pledge.testing.Casebook;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who is on duty in Hamburg, whose office is open on weekdays. */
@PledgeTest
class DutyTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String NIGHTS = "local-engineer mon-fri 16:00-08:00";
    private static final String WEEKENDS = "hamburg-engineer-2 sat,sun 00:00-24:00";

    @Autowired
    private Duty duty;
    @Autowired
    private OrganisationEditing editing;
    @Autowired
    private Absences absences;
    @Autowired
    private Units units;
    @Autowired
    private Staff staff;
    @Autowired
    private Casebook casebook;

    /** 2026-11-19 is a Thursday. */
    @ParameterizedTest
    @CsvSource({"2026-11-19T07:00, local-engineer", "2026-11-19T12:00, nobody", "2026-11-19T22:00, local-engineer",
            "2026-11-21T03:00, hamburg-engineer-2", "2026-11-22T23:59, hamburg-engineer-2", "2026-11-23T00:00, nobody",
            "2026-11-23T03:00, nobody", "2026-11-23T20:00, local-engineer", "2026-11-24T07:59, local-engineer"})
    void theRosterSaysWhoWhileTheOfficeIsClosedAndNobodyWhileItIsOpen(LocalDateTime local, String expected) {
        roster(NIGHTS.replace("fri", "thu"), WEEKENDS);

        assertThat(onDuty(local)).isEqualTo(expected);
    }

    @Test
    void whatIsSaidForCertainDaysComesFirst() {
        roster(NIGHTS, "local-head 2026-11-19T20:00/2026-11-20T08:00");

        assertThat(onDuty(LocalDateTime.parse("2026-11-19T19:00"))).isEqualTo("local-engineer");
        assertThat(onDuty(LocalDateTime.parse("2026-11-19T23:00"))).isEqualTo("local-head");
        assertThat(onDuty(LocalDateTime.parse("2026-11-20T23:00"))).isEqualTo("local-engineer");
    }

    @Test
    void whoIsAwayIsStoodInForAtNightToo() {
        roster(NIGHTS);
        var person = staff.byUsername("local-engineer").orElseThrow();
        absences.enter(person, LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 19),
                casebook.person("hamburg-engineer-2"), casebook.person("admin"));

        assertThat(onDuty(LocalDateTime.parse("2026-11-19T22:00"))).isEqualTo("hamburg-engineer-2");
        assertThat(onDuty(LocalDateTime.parse("2026-11-20T05:00"))).isEqualTo("local-engineer");
    }

    @Test
    void withoutARosterNobodyIsOnDuty() {
        assertThat(onDuty(LocalDateTime.parse("2026-11-19T22:00"))).isEqualTo("nobody");
    }

    @Test
    void onlyPeopleWhoAreThereCanBeOnDuty() {
        assertThatExceptionOfType(OrganisationRefused.class).isThrownBy(() -> roster("nobody mon 16:00-08:00"))
                .satisfies(refused -> assertThat(refused.objections()).extracting(Objection::reason)
                        .containsExactly(Reason.NO_DUTY));
        roster(NIGHTS);
        assertThatExceptionOfType(OrganisationRefused.class)
                .isThrownBy(() -> editing.retirePerson("local-engineer",
                        staff.byUsername("local-engineer").orElseThrow().version(), casebook.person("admin")))
                .satisfies(refused -> assertThat(refused.objections()).extracting(Objection::reason)
                        .containsExactly(Reason.NO_DUTY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lena", "lena mon", "lena mon 16:00", "lena mon 16-08", "lena fri-mon 16:00-08:00",
            "lena mo 16:00-08:00", "lena mon 25:00-08:00", "lena 2026-12-24/2026-12-25",
            "lena 2026-12-25T08:00/2026-12-24T08:00", "lena mon 16:00-08:00 always"})
    void aLineThatMakesNoSenseIsNone(String line) {
        assertThat(Duty.line(line)).isEmpty();
    }

    @Test
    void aLineIsKeptInOneWayOfWriting() {
        assertThat(Duty.line("  lena  Mon-Wed,sat 16:00-24:00 ")).contains("lena mon,tue,wed,sat 16:00-24:00");
        assertThat(Duty.line("lena 2026-12-24T16:00/2026-12-28T08:00"))
                .contains("lena 2026-12-24T16:00/2026-12-28T08:00");
    }

    private void roster(String... lines) {
        var unit = units.byKey("hamburg").orElseThrow();
        editing.save(new PlannedUnit("hamburg", "central-europe", Tier.LOCAL, unit.name(), unit.zone(),
                unit.calendar(), Locale.ENGLISH, "local-head", null, unit.languages(), Set.of(), Set.of(lines)),
                unit.version(), casebook.person("admin"));
    }

    private String onDuty(LocalDateTime local) {
        Instant at = local.atZone(BERLIN).toInstant();
        Optional<PersonId> found = duty.onDuty(casebook.unit("hamburg"), at);
        return found.map(person -> staff.person(person).username()).orElse("nobody");
    }
}
