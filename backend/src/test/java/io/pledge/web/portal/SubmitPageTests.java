package io.pledge.web.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

import io.pledge.testing.PledgeTest;
import io.pledge.web.SamplePictures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

/** The form by which customers turn to us, with good and with bad input. */
@PledgeTest
class SubmitPageTests {
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void theFormNamesTheTimeThatItPromisesBeforeItIsSent() {
        assertThat(mvc.get().uri("/submit/quote?kind=FAULT&severity=CRITICAL&zone=Asia/Shanghai")).hasStatusOk()
                .bodyText().contains("plate-time", "Shanghai time");
    }

    @Test
    void aQuoteForChoicesThatDoNotExistIsTheQuoteOfTheUsualOnes() {
        assertThat(mvc.get().uri("/submit/quote?kind=X&severity=<script>&zone=Mars/Olympus")).hasStatusOk().bodyText()
                .doesNotContain("<script>");
    }

    @Test
    void theAnswerIsThePrivatePageWithSorryNumberAndPromisedTime() {
        MvcTestResult sent = send("text", "The doors stay shut.");

        assertThat(sent).hasStatus(302);
        String page = follow(sent, "en");
        assertThat(page).contains("We are sorry for the trouble", "PL-", "You will hear from us by", "Shanghai time",
                "The doors stay shut.");
        assertThat(follow(sent, "zh-CN")).contains("很抱歉给您添了麻烦", "北京时间");
    }

    @Test
    void aPhotoIsShownToTheCustomerAndToNobodyElse() {
        MvcTestResult sent = mvc
                .perform(form().file(new MockMultipartFile("files", "机柜.png", "image/png", SamplePictures.png())));
        String link = link(sent);

        String file = follow(sent, "en").replaceAll("(?s).*href=\"(/c/[^\"]+/files/[0-9]+)\".*", "$1");
        assertThat(mvc.get().uri(file)).hasStatusOk().hasContentType("image/png");
        String other = link(send("text", "Another case."));
        assertThat(mvc.get().uri(other + file.substring(link.length()))).hasStatus(404);
        assertThat(mvc.get().uri(link + "/files/first")).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind     | BOOM           | kind-error
            kind     |                | kind-error
            severity | 0              | severity-error
            text     | '   '          | text-error
            name     |                | name-error
            address  |                | address-error
            address  | priya@eastbay  | address-error
            address  | 12             | address-error
            """)
    void whatIsMissingOrWrongIsSaidAtItsField(String field, String value, String error) {
        int before = tickets();

        MvcTestResult answer = send(field, value == null ? "" : value);

        assertThat(answer).hasStatus(422).bodyText().contains("id=\"" + error + "\"", "crane hall 2");
        assertThat(tickets()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"text,8001", "name,101", "place,201", "serial,81"})
    void whatIsTooLongIsSaidAtItsFieldAndKept(String field, int length) {
        String typed = "x".repeat(length);

        assertThat(send(field, typed)).hasStatus(422).bodyText().contains("id=\"" + field + "-error\"", typed);
    }

    @Test
    void scriptsAndRareWritingAreTakenAndShownAsTheyWereWritten() {
        String text = "<script>alert(1)</script> ${7*7} 机柜 \uD83D\uDD25 \u202Eabc";

        String page = follow(send("text", text), "en");

        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} 机柜").doesNotContain("<script>alert");
    }

    @Test
    void aCharacterThatCannotBeKeptIsLeftOutAndTheRestIsKept() {
        assertThat(follow(send("text", "The doors\0 stay shut."), "en")).contains("The doors stay shut.");
    }

    @Test
    void aFileThatIsNotTakenIsNamedAndNothingTypedIsLost() {
        int before = tickets();
        byte[] program = new byte[64];
        program[0] = 'M';
        program[1] = 'Z';

        MvcTestResult answer = mvc
                .perform(form().file(new MockMultipartFile("files", "fix.jpg", "image/jpeg", program)));

        assertThat(answer).hasStatus(422).bodyText().contains("fix.jpg", "Priya", "choose them again");
        assertThat(tickets()).isEqualTo(before);
    }

    @Test
    void theSameFormSentTwiceIsOneCase() {
        String key = UUID.randomUUID().toString();
        int before = tickets();

        follow(send("key", key), "en");
        follow(send("key", key), "en");

        assertThat(tickets()).isEqualTo(before + 1);
    }

    @Test
    void theSameFormSentAtOnceFromTwoWindowsIsOneCase() throws Exception {
        String key = UUID.randomUUID().toString();
        int before = tickets();

        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<MvcTestResult> sending = () -> send("key", key);
            for (var answer : threads.invokeAll(Stream.generate(() -> sending).limit(4).toList())) {
                assertThat(answer.get()).hasStatus(302);
            }
        }

        assertThat(tickets()).isEqualTo(before + 1);
    }

    @Test
    void whoGoesBackAndChangesTheTextAddsToTheSameCase() {
        String key = UUID.randomUUID().toString();
        follow(send("key", key), "en");

        String page = follow(mvc.perform(form("key", key, "text", "And the alarm is on, too.")), "en");

        assertThat(page).contains("And the alarm is on, too.", "The doors stay shut.");
    }

    @Test
    void aFormWithoutItsTokenIsNotTaken() {
        assertThat(mvc.post().uri("/submit").param("text", "x")).hasStatus(403);
    }

    @Test
    void theFormRevealsNothingOfWhatIsKnownOfASerialNumber() {
        String serial = jdbc.sql("select serial from equipment limit 1").query(String.class).optional().orElse("RM-1");

        String known = follow(mvc.perform(form("serial", serial)), "en");
        String unknown = follow(mvc.perform(form("serial", "NO-SUCH")), "en");

        assertThat(anonymous(known)).isEqualTo(anonymous(unknown));
    }

    private static String anonymous(String page) {
        return page.replaceAll("PL-[0-9]+|/c/[A-Za-z0-9_-]+|value=\"[^\"]*\"|id=\"m[0-9]+\"", "")
                .replaceAll("2026-[0-9T:.Z-]+", "");
    }

    private MvcTestResult send(String field, String value) {
        return mvc.perform(form(field, value));
    }

    private MockMultipartHttpServletRequestBuilder form(String... fields) {
        var defaults = new LinkedHashMap<>(Map.of("kind", "FAULT", "severity", "CRITICAL", "text",
                "The doors stay shut.", "name", "Priya", "address", "priya@example.com", "zone", "Asia/Shanghai", "key",
                UUID.randomUUID().toString(), "place", "crane hall 2"));
        for (int i = 0; i < fields.length; i += 2) {
            defaults.put(fields[i], fields[i + 1]);
        }
        var request = multipart("/submit");
        defaults.forEach(request::param);
        request.with(csrf());
        return request;
    }

    private String follow(MvcTestResult sent, String language) {
        assertThat(sent).hasStatus(302);
        return text(mvc.get().uri(link(sent) + "?received&lang=" + language).exchange());
    }

    private static String link(MvcTestResult sent) {
        return sent.getResponse().getRedirectedUrl().replace("?received", "");
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), UTF_8);
    }

    private int tickets() {
        return jdbc.sql("select count(*) from ticket").query(Integer.class).single();
    }
}
