package io.pledge.organisation;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.pledge.organisation.Difference.Field;
import io.pledge.organisation.Difference.What;
import io.pledge.organisation.Objection.Reason;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;
import io.pledge.testing.Casebook;
import io.pledge.testing.OwnConfig;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The database rules; a changed file is taken over when somebody has seen what it would do, and nothing contradicts it. */
@PledgeTest
@ExtendWith(OutputCaptureExtension.class)
class OrganisationUpdateTests {
    private static final String WARSAW_ENGINEER = "  - {username: warsaw-engineer-2, name: Zofia Maj, email: zofia.maj@norlund.example, unit: warsaw, roles: [engineer], language: en}\n";

    @TempDir
    private static Path folder;
    @Autowired
    private OrganisationUpdate update;
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
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry properties) {
        properties.add("pledge.config-dir", folder::toString);
        OwnConfig.copyInto(folder);
    }

    @BeforeEach
    void asAtTheStart() {
        OwnConfig.copyInto(folder);
    }

    @Test
    void afterTheFirstStartTheFileIsTakenOver() {
        assertThat(update.look()).isInstanceOf(FileOnDisk.Same.class);
        assertThat(update.since()).get().extracting(OrganisationUpdate.Since::by).isNull();
    }

    @Test
    void aChangedFileIsNotTakenOverByAStartWhichWarnsOfIt(CapturedOutput output) {
        OwnConfig.edit(folder, "organisation.yml", "name: Hamburg office", "name: Hamburg harbour");

        update.start();

        assertThat(hamburg().name()).isEqualTo("Hamburg office");
        assertThat(output).contains("organisation.yml is not what was taken over last");
    }

    @Test
    void theDifferenceIsShownFieldByFieldAndTakenOverByWhoSawIt() {
        OwnConfig.edit(folder, "organisation.yml", "name: Hamburg office", "name: Hamburg harbour");
        OwnConfig.edit(folder, "organisation.yml", "Am Sandtorkai 12, 20457 Hamburg", "Am Kai 1");
        OwnConfig.edit(folder, "organisation.yml", WARSAW_ENGINEER,
                "  - {username: warsaw-engineer-3, name: Ola Kos, unit: warsaw, roles: [engineer], "
                        + "language: en, skills: [rectifiers], deputy: warsaw-engineer}\n");
        var found = different();

        assertThat(found.differences()).containsExactlyInAnyOrder(
                new Difference(Subject.unit("hamburg"), "Hamburg office", What.CHANGED,
                        List.of(new Field(Attribute.NAME, "Hamburg office", "Hamburg harbour"),
                                new Field(Attribute.ADDRESS, "Am Sandtorkai 12, 20457 Hamburg", "Am Kai 1"))),
                new Difference(Subject.person("warsaw-engineer-3"), "Ola Kos", What.ADDED, List.of()),
                new Difference(Subject.person("warsaw-engineer-2"), "Zofia Maj", What.RETIRED, List.of()));
        assertThat(update.put(found.fingerprint(), admin())).isInstanceOf(FileOnDisk.Same.class);

        assertThat(hamburg().name()).isEqualTo("Hamburg harbour");
        assertThat(staff.byUsername("warsaw-engineer-3").orElseThrow().skills()).containsExactly("rectifiers");
        assertThat(staff.byUsername("warsaw-engineer-3").orElseThrow().deputy())
                .isEqualTo(casebook.person("warsaw-engineer"));
        assertThat(staff.byUsername("warsaw-engineer-2")).isEmpty();
        assertThat(update.since()).get().extracting(OrganisationUpdate.Since::by).isEqualTo(admin());
        assertThat(history.of(Subject.unit("hamburg")).getFirst().by()).isEqualTo(admin());
    }

    @Test
    void whatThePageChangedStaysWhereTheFileSaysNothingNew() {
        rename("Hamburg city");
        OwnConfig.edit(folder, "organisation.yml", "name: Warsaw office", "name: Warsaw centre");
        var found = different();

        assertThat(found.kept()).extracting(Difference::name).containsExactly("Hamburg city");
        update.put(found.fingerprint(), admin());

        assertThat(hamburg().name()).isEqualTo("Hamburg city");
        assertThat(units.byKey("warsaw").orElseThrow().name()).isEqualTo("Warsaw centre");
        assertThat(update.look()).isInstanceOf(FileOnDisk.Same.class);
    }

    @Test
    void aConflictIsRefusedUntilOneSideAgrees() {
        rename("Hamburg city");
        OwnConfig.edit(folder, "organisation.yml", "name: Hamburg office", "name: Hamburg harbour");
        OwnConfig.edit(folder, "organisation.yml", "name: Warsaw office", "name: Warsaw centre");
        var found = different();

        assertThat(found.conflicts()).containsExactly(new Conflict(Subject.unit("hamburg"), "Hamburg city",
                Attribute.NAME, "Hamburg city", "Hamburg harbour"));
        assertThat(update.put(found.fingerprint(), admin())).isEqualTo(found);
        assertThat(units.byKey("warsaw").orElseThrow().name()).isEqualTo("Warsaw office");

        rename("Hamburg harbour");
        var agreed = different();
        assertThat(agreed.possible()).isTrue();
        assertThat(update.put(agreed.fingerprint(), admin())).isInstanceOf(FileOnDisk.Same.class);
        assertThat(units.byKey("warsaw").orElseThrow().name()).isEqualTo("Warsaw centre");
    }

    @Test
    void whatSomebodySawIsNotTakenOverOnceItIsOther() {
        OwnConfig.edit(folder, "organisation.yml", "name: Hamburg office", "name: Hamburg harbour");
        var seen = different().fingerprint();
        OwnConfig.edit(folder, "organisation.yml", "name: Hamburg harbour", "name: Hamburg port");
        assertThat(update.put(seen, admin())).isInstanceOf(FileOnDisk.Different.class);

        var again = different().fingerprint();
        rename("Hamburg port");
        assertThat(update.put(again, admin())).isInstanceOf(FileOnDisk.Different.class);
    }

    @Test
    void aMistakeInTheFileIsNamedWithItsLine() {
        OwnConfig.edit(folder, "organisation.yml", "zone: Europe/Warsaw", "zone: Europe/Warschau");

        assertThat(update.look()).isInstanceOfSatisfying(FileOnDisk.Refused.class, refused -> {
            assertThat(refused.line()).isPositive();
            assertThat(refused.reason()).contains("Europe/Warschau");
        });
    }

    @Test
    void aRosterInTheFileIsReadLineByLine() {
        OwnConfig.edit(folder, "organisation.yml", "name: Hamburg office",
                "name: Hamburg office\n    duty:\n      - local-engineer sat,sun 00:00-24:00");
        update.put(different().fingerprint(), admin());
        assertThat(hamburg().duty()).containsExactly("local-engineer sat,sun 00:00-24:00");

        OwnConfig.edit(folder, "organisation.yml", "local-engineer sat,sun 00:00-24:00", "local-engineer at weekends");
        assertThat(update.look()).isInstanceOfSatisfying(FileOnDisk.Refused.class,
                refused -> assertThat(refused.reason()).contains("'local-engineer at weekends'"));
    }

    @Test
    void aFileThatBreaksARuleIsRefusedWithTheRule() {
        OwnConfig.edit(folder, "organisation.yml", "calendar: office-warsaw", "calendar: office-krakow");

        assertThat(different().objections()).extracting(Objection::reason).containsExactly(Reason.NO_CALENDAR);
        assertThat(different().possible()).isFalse();
    }

    @Test
    void whoeverTheFileRetiresGivesTheirCasesBack() {
        var ticket = casebook.open(io.pledge.ticket.TicketKind.FAULT, io.pledge.ticket.Severity.MAJOR, "warsaw", null);
        jdbc.sql("update ticket set assignee_id = ? where id = ?")
                .params(casebook.person("warsaw-engineer-2").value(), ticket.value()).update();
        OwnConfig.edit(folder, "organisation.yml", WARSAW_ENGINEER, "");

        update.put(different().fingerprint(), admin());

        assertThat(jdbc.sql("select assignee_id from ticket where id = ?").param(ticket.value())
                .query((row, n) -> java.util.Optional.ofNullable(row.getObject(1))).single()).isEmpty();
    }

    @Test
    void whatAnOlderVersionFilledIsTheStartOfTheComparison() {
        jdbc.sql("delete from organisation_import").update();
        OwnConfig.edit(folder, "organisation.yml", "name: Hamburg office", "name: Hamburg harbour");

        update.start();
        rename("Hamburg city");

        assertThat(different().conflicts()).extracting(Conflict::page).containsExactly("Hamburg city");
    }

    private FileOnDisk.Different different() {
        return (FileOnDisk.Different) update.look();
    }

    private void rename(String name) {
        var unit = hamburg();
        editing.save(new PlannedUnit("hamburg", "central-europe", Tier.LOCAL, name, unit.zone(), unit.calendar(),
                unit.language(), "local-head", unit.address(), unit.languages(), Set.of(), Set.of()),
                unit.version(), admin());
    }

    private ServiceUnit hamburg() {
        return units.byKey("hamburg").orElseThrow();
    }

    private PersonId admin() {
        return casebook.person("admin");
    }
}
