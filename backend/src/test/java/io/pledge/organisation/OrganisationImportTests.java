package io.pledge.organisation;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.OrganisationPlan.PlannedPerson;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables follow the file and lose nothing. */
@PledgeTest
class OrganisationImportTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    @Autowired
    OrganisationImport imported;
    @Autowired
    OrganisationUpdate update;
    @Autowired
    OrganisationFile file;
    @Autowired
    Units units;
    @Autowired
    Staff staff;
    @Autowired
    JdbcClient sql;

    @Test
    void theStartHasBroughtInTheFile() {
        assertThat(units.all()).hasSize(file.plan().units().size());
        assertThat(staff.all()).hasSize(file.plan().people().size());
        ServiceUnit hamburg = units.byKey("hamburg").orElseThrow();
        assertThat(hamburg.path()).isEqualTo("/hq/central-europe/hamburg/");
        assertThat(hamburg.supervisor()).isEqualTo(staff.byUsername("local-head").orElseThrow().id());
        assertThat(units.lineUp(hamburg.id())).extracting(ServiceUnit::key).containsExactly("hamburg", "central-europe",
                "hq");
        assertThat(units.children(units.parentOf(hamburg.id()).orElseThrow().id())).extracting(ServiceUnit::key)
                .containsExactly("hamburg", "warsaw");
        assertThat(units.parentOf(units.byKey("hq").orElseThrow().id())).isEmpty();
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String before = rows();

        imported.apply(OrganisationUpdate.ORIGIN, file.plan());

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whatVanishedIsRetiredAndComesBack() {
        imported.apply("branch", plan("harbour", "harbour-head", Role.HEAD));
        ServiceUnit harbour = units.byKey("harbour").orElseThrow();
        Person head = staff.byUsername("harbour-head").orElseThrow();
        staff.setPassword(head.id(), "{bcrypt}hash");

        imported.apply("branch", new OrganisationPlan(List.of(), List.of()));

        assertThat(units.all()).noneMatch(unit -> unit.id().equals(harbour.id()));
        assertThat(units.unit(harbour.id()).name()).isEqualTo("Harbour");
        assertThat(staff.byUsername("harbour-head")).isEmpty();
        assertThat(staff.passwordHash(head.id())).isEmpty();
        assertThat(staff.isAtWork(head.id())).isFalse();
        assertThat(staff.person(head.id()).name()).isEqualTo("Rui");
        assertThat(staff.byUsername("local-head")).isPresent();

        imported.apply("branch", plan("harbour", "harbour-head", Role.HEAD, Role.ENGINEER));
        assertThat(units.byKey("harbour").orElseThrow().id()).isEqualTo(harbour.id());
        assertThat(staff.byUsername("harbour-head").orElseThrow().roles()).containsExactlyInAnyOrder(Role.HEAD,
                Role.ENGINEER);
        // whoever comes back under an old name gets a new password
        assertThat(staff.passwordHash(head.id())).isEmpty();
    }

    @Test
    void whatAReplayBroughtIsNoneOfTheFilesBusiness() {
        imported.apply("branch", plan("harbour", "harbour-head", Role.HEAD));
        assertThat(update.look()).isInstanceOf(FileOnDisk.Same.class);

        // as an older version left it, which kept no record of what it took over
        sql.sql("delete from organisation_import").update();
        update.start();

        assertThat(update.look()).isInstanceOf(FileOnDisk.Same.class);
    }

    @Test
    void aRoleThatIsTakenAwayIsGone() {
        imported.apply("branch", plan("harbour", "harbour-head", Role.HEAD, Role.ENGINEER));
        imported.apply("branch", plan("harbour", "harbour-head", Role.HEAD));

        assertThat(staff.byUsername("harbour-head").orElseThrow().roles()).containsExactly(Role.HEAD);
    }

    private static OrganisationPlan plan(String unit, String head, Role... roles) {
        return new OrganisationPlan(
                List.of(new PlannedUnit(unit, "central-europe", Tier.LOCAL, "Harbour", ZONE, "always", Locale.ENGLISH,
                        head)),
                List.of(new PlannedPerson(head, "Rui", null, unit, Set.of(roles), Locale.ENGLISH, ZONE)));
    }

    private String rows() {
        return sql.sql("""
                       select (select string_agg(u::text, ';' order by id) from service_unit u)
                           || (select string_agg(p::text, ';' order by id) from person p)
                           || (select string_agg(r::text, ';' order by person_id, role) from person_role r)
                       """).query(String.class).single();
    }
}
