package io.pledge.organisation;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.Objection.Reason;
import io.pledge.organisation.OrganisationPlan.PlannedPerson;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;
import io.pledge.testing.Casebook;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.What;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What becomes of cases, units and people when a unit or a person is retired. */
@PledgeTest
class RetiringTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    @Autowired
    private OrganisationEditing editing;
    @Autowired
    private Units units;
    @Autowired
    private Staff staff;
    @Autowired
    private Casework casework;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Escalations escalations;
    @Autowired
    private io.pledge.ticket.Cases cases;
    @Autowired
    private Timeline timeline;
    @Autowired
    private Casebook casebook;
    @Autowired
    private io.pledge.testing.MovableClock clock;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void aUnitWithOpenCasesOrUnitsBelowIsNotRetiredAndSaysHowMany() {
        casebook.open(TicketKind.FAULT, Severity.MAJOR, "warsaw", null);
        var refused = catchThrowableOfType(OrganisationRefused.class, () -> retireUnit("warsaw"));
        assertThat(refused.objections()).extracting(Objection::reason).contains(Reason.OPEN_CASES, Reason.PEOPLE_IN);
        assertThat(refused.objections()).filteredOn(one -> one.reason() == Reason.OPEN_CASES)
                .flatExtracting(Objection::words).containsExactly("1");

        refused(() -> retireUnit("central-europe")).contains(Reason.UNITS_BELOW);
    }

    @Test
    void anEmptyUnitIsRetiredAndComesBackAsItself() {
        editing.save(lisbon(null), null, admin());
        var id = units.byKey("lisbon").orElseThrow().id();
        retireUnit("lisbon");
        assertThat(units.all()).noneMatch(unit -> unit.id().equals(id));
        assertThat(units.unit(id).name()).isEqualTo("Lisbon");

        editing.save(lisbon(null), null, admin());
        assertThat(units.byKey("lisbon").orElseThrow().id()).isEqualTo(id);
        assertThat(units.all()).anyMatch(unit -> unit.id().equals(id));
    }

    @Test
    void aCaseIsNotHandedBackToAUnitThatWasRetiredMeanwhile() {
        editing.save(lisbon(null), null, admin());
        var ticket = casebook.open(TicketKind.FAULT, Severity.MAJOR, "lisbon", null);
        escalations.escalate(ticket, "Needs the test bench", null, casebook.actor("local-engineer"), clock.instant());
        assertThat(escalations.canHandBack(cases.require(ticket))).isTrue();
        retireUnit("lisbon");

        assertThat(escalations.canHandBack(cases.require(ticket))).isFalse();
        assertThat(catchThrowableOfType(Refused.class, () -> escalations.handBack(ticket, "Try again",
                casebook.actor("region-engineer"), clock.instant())).reason()).isEqualTo("nothingToHandBack");
    }

    @Test
    void whoeverComesBackUnderAnOldNameNeedsANewPassword() {
        jdbc.sql("update person set password_hash = 'old' where username = 'local-engineer'").update();
        retirePerson("local-engineer");
        assertThat(jdbc.sql("select password_hash is null from person where username = 'local-engineer'")
                .query(Boolean.class).single()).isTrue();
    }

    @Test
    void whoIsRetiredGivesTheirCasesBackToTheQueue() {
        var ticket = casebook.open();
        casework.take(ticket, casebook.person("local-engineer"), clock.instant());

        assertThat(retirePerson("local-engineer")).isOne();

        var after = cases.require(ticket);
        assertThat(after.assignee()).isNull();
        assertThat(after.awaitingSince()).isEqualTo(clock.instant());
        assertThat(timeline.of(ticket).getLast().what()).isEqualTo(What.PUT_BACK);
        assertThat(staff.byUsername("local-engineer")).isEmpty();
    }

    @Test
    void aCaseThatIsReopenedAfterWhoHadItLeftLiesInTheQueue() {
        var ticket = casebook.open();
        var engineer = casebook.person("local-engineer");
        casework.take(ticket, engineer, clock.instant());
        loop.resolve(ticket, new Solution("dust", "cleaned", "clean it", "It runs."),
                casebook.actor("local-engineer"), clock.instant());
        loop.closeUnconfirmed(ticket, new Actor.System(), clock.instant());
        retirePerson("local-engineer");
        assertThat(cases.require(ticket).assignee()).isEqualTo(engineer);

        loop.reopen(ticket, "it drops out again", casebook.actor("local-head"), clock.instant());

        assertThat(cases.require(ticket).assignee()).isNull();
        assertThat(cases.require(ticket).awaitingSince()).isEqualTo(clock.instant());
    }

    @Test
    void aCaseThatIsReopenedAfterItsUnitWasRetiredClimbsToTheUnitAbove() {
        editing.save(lisbon(null), null, admin());
        var ticket = casebook.open(TicketKind.FAULT, Severity.MAJOR, "lisbon", null);
        loop.resolve(ticket, new Solution("dust", "cleaned", "clean it", "It runs."), casebook.actor("region-head"),
                clock.instant());
        loop.closeUnconfirmed(ticket, new Actor.System(), clock.instant());
        retireUnit("lisbon");

        loop.reopen(ticket, "it is one", casebook.actor("region-head"), clock.instant());

        assertThat(cases.require(ticket).unit()).isEqualTo(casebook.unit("central-europe"));
    }

    @Test
    void theHeadOfAUnitAndTheLastAdministratorAreNotRetired() {
        refused(() -> retirePerson("local-head")).containsExactly(Reason.SUPERVISES);
        refused(() -> retirePerson("admin")).containsExactly(Reason.NO_ADMIN);
        assertThat(staff.byUsername("admin")).isPresent();
    }

    private static AbstractListAssert<?, List<? extends Reason>, Reason, ObjectAssert<Reason>> refused(
            ThrowingCallable change) {
        var refused = catchThrowableOfType(OrganisationRefused.class, change);
        assertThat(refused).isNotNull();
        return assertThat(refused.objections()).extracting(Objection::reason);
    }

    private void retireUnit(String key) {
        editing.retireUnit(key, units.byKey(key).orElseThrow().version(), admin());
    }

    private long retirePerson(String username) {
        return editing.retirePerson(username, staff.byUsername(username).orElseThrow().version(), admin());
    }

    private PersonId admin() {
        return casebook.person("admin");
    }

    private static PlannedUnit lisbon(@Nullable String head) {
        return new PlannedUnit("lisbon", "central-europe", Tier.LOCAL, "Lisbon", ZONE, "always", Locale.ENGLISH, head,
                "Cais 4", Set.of(Locale.ENGLISH), Set.of("UPS-900"), Set.of());
    }

    private static PlannedPerson person(String username, String unit, Role role) {
        return new PlannedPerson(username, "Rui", null, unit, Set.of(role), Locale.ENGLISH, ZONE);
    }
}
