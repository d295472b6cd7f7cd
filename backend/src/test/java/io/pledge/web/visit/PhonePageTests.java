package io.pledge.web.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;
import io.pledge.visit.Spot;
import io.pledge.visit.VisitId;
import io.pledge.visit.VisitScene;
import io.pledge.visit.VisitState;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The pages of whoever travels: theirs alone, with whom to ask for, and what is done on site. */
@PledgeTest
class PhonePageTests {
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private PrivateLinks links;
    @Autowired
    private Participants participants;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;
    @Autowired
    private BeanFactory beans;
    private VisitScene scene;
    private VisitId id;
    private Instant start;

    @BeforeEach
    void aVisitOfToday() {
        start = clock.instant();
        scene = new VisitScene(beans, casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", null));
        id = scene.planned("local-engineer", scene.in(Duration.ofHours(2)));
    }

    @Test
    void todayStandsBeforeWhatComesAndWhatIsDone() {
        scene.planned("local-engineer", scene.in(Duration.ofDays(3)));
        var list = get("", "local-engineer");
        assertThat(text(list)).containsSubsequence("Today", "today, Thursday 19 November, 09:00 to 11:00, Warsaw time",
                "Coming", "Sunday 22 November").doesNotContain(">Done<");
        scene.onSite().checkIn(id, null, scene.deed(start));
        scene.onSite().checkOut(id, "Marek", null, scene.deed(start));
        assertThat(text(get("", "local-engineer"))).containsSubsequence("No visit today.", "Coming", ">Done<",
                "Thursday 19 November");
    }

    @Test
    void aVisitSaysWhereWhomToRingAndWhatWasSaidLast() {
        assertThat(text(get("/" + id.value(), "local-engineer"))).contains("Mill 2, gate 3", "To change the fan",
                "href=\"tel:+48600100200\"", "Modules drop out at load.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/travelling", "/check-in", "/findings", "/check-out", "/photos"})
    void theVisitOfSomebodyElseIsNotThere(String deed) {
        for (String other : new String[]{"hamburg-engineer-2", "local-head", "warsaw-engineer", "hq-engineer"}) {
            var answer = deed.isEmpty()
                    ? get("/" + id.value(), other)
                    : post(deed, other, "key", UUID.randomUUID().toString(), "text", "x", "name", "x");
            assertThat(answer).hasStatus(404);
        }
        assertThat(scene.visit(id).state()).isEqualTo(VisitState.PROPOSED);
    }

    @Test
    void whoDoesNotSeeTheCaseAnyMoreDoesNotSeeItsVisit() {
        jdbc.sql("update ticket set unit_path = '/hq/china/shanghai/', involved_paths = '{/hq/china/shanghai/}'")
                .update();
        assertThat(get("/" + id.value(), "local-engineer")).hasStatus(404);
        assertThat(text(get("", "local-engineer"))).contains("No visit today.");
    }

    @Test
    void aPlainFormLeadsBackToThePage() {
        assertThat(post("/check-in", "local-engineer", "key", UUID.randomUUID().toString(), "at", ""))
                .hasRedirectedUrl("/visits/" + id.value());
        assertThat(scene.visit(id).arrivedAt()).isEqualTo(start);
    }

    @Test
    void theSameKeySentTwiceIsAnsweredTheSameAndTakenOnce() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(kept("/check-in", "key", key, "at", start.toString(), "latitude", "53.01", "longitude",
                    "18.6")).hasStatusOk();
        }
        assertThat(scene.visit(id).spot()).isEqualTo(new Spot(53.01, 18.6));
        assertThat(jdbc.sql("select count(*) from visit_deed").query(Integer.class).single()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /check-in  | at=2030-01-01T00:00:00Z       | That lies in the future.
            /check-in  | at=2001-01-01T00:00:00Z       | That lies before the case came in.
            /check-in  | at=nine                       | This could not be read.
            /check-in  | key=7                         | This could not be read.
            /check-out | name=Marek                    | Please check in first.
            /check-out | name=                         | Please say who of the customer confirmed it.
            /findings  | text=                         | Please write what you found.
            /findings  | text=Dust                     | Please check in first.
            """)
    void whatCannotBeTakenIsAnsweredWithTheReason(String deed, String field, String said) {
        var parts = field.split("=", 2);
        var answer = parts[0].equals("key")
                ? kept(deed, parts[0], parts[1])
                : kept(deed, "key", UUID.randomUUID().toString(), parts[0], parts[1]);
        assertThat(answer).hasStatus(422).bodyText().contains("reason", said);
        assertThat(scene.visit(id).state()).isEqualTo(VisitState.PROPOSED);
    }

    @ParameterizedTest
    @CsvSource({"91, 0", "0, 181", "north, 0", "NaN, 0", "'', 0"})
    void aPlaceThatThereIsNotIsLeftOutAndTheArrivalCounts(String latitude, String longitude) {
        assertThat(kept("/check-in", "key", UUID.randomUUID().toString(), "latitude", latitude, "longitude",
                longitude)).hasStatusOk();
        assertThat(scene.visit(id).spot()).isNull();
        assertThat(scene.visit(id).state()).isEqualTo(VisitState.ON_SITE);
    }

    @Test
    void aPhoneWhoseClockIsABitAheadArrivesNow() {
        assertThat(kept("/check-in", "key", UUID.randomUUID().toString(), "at", start.plusSeconds(60).toString()))
                .hasStatusOk();
        assertThat(scene.visit(id).arrivedAt()).isEqualTo(start);
    }

    @Test
    void aNameWithScriptIsShownAsText() {
        scene.onSite().checkIn(id, null, scene.deed(start));
        kept("/check-out", "key", UUID.randomUUID().toString(), "name", "<script>alert(1)</script>");
        assertThat(text(get("/" + id.value(), "local-engineer"))).contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    @Test
    void findingsAndPhotosStayInside() {
        scene.onSite().checkIn(id, null, scene.deed(start));
        kept("/findings", "key", UUID.randomUUID().toString(), "text", "The fan is dusty.");
        assertThat(mvc.post().uri("/visits/" + id.value() + "/photos").multipart()
                .file(new MockMultipartFile("photos", "log.txt", "text/plain", "dust".getBytes(UTF_8)))
                .param("key", UUID.randomUUID().toString()).with(As.person("local-engineer")).with(csrf()).exchange())
                .hasStatus(302);
        long file = jdbc.sql("select id from attachment").query(Long.class).single();
        String link = "/c/" + links.issue(scene.ticket(), participants.submitter(scene.ticket()).id());

        assertThat(mvc.get().uri(link + "/files/" + file).exchange()).hasStatus(404);
        assertThat(text(mvc.get().uri(link + "?lang=en").exchange())).doesNotContain("dusty", "log.txt");
        assertThat(mvc.get().uri("/desk/tickets/" + scene.ticket().number().value() + "/files/" + file)
                .with(As.person("local-engineer")).exchange()).hasStatusOk();
        assertThat(text(get("/" + id.value(), "local-engineer"))).contains("The fan is dusty.");
    }

    @Test
    void nothingIsTakenWithoutAToken() {
        assertThat(mvc.post().uri("/visits/" + id.value() + "/check-in").with(As.person("local-engineer"))
                .param("key", UUID.randomUUID().toString()).exchange()).hasStatus(403);
        assertThat(text(get("/token", "local-engineer"))).contains("\"token\"",
                "\"person\":\"" + casebook.person("local-engineer").value() + "\"");
    }

    @Test
    void whatKeepsThePagesMayKeepThoseOfVisitsOnly() {
        var answer = get("/worker.js", "local-engineer").getResponse();
        assertThat(answer.getHeader("Service-Worker-Allowed")).isEqualTo("/visits");
        assertThat(Objects.requireNonNull(answer.getContentType())).startsWith("text/javascript");
    }

    private MvcTestResult kept(String deed, String... fields) {
        return send(deed, "local-engineer", true, fields);
    }

    private MvcTestResult post(String deed, String who, String... fields) {
        return send(deed, who, false, fields);
    }

    private MvcTestResult send(String deed, String who, boolean kept, String... fields) {
        var request = mvc.post().uri("/visits/" + id.value() + deed + "?lang=en").with(As.person(who)).with(csrf());
        if (kept) {
            request = request.header("X-Kept", "1");
        }
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(String below, String who) {
        return mvc.get().uri("/visits" + below + "?lang=en").with(As.person(who)).exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }
}
