package io.pledge.notifier;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.notifications.Confirmations;
import io.pledge.organisation.Absences;
import io.pledge.organisation.Staff;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Casework;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What would be asked of somebody who is away is asked of who stands in. */
@PledgeTest
class AwayTests {
    @Autowired
    private Absences absences;
    @Autowired
    private Confirmations confirmations;
    @Autowired
    private Casework casework;
    @Autowired
    private Cases cases;
    @Autowired
    private Escalations escalations;
    @Autowired
    private Staff staff;
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
    void mailbox() {
        mailbox = new StaffMailbox(jdbc);
    }

    @Test
    void theDeputyConfirmsANewCaseAndReadsInWhosePlace() {
        away("local-head", "local-engineer");

        var id = casebook.open();

        assertThat(mailbox.readers(id)).containsExactly("local-engineer newCase");
        assertThat(mailbox.mail(id, "local-engineer").body()).contains("In place of Jonas Peters, who is away.");
        assertThat(confirmations.openFor(StaffNames.of(casebook.person("local-engineer")))).hasSize(1);
        assertThat(confirmations.openFor(StaffNames.of(casebook.person("local-head")))).isEmpty();
    }

    @Test
    void theChineseLetterSaysItToo() {
        away("shanghai-head", "shanghai-engineer");

        var id = casebook.open(io.pledge.ticket.TicketKind.FAULT, io.pledge.ticket.Severity.CRITICAL, "shanghai", null);

        assertThat(mailbox.mail(id, "shanghai-engineer").body()).contains("王伟外出，由您代理");
    }

    @Test
    void whatWasAskedBeforeTheyLeftIsConfirmedByWhoStandsIn() {
        casebook.open();
        away("local-head", "local-engineer");
        var owed = confirmations.openFor(StaffNames.of(casebook.person("local-head"))).getFirst();

        assertThat(mvc.post().uri("/desk/confirmations/" + owed.id()).with(As.person("hamburg-engineer-2"))
                .with(csrf())).hasStatus(404);
        assertThat(mvc.get().uri("/desk/confirmations").with(As.person("local-engineer"))).bodyText()
                .contains(owed.subject());
        assertThat(mvc.post().uri("/desk/confirmations/" + owed.id()).with(As.person("local-engineer")).with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(confirmations.confirmation(owed.id()).orElseThrow().open()).isFalse();
    }

    @Test
    void whoIsAskedAnywayIsNotAskedTwiceInPlaceOfSomebody() {
        away("region-engineer", "region-engineer-2");
        var id = casebook.open();
        mailbox.empty();

        escalations.escalate(id, "beyond us", null, casebook.actor("local-engineer"), clock.instant());

        assertThat(mailbox.readers(id)).containsExactlyInAnyOrder("region-head escalated",
                "region-engineer-2 escalated");
        assertThat(mailbox.mail(id, "region-engineer-2").body()).doesNotContain("In place of");
    }

    @Test
    void aCaseIsNotHandedToWhoIsAwayAndTheRefusalNamesWhoStandsIn() {
        var id = casebook.open();
        away("local-engineer", "hamburg-engineer-2");

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> casework.assign(id,
                casebook.person("local-engineer"), casebook.actor("local-head"), clock.instant()));
        var page = "/desk/tickets/" + id.number().value();
        assertThat(mvc.get().uri(page + "?lang=en").with(As.person("local-head"))).bodyText()
                .contains("Lena Brandt · away until");
        assertThat(mvc.post().uri(page + "/assign?lang=en").param("to", casebook.person("local-engineer").value() + "")
                .param("version", cases.require(id).version() + "").with(As.person("local-head")).with(csrf()))
                .bodyText().contains("Lena Brandt is away until", "Mats Hansen stands in");
        assertThat(cases.require(id).assignee()).isNull();
    }

    private void away(String username, @Nullable String deputy) {
        var person = staff.byUsername(username).orElseThrow();
        var today = LocalDate.ofInstant(clock.instant(), person.zone());
        absences.enter(person, today, today.plusDays(1), deputy == null ? null : casebook.person(deputy),
                casebook.person("admin"));
    }
}
