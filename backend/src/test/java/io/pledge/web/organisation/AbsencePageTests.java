package io.pledge.web.organisation;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.organisation.Absences;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Where an administrator writes down who is away. */
@PledgeTest
class AbsencePageTests {
    private static final String PAGE = "/admin/organisation/people/local-engineer/absences";

    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Absences absences;
    @Autowired
    private Casebook casebook;

    @Test
    void anAbsenceIsWrittenDownShownAndEnded() {
        assertThat(enter("2026-11-18", "2026-11-25", "hamburg-engineer-2")).hasRedirectedUrl(PAGE);
        assertThat(page("en")).hasStatusOk().bodyText().contains("Nov 18, 2026 to Nov 25, 2026", "Mats Hansen",
                "written down by Daniel Okafor");
        assertThat(page("zh-CN")).bodyText().contains("外出安排", "2026年11月18日至2026年11月25日");
        assertThat(mvc.get().uri("/admin/organisation?lang=en").with(As.person("admin"))).bodyText()
                .contains("away until Nov 25, 2026, Mats Hansen stands in");

        var id = absences.of(casebook.person("local-engineer")).getFirst().id();
        assertThat(mvc.post().uri(PAGE + "/end").param("absence", id + "").with(As.person("admin")).with(csrf()))
                .hasRedirectedUrl(PAGE);
        assertThat(page("en")).bodyText().contains("ended").doesNotContain("name=\"absence\"");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        assertThat(enter("", "2026-11-25", "")).hasStatus(422).bodyText().contains("id=\"from-error\"");
        assertThat(enter("2026-11-25", "2026-11-18", "")).hasStatus(422).bodyText().contains("id=\"until-error\"",
                "The last day lies before the first");
        assertThat(enter("2026-11-18", "2026-11-25", "nobody")).hasStatus(422).bodyText()
                .contains("id=\"deputy-error\"");
        assertThat(enter("2026-11-18", "2026-11-25", "")).hasRedirectedUrl(PAGE);
        assertThat(enter("2026-11-20", "2026-11-30", "")).hasStatus(422).bodyText().contains("id=\"from-error\"",
                "value=\"2026-11-30\"");
    }

    private MvcTestResult enter(String from, String until, String deputy) {
        return mvc.post().uri(PAGE + "?lang=en").param("from", from).param("until", until).param("deputy", deputy)
                .with(As.person("admin")).with(csrf()).exchange();
    }

    private MvcTestResult page(String language) {
        return mvc.get().uri(PAGE + "?lang=" + language).with(As.person("admin")).exchange();
    }
}
