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
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.Difference.Field;
import io.pledge.organisation.Objection.Reason;
import io.pledge.organisation.OrganisationPlan.PlannedPerson;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;
import io.pledge.testing.Casebook;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.What;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What an administrator changes, and what no administrator may. */
@PledgeTest
class OrganisationEditingTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    @Autowired
    private OrganisationEditing editing;
    @Autowired
    private OrganisationHistory history;
    @Autowired
    private Units units;
    @Autowired
    private Staff staff;
    @Autowired
    private Casebook casebook;
    @Autowired
    private io.pledge.testing.MovableClock clock;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void aUnitIsAddedThenItsPeopleThenItsHead() {
        editing.save(lisbon(null), null, admin());
        editing.save(person("rui", "lisbon", Role.HEAD), null, admin());
        editing.save(lisbon("rui"), units.byKey("lisbon").orElseThrow().version(), admin());

        var lisbon = units.byKey("lisbon").orElseThrow();
        assertThat(lisbon.path()).isEqualTo("/hq/central-europe/lisbon/");
        assertThat(lisbon.supervisor()).isEqualTo(casebook.person("rui"));
        assertThat(lisbon.address()).isEqualTo("Cais 4");
        assertThat(lisbon.products()).containsExactly("UPS-900");
        assertThat(staff.inUnit(lisbon.id())).extracting(Person::username).containsExactly("rui");
    }

    @Test
    void theSecondOfTwoEditorsIsTold() {
        var seen = units.byKey("hamburg").orElseThrow().version();
        editing.save(hamburg("Hamburg city"), seen, admin());

        refused(() -> editing.save(hamburg("Hamburg port"), seen, admin())).containsExactly(Reason.MEANWHILE);
        assertThat(units.byKey("hamburg").orElseThrow().name()).isEqualTo("Hamburg city");
    }

    @Test
    void savingTheSameTwiceChangesAndRecordsNothing() {
        editing.save(hamburg("Hamburg city"), units.byKey("hamburg").orElseThrow().version(), admin());
        var version = units.byKey("hamburg").orElseThrow().version();
        var lines = history.of(Subject.unit("hamburg"));
        editing.save(hamburg("Hamburg city"), version, admin());

        assertThat(units.byKey("hamburg").orElseThrow().version()).isEqualTo(version);
        assertThat(history.of(Subject.unit("hamburg"))).isEqualTo(lines);
    }

    @Test
    void whoChangedWhatIsRecordedForGood() {
        editing.save(hamburg("Hamburg city"), units.byKey("hamburg").orElseThrow().version(), admin());

        var entry = history.of(Subject.unit("hamburg")).getFirst();
        assertThat(entry.by()).isEqualTo(admin());
        assertThat(entry.origin()).isEqualTo("page");
        assertThat(entry.fields()).containsExactly(new Field(Attribute.NAME, "Hamburg office", "Hamburg city"));
        for (var sql : List.of("update organisation_change set what = 'x'", "delete from organisation_change")) {
            assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> jdbc.sql(sql).update())
                    .withMessageContaining("append-only");
        }
    }

    @Test
    void theRecordDoesNotKeepWhatIdentifiesAPerson() {
        editing.save(person("rui", "hamburg", Role.ENGINEER), null, admin());
        editing.save(new PlannedPerson("rui", "Rui Costa", "rui@norlund.example", "hamburg", Set.of(Role.ENGINEER),
                Locale.ENGLISH, ZONE), staff.byUsername("rui").orElseThrow().version(), admin());

        assertThat(history.of(Subject.person("rui")).getFirst().fields())
                .containsExactlyInAnyOrder(new Field(Attribute.NAME, "", ""), new Field(Attribute.EMAIL, "", ""));
    }

    @Test
    void whatMakesNoSenseTogetherIsRefused() {
        refused(() -> editing.save(lisbon("local-head"), null, admin())).containsExactly(Reason.STRANGE_SUPERVISOR);
        refused(() -> editing.save(person("rui", "bremen", Role.ENGINEER), null, admin()))
                .containsExactly(Reason.NO_UNIT);
        refused(() -> editing.save(person("Rui C", "hamburg", Role.ENGINEER), null, admin()))
                .containsExactly(Reason.KEY);
        refused(() -> editing.save(person("local-head", "hamburg", Role.ENGINEER), null, admin()))
                .containsExactly(Reason.KEY_TAKEN);
        refused(() -> editing.save(
                new PlannedUnit("hamburg", "east-china", Tier.LOCAL, "Hamburg office", ZONE, "office-hamburg",
                        Locale.ENGLISH, "local-head"),
                units.byKey("hamburg").orElseThrow().version(), admin()))
                .containsExactly(Reason.MOVED);
        refused(() -> editing.save(new PlannedUnit("lisbon", "hq", Tier.LOCAL, "Lisbon", ZONE, "office-lisbon",
                Locale.ENGLISH, null), null, admin())).containsExactlyInAnyOrder(Reason.WRONG_TIER, Reason.NO_CALENDAR);
    }

    @Test
    void anotherNodeFollowsWhatWasChangedHere() {
        var other = new DirectoryCache(jdbc, clock);
        assertThat(name(other)).isEqualTo("Hamburg office");

        editing.save(hamburg("Hamburg city"), units.byKey("hamburg").orElseThrow().version(), admin());
        assertThat(name(other)).isEqualTo("Hamburg office");
        other.follow();
        assertThat(name(other)).isEqualTo("Hamburg city");
    }

    private String name(DirectoryCache node) {
        return node.directory().units().get(casebook.unit("hamburg")).name();
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

    private static PlannedUnit hamburg(String name) {
        return new PlannedUnit("hamburg", "central-europe", Tier.LOCAL, name, ZoneId.of("Europe/Berlin"),
                "office-hamburg", Locale.ENGLISH, "local-head", "Am Sandtorkai 12, 20457 Hamburg",
                Set.of(Locale.ENGLISH),
                Set.of(), Set.of());
    }

    private static PlannedUnit lisbon(@Nullable String head) {
        return new PlannedUnit("lisbon", "central-europe", Tier.LOCAL, "Lisbon", ZONE, "always", Locale.ENGLISH, head,
                "Cais 4", Set.of(Locale.ENGLISH), Set.of("UPS-900"), Set.of());
    }

    private static PlannedPerson person(String username, String unit, Role role) {
        return new PlannedPerson(username, "Rui", null, unit, Set.of(role), Locale.ENGLISH, ZONE);
    }
}
