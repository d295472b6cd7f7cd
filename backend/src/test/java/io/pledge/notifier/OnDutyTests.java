package io.pledge.notifier;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.notifications.Confirmations;
import io.pledge.organisation.OrganisationEditing;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes in while Hamburg is closed: every test starts on a Thursday at seven in the morning there, an hour too early. */
@PledgeTest
class OnDutyTests {
    @Autowired
    private OrganisationEditing editing;
    @Autowired
    private Confirmations confirmations;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private Units units;
    @Autowired
    private Cases cases;
    @Autowired
    private Casebook casebook;
    @Autowired
    private MovableClock clock;
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private JdbcClient jdbc;
    private StaffMailbox mailbox;

    @BeforeEach
    void roster() {
        mailbox = new StaffMailbox(jdbc);
        var unit = units.byKey("hamburg").orElseThrow();
        editing.save(new PlannedUnit("hamburg", "central-europe", Tier.LOCAL, unit.name(), unit.zone(),
                unit.calendar(), Locale.ENGLISH, "local-head", null, unit.languages(), Set.of(),
                Set.of("hamburg-engineer-2 mon-sun 16:00-08:00")), unit.version(), casebook.person("admin"));
    }

    @Test
    void aCriticalCaseIsConfirmedByWhoIsOnDutyAndToldToTheHead() {
        var id = casebook.open();

        assertThat(cases.require(id).onDuty()).isEqualTo(casebook.person("hamburg-engineer-2"));
        assertThat(mailbox.readers(id)).containsExactlyInAnyOrder("hamburg-engineer-2 newCase", "local-head newCase");
        assertThat(confirmations.openFor(StaffNames.of(casebook.person("hamburg-engineer-2")))).hasSize(1);
        assertThat(confirmations.openFor(StaffNames.of(casebook.person("local-head")))).isEmpty();

        clock.advance(Duration.ofMinutes(31));
        confirmations.sweep(clock.instant());
        assertThat(confirmations.openFor(StaffNames.of(casebook.person("local-head")))).hasSize(1);
    }

    @Test
    void theCaseNamesThemInBothLanguages() {
        var page = "/desk/tickets/" + casebook.open().number().value();

        assertThat(mvc.get().uri(page + "?lang=en").with(As.person("local-head"))).bodyText().contains("On duty",
                "It came in while the unit was closed");
        assertThat(mvc.get().uri(page + "?lang=zh-CN").with(As.person("local-head"))).bodyText().contains("值班",
                "案件在下班时间到达");
    }

    @Test
    void aCaseWhoseChainKeepsTheNightWaitsForTheHead() {
        var id = casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", null);

        assertThat(cases.require(id).onDuty()).isEqualTo(casebook.person("hamburg-engineer-2"));
        assertThat(mailbox.readers(id)).containsExactly("local-head newCase");
    }

    @Test
    void aPromiseThatIsBrokenAtNightIsToldToWhoIsOnDuty() {
        var id = casebook.open();
        mailbox.empty();

        clock.advance(Duration.ofMinutes(31));
        watch.sweep(clock.instant());

        assertThat(mailbox.readers(id)).contains("hamburg-engineer-2 broken", "local-head broken");
    }

    @Test
    void whileTheOfficeIsOpenNobodyIsOnDuty() {
        clock.advance(Duration.ofHours(3));
        var id = casebook.open();

        assertThat(cases.require(id).onDuty()).isNull();
        assertThat(mailbox.readers(id)).containsExactly("local-head newCase");
    }
}
