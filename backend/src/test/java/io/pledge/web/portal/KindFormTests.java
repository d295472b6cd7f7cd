package io.pledge.web.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

import io.pledge.testing.As;
import io.pledge.testing.PledgeTest;
import io.pledge.web.SamplePictures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

/** What is asked of the kind that was chosen, on the web form and at the desk. */
@PledgeTest
class KindFormTests {
    private static final Map<String, String> DELIVERY = Map.of("f.trouble", "damaged", "f.consignment", "3S-1",
            "f.received", "One <b>dented</b> box.", "f.slip-noted", "yes");
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void theQuestionsOfAKindComeInTheReadersLanguageAndTheStaffsOwnDoNot() {
        assertThat(fields("/submit/fields", "en", "DELIVERY")).contains("Consignment number", "On the delivery slip",
                "It arrived damaged").doesNotContain("Photo of the damage");
        assertThat(fields("/submit/fields", "zh-CN", "DELIVERY")).contains("运单号", "货物受损");
        assertThat(text(mvc.post().uri("/desk/new/fields?lang=en").with(As.person("local-engineer")).with(csrf())
                .param("kind", "DELIVERY").exchange())).contains("Photo of the damage");
    }

    @ParameterizedTest
    @CsvSource({"CONSULTATION", "BOOM", "''"})
    void aKindThatAsksNothingOrIsNoneHasNoQuestions(String kind) {
        assertThat(fields("/submit/fields", "en", kind)).doesNotContain("<input", "<textarea");
    }

    @Test
    void whatBothKindsAskStaysWhenTheKindChanges() {
        var answer = mvc.post().uri("/submit/fields?lang=en").with(csrf()).param("kind", "RETURN").param("f.wish",
                "exchange").exchange();
        assertThat(text(answer)).contains("<option value=\"exchange\" selected=\"selected\">");
    }

    @Test
    void withoutScriptAButtonShowsThemAndNothingTypedIsLost() {
        var answer = mvc.perform(form("DELIVERY", Map.of()).param("show", "fields").param("lang", "en"));
        assertThat(answer).hasStatusOk().bodyText().contains("Consignment number", "The box is dented.", "crane hall 2")
                .doesNotContain("field-error");
        assertThat(tickets()).isZero();
    }

    @Test
    void whatWasToldStandsOnTheCustomersPageAndAtTheDesk() {
        var sent = mvc.perform(form("DELIVERY", DELIVERY));
        assertThat(sent).hasStatus(302);
        assertThat(page(sent, "en")).contains("What you told us", "Consignment number", "3S-1", "It arrived damaged",
                "One &lt;b&gt;dented&lt;/b&gt; box.", "Is it noted on the delivery slip?").doesNotContain("<b>dented");
        assertThat(page(sent, "zh-CN")).contains("您告诉我们的信息", "货物受损", "3S-1");
        var number = "PL-" + jdbc.sql("select id from ticket").query(Long.class).single();
        assertThat(
                text(mvc.get().uri("/desk/tickets/" + number + "?lang=en").with(As.person("hq-engineer")).exchange()))
                .contains("3S-1", "It arrived damaged", "Ship again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f.trouble     |         | Please fill this in.
            f.trouble     | stolen  | Please choose one of these.
            f.consignment | '  '    | Please fill this in.
            f.slip-noted  | maybe   | Please choose yes or no.
            """)
    void whatIsMissingOrWrongIsSaidAtItsFieldAndEverythingElseStays(String field, String value, String said) {
        var fields = new LinkedHashMap<>(DELIVERY);
        fields.put(field, value == null ? "" : value);
        var answer = mvc.perform(form("DELIVERY", fields).param("lang", "en"));
        assertThat(answer).hasStatus(422).bodyText()
                .contains("id=\"kind-" + field.substring(2) + "-error\"", said, "One &lt;b&gt;dented&lt;/b&gt; box.",
                        "crane hall 2");
        assertThat(tickets()).isZero();
    }

    @Test
    void tenThousandCharactersAreNotCutButSaidToBeTooMany() {
        var fields = new LinkedHashMap<>(DELIVERY);
        fields.put("f.received", "字".repeat(10_000));
        var answer = mvc.perform(form("DELIVERY", fields).param("lang", "en"));
        assertThat(answer).hasStatus(422).bodyText().contains("This is too long", "字".repeat(10_000));
    }

    @Test
    void whatTheKindDoesNotAskIsNotKept() {
        assertThat(mvc.perform(form("CONSULTATION", Map.of("f.consignment", "3S-1", "f.forged", "x")))).hasStatus(302);
        assertThat(jdbc.sql("select answers::text from case_form").query(String.class).single()).isEqualTo("{}");
    }

    @Test
    void theSameFormSentTwiceKeepsWhatWasToldFirst() {
        var key = UUID.randomUUID().toString();
        mvc.perform(form("DELIVERY", DELIVERY).param("key", key));
        var changed = new LinkedHashMap<>(DELIVERY);
        changed.put("f.consignment", "other");
        mvc.perform(form("DELIVERY", changed).param("key", key));
        assertThat(jdbc.sql("select answers ->> 'consignment' from case_form").query(String.class).list())
                .containsExactly("3S-1");
    }

    @Test
    void aPhotoOfTheFormStandsWithTheCaseAndAProgramIsNotTaken() {
        var desk = deskForm(new MockMultipartFile("f.photo", "dent.png", "image/png", SamplePictures.png()));
        assertThat(desk).hasStatus(302);
        assertThat(jdbc.sql("select name from attachment").query(String.class).list()).containsExactly("dent.png");
        assertThat(jdbc.sql("select answers ->> 'photo' from case_form").query(String.class).single())
                .isEqualTo("dent.png");
        byte[] program = new byte[64];
        program[0] = 'M';
        program[1] = 'Z';
        assertThat(deskForm(new MockMultipartFile("f.photo", "fix.jpg", "image/jpeg", program))).hasStatus(422)
                .bodyText()
                .contains("id=\"kind-photo-error\"", "fix.jpg", "One &lt;b&gt;dented&lt;/b&gt; box.");
    }

    private MvcTestResult deskForm(MockMultipartFile photo) {
        var request = multipart("/desk/new").file(photo).param("lang", "en").param("channel", "PHONE")
                .param("kind", "DELIVERY").param("severity", "MINOR").param("text", "The box is dented.")
                .param("name", "Marek").param("address", "marek@mill.example").param("language", "en")
                .param("key", UUID.randomUUID().toString());
        DELIVERY.forEach(request::param);
        request.with(As.person("local-engineer")).with(csrf());
        return mvc.perform(request);
    }

    private MockMultipartHttpServletRequestBuilder form(String kind,
            Map<String, String> fields) {
        var request = multipart("/submit");
        Map.of("kind", kind, "severity", "MINOR", "text", "The box is dented.", "name", "Priya", "address",
                "priya@example.com", "zone", "Asia/Shanghai", "place", "crane hall 2").forEach(request::param);
        fields.forEach(request::param);
        request.with(csrf());
        return request;
    }

    private String fields(String address, String language, String kind) {
        return text(mvc.post().uri(address + "?lang=" + language).with(csrf()).param("kind", kind).exchange());
    }

    private String page(MvcTestResult sent, String language) {
        return text(mvc.get().uri(String.valueOf(sent.getResponse().getRedirectedUrl()) + "&lang=" + language)
                .exchange());
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }

    private int tickets() {
        return jdbc.sql("select count(*) from ticket").query(Integer.class).single();
    }
}
