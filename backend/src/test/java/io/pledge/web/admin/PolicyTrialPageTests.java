package io.pledge.web.admin;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.sla.PolicyVersions;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The page on which an administrator tries policies before they take effect. */
@PledgeTest
class PolicyTrialPageTests {
    private static final String PAGE = "/admin/policies/trial";
    private static final Pattern NUMBER = Pattern.compile(
            "<button class=\"opens trial-number\"[^>]* value=\"([^\"]+)\"[^>]*><span aria-hidden=\"true\">([0-9,]+)<");

    @Autowired
    MockMvcTester mvc;
    @Autowired
    PolicyVersions versions;
    @Autowired
    MovableClock clock;

    @BeforeEach
    void threeCases(@Autowired Casebook casebook, @Autowired Casework casework, @Autowired Conversation conversation) {
        var answered = casebook.open();
        casebook.open(TicketKind.COMPLAINT, Severity.MAJOR, "warsaw", null);
        casebook.open(TicketKind.FAULT, Severity.MINOR, "shanghai", null);
        clock.advance(Duration.ofMinutes(10));
        casework.take(answered, casebook.person("local-engineer"), clock.instant());
        conversation.reply(answered, "We are on it.", null, java.util.List.of(), casebook.person("local-engineer"),
                clock.instant());
        clock.advance(Duration.ofHours(30));
    }

    @Test
    void theTextStartsWithThePoliciesInForceAndThePageIsLinked() {
        assertThat(body(mvc.get().uri(PAGE).with(As.person("admin")).exchange())).contains("name: critical-gold",
                "Last 90 days");
        assertThat(body(mvc.get().uri("/admin/policies").with(As.person("admin")).exchange()))
                .contains("href=\"" + PAGE + "\"");
    }

    @Test
    void everyNumberOpensAListOfThatLength() {
        var draft = versions.policiesInForce().replaceAll("within: PT\\d+[MH]", "within: PT5M");
        var numbers = NUMBER.matcher(body(tried(draft, null))).results().toList();

        assertThat(numbers).hasSizeGreaterThan(40);
        for (var number : numbers) {
            var page = body(tried(draft, number.group(1)));
            long count = Long.parseLong(number.group(2).replace(",", ""));
            assertThat(page).as(number.group(1)).contains("<span class=\"muted\">" + number.group(2) + "</span>");
            assertThat(Pattern.compile("<td class=\"nowrap\" data-label=\"Case\">").matcher(page).results().count())
                    .as(number.group(1)).isEqualTo(Math.min(50, count));
        }
    }

    @Test
    void aLongListGoesOnWhereItStopped() {
        var draft = versions.policiesInForce().replaceAll("within: PT\\d+[MH]", "within: PT5M");
        var first = body(tried(draft, "BROKEN_AFTER/all/all/0"));
        assertThat(first).contains("value=\"BROKEN_AFTER/all/all/50\"");
        assertThat(body(tried(draft, "BROKEN_AFTER/all/all/100000"))).contains("Nothing in this list.")
                .doesNotContain("The next ones");
    }

    @Test
    void aBadDraftIsRefusedWithItsLineAndKeptAsItWasTyped() {
        var bad = "lines: []\ndefault:\n  name: <script>alert(1)</script>\n  acknowledgement: {within: soon, on: unit}\n";
        var answer = tried(bad, null);

        assertThat(answer).hasStatus(422);
        assertThat(body(answer)).contains("Line 4: a duration such as PT4H", "&lt;script&gt;alert(1)&lt;/script&gt;",
                "aria-invalid=\"true\"").doesNotContain("<script>alert(1)");
        assertThat(body(post("zh-CN", bad, null))).contains("第 4 行");
    }

    @Test
    void whatNobodyCouldReplayIsSaidAtTheText() {
        var answer = tried(versions.policiesInForce().replaceAll("progress: \\{within: \\w+",
                "progress: {within: PT1S"), null);

        assertThat(answer).hasStatus(422);
        assertThat(body(answer)).contains("so often that the silence on case PL-", "progress: {within: PT1S");
    }

    @Test
    void anUploadTakesThePlaceOfTheText() {
        var file = versions.policiesInForce().replace("name: critical-gold", "name: from-the-file");
        var answer = upload(file.getBytes(StandardCharsets.UTF_8));

        assertThat(answer).hasStatusOk();
        assertThat(body(answer)).contains("name: from-the-file", "3 cases replayed").doesNotContain("as typed");
    }

    @Test
    void anUploadThatIsTooLargeOrNoTextIsRefusedAtItsFieldAndTheTextIsKept() {
        for (var bytes : new byte[][]{new byte[1024 * 1024 + 1], {(byte) 0xff, (byte) 0xfe, 0}}) {
            var answer = upload(bytes);
            assertThat(answer).hasStatus(422);
            assertThat(body(answer)).contains("id=\"file-error\"", "as typed");
        }
    }

    @Test
    void aPeriodWithoutCasesSaysSo() {
        var answer = mvc.post().uri(PAGE).param("text", versions.policiesInForce()).param("period", "custom")
                .param("from", "2026-01-01").param("to", "2026-01-31").with(As.person("admin")).with(csrf()).exchange();

        assertThat(answer).hasStatusOk();
        assertThat(body(answer)).contains("No case was opened in this period.");
    }

    @Test
    void daysThatMakeNoSenseAreRefusedAtTheirFields() {
        for (var days : new String[][]{{"", "2026-01-31"}, {"2026-02-30", "2026-03-01"}, {"2026-03-02", "2026-03-01"},
                {"2027-01-01", "2027-02-01"}, {"1999-01-01", "2026-01-01"}, {"-999999999-01-01", "2026-01-01"}}) {
            assertThat(mvc.post().uri(PAGE).param("text", versions.policiesInForce()).param("period", "custom")
                    .param("from", days[0]).param("to", days[1]).with(As.person("admin")).with(csrf()))
                    .as(days[0]).hasStatus(422);
        }
    }

    @Test
    void forgedChoicesOpenNoList() {
        for (var show : new String[]{"x", "KEPT_AFTER/unit/nowhere/0", "KEPT_AFTER/kind/x/0", "KEPT_AFTER/all/all/-1",
                "NONE/all/all/0", "////"}) {
            assertThat(body(tried(versions.policiesInForce(), show))).as(show).contains("3 cases replayed")
                    .doesNotContain("id=\"list\"");
        }
    }

    @Test
    void onlyAdministratorsGetIn() {
        for (var who : new String[]{"manager", "local-head", "quality", "local-engineer"}) {
            assertThat(mvc.get().uri(PAGE).with(As.person(who))).hasStatus(403);
            assertThat(mvc.post().uri(PAGE).param("text", "x").with(As.person(who)).with(csrf())).hasStatus(403);
        }
    }

    private MvcTestResult tried(String text, String show) {
        return post("en", text, show);
    }

    private MvcTestResult post(String language, String text, String show) {
        var request = mvc.post().uri(PAGE + "?lang=" + language).param("text", text).param("period", "30d");
        return (show == null ? request : request.param("show", show)).with(As.person("admin")).with(csrf()).exchange();
    }

    private MvcTestResult upload(byte[] bytes) {
        return mvc.post().uri(PAGE).multipart().file(new MockMultipartFile("file", "new.yml", "text/yaml", bytes))
                .param("text", "as typed").param("period", "90d").with(As.person("admin")).with(csrf()).exchange();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
