package io.pledge.security;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

import io.pledge.organisation.Absences;
import io.pledge.organisation.OrganisationEditing;
import io.pledge.organisation.OrganisationPlan.PlannedPerson;
import io.pledge.organisation.Role;
import io.pledge.organisation.Staff;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What changes of a person counts at once, in a session that was begun before. */
@PledgeTest
class SignedInByNowTests {
    private static final String PASSWORD = "a long enough one";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private OrganisationEditing editing;
    @Autowired
    private Absences absences;
    @Autowired
    private Staff staff;
    @Autowired
    private PasswordEncoder passwords;
    @Autowired
    private Casebook casebook;
    @Autowired
    private MovableClock clock;
    private MockHttpSession session;

    @BeforeEach
    void signIn() throws Exception {
        staff.setPassword(casebook.person("local-engineer"), passwords.encode(PASSWORD));
        session = (MockHttpSession) mvc
                .perform(post("/sign-in").param("username", "local-engineer").param("password", PASSWORD).with(csrf()))
                .andReturn().getRequest().getSession();
        assertThat(status("/desk")).isEqualTo(200);
    }

    @Test
    void whoIsRetiredIsSignedOut() throws Exception {
        editing.retirePerson("local-engineer", version(), casebook.person("admin"));

        assertThat(mvc.perform(get("/desk").session(session)).andReturn().getResponse().getRedirectedUrl())
                .contains("/sign-in");
    }

    @Test
    void aChangedRoleOpensAndShutsDoorsAtOnce() throws Exception {
        assertThat(status("/admin")).isEqualTo(403);
        editing.save(new PlannedPerson("local-engineer", "Lena Brandt", null, "hamburg", Set.of(Role.ADMIN),
                Locale.ENGLISH, ZoneId.of("Europe/Berlin")), version(), casebook.person("admin"));

        assertThat(status("/admin")).isEqualTo(200);
        assertThat(status("/desk")).isEqualTo(403);
    }

    @Test
    void whoStandsInSeesTheCasesOfWhoIsAwayAndNoLonger() throws Exception {
        var warsaw = casebook.open(TicketKind.FAULT, Severity.MAJOR, "warsaw", null);
        assertThat(status(page(warsaw))).isEqualTo(404);

        var head = staff.byUsername("warsaw-head").orElseThrow();
        var today = LocalDate.ofInstant(clock.instant(), head.zone());
        absences.enter(head, today, today, casebook.person("local-engineer"), casebook.person("admin"));
        assertThat(status(page(warsaw))).isEqualTo(200);

        absences.end(absences.of(head.id()).getFirst().id(), head.id(), casebook.person("admin"));
        assertThat(status(page(warsaw))).isEqualTo(404);
    }

    private int version() {
        return staff.byUsername("local-engineer").orElseThrow().version();
    }

    private static String page(TicketId id) {
        return "/desk/tickets/" + id.number().value();
    }

    private int status(String page) throws Exception {
        return mvc.perform(get(page).session(session)).andReturn().getResponse().getStatus();
    }
}
