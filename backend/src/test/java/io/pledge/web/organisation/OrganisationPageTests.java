package io.pledge.web.organisation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.organisation.Units;
import io.pledge.testing.As;
import io.pledge.testing.OwnConfig;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The page on which an administrator takes a changed file over, over a folder of its own. */
@PledgeTest
class OrganisationPageTests {
    private static final String PAGE = "/admin/organisation";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    @TempDir
    private static Path folder;
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Units units;

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
    void unitsAndPeopleAreShownAndTheFileSaysNothingNew() {
        assertThat(page("en")).hasStatusOk().bodyText().contains("Hamburg office", "Lena Brandt", "says nothing new",
                "Serves in English", "all products").doesNotContain("Take it over");
        assertThat(page("zh-CN")).bodyText().contains("上海办事处", "没有新内容", "服务语言：");
    }

    @Test
    void aChangedFileIsShownFieldByFieldAndTheButtonTakesItOver() throws IOException {
        OwnConfig.edit(folder, "organisation.yml", "name: Hamburg office",
                "name: Hamburg harbour\n    products: [UPS-900]");

        assertThat(page("en")).bodyText().contains("The file on the disk was changed", "Hamburg harbour", "UPS-900",
                "Take it over");
        assertThat(page("zh-CN")).bodyText().contains("磁盘上的文件已更改", "负责的产品");

        assertThat(takeOver(seen())).hasRedirectedUrl(PAGE);
        assertThat(units.byKey("hamburg").orElseThrow().name()).isEqualTo("Hamburg harbour");
        assertThat(page("en")).bodyText().contains("by Daniel Okafor", "says nothing new",
                "Serves in English: UPS-900");
        assertThat(mvc.get().uri(PAGE + "/units/hamburg?lang=en").with(As.person("admin"))).bodyText()
                .contains("Changed by the file", "Name: Hamburg office → Hamburg harbour");
    }

    @Test
    void aConflictNamesBothValuesAndNothingCanBePressed() throws IOException {
        OwnConfig.edit(folder, "organisation.yml", "name: Hamburg office", "name: Hamburg harbour");
        var seen = seen();
        rename("Hamburg city");

        assertThat(page("en")).bodyText().contains("cannot be taken over", "Changed here to", "Hamburg city",
                "The file says", "Hamburg harbour").doesNotContain("name=\"seen\"");
        assertThat(takeOver(seen)).hasStatus(409).bodyText().contains("Nothing was taken over");
        assertThat(page("zh-CN")).bodyText().contains("此处已改为");
        assertThat(units.byKey("hamburg").orElseThrow().name()).isEqualTo("Hamburg city");
    }

    @Test
    void aMistakeIsShownWithFileLineAndReason() {
        OwnConfig.edit(folder, "organisation.yml", "zone: Europe/Warsaw", "zone: <b>Warsaw</b>");

        assertThat(page("en")).hasStatusOk().bodyText().contains("makes no sense", "organisation.yml, line ",
                "&lt;b&gt;Warsaw&lt;/b&gt;").doesNotContain("name=\"seen\"");
        assertThat(takeOver("x")).hasStatus(422);
    }

    private void rename(String name) {
        var unit = units.byKey("hamburg").orElseThrow();
        assertThat(mvc.post().uri(PAGE + "/units/hamburg").param("key", "hamburg").param("name", name)
                .param("zone", "Europe/Berlin").param("calendar", "office-hamburg").param("language", "en")
                .param("supervisor", "local-head").param("version", unit.version() + "").with(As.person("admin"))
                .with(csrf())).hasRedirectedUrl(PAGE);
    }

    private MvcTestResult page(String language) {
        return mvc.get().uri(PAGE + "?lang=" + language).with(As.person("admin")).exchange();
    }

    private String seen() throws IOException {
        var found = SEEN.matcher(page("en").getResponse().getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MvcTestResult takeOver(String seen) {
        return mvc.post().uri(PAGE + "/import?lang=en").param("seen", seen).with(As.person("admin")).with(csrf())
                .exchange();
    }
}
