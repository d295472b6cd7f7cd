package io.pledge.web.admin;

import java.io.IOException;
import java.nio.file.Files;
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

import io.pledge.sla.PolicyReload;
import io.pledge.sla.PolicyVersions;
import io.pledge.testing.As;
import io.pledge.testing.Misprint;
import io.pledge.testing.OwnConfig;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The page on which an administrator puts changed files into force, over a folder of its own. */
@PledgeTest
class PoliciesPageTests {
    private static final String PAGE = "/admin/policies";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    @TempDir
    private static Path folder;
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private PolicyVersions versions;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry properties) {
        properties.add("pledge.config-dir", folder::toString);
        OwnConfig.copyInto(folder);
    }

    @BeforeEach
    void asAtTheStart(@Autowired PolicyReload reload) {
        OwnConfig.copyInto(folder);
        reload.follow();
    }

    @Test
    void whatLiesOnTheDiskIsInForceAfterTheStart() {
        assertThat(page("en")).hasStatusOk().bodyText()
                .contains("by the start of a node", "The files on the disk of this node are in force.")
                .doesNotContain("Put into force");
        assertThat(page("zh-CN")).bodyText().contains("由节点启动时启用", "本节点磁盘上的文件即为现行版本");
    }

    @Test
    void aChangedFileIsShownAndTheButtonPutsItIntoForce() throws IOException {
        OwnConfig.edit(folder, "sla-policies.yml", "within: PT80H", "within: PT81H");
        OwnConfig.edit(folder, "calendars/office-hamburg.yml", "fri: 08:00-16:00", "fri: 08:00-15:00");

        assertThat(page("en")).bodyText().contains("sla-policies.yml", "calendars/office-hamburg.yml", "within: PT81H",
                "Put into force");
        assertThat(page("zh-CN")).bodyText().contains("已更改", "启用");
        assertThat(versions.policiesInForce()).contains("PT80H");

        assertThat(put(seen())).hasStatus3xxRedirection().hasRedirectedUrl(PAGE);
        assertThat(versions.policiesInForce()).contains("PT81H");
        assertThat(page("en")).bodyText().contains("put into force by Daniel Okafor",
                "The files on the disk of this node are in force.");
        assertThat(mvc.get().uri(PAGE + "/trial").with(As.person("admin"))).bodyText().contains("PT81H");
    }

    @Test
    void aMistakeIsShownWithFileLineAndReasonAndNothingCanBePressed() {
        int line = Misprint.in(Path.of("config/sla-policies.yml"), folder, "within: PT80H", "within: <b>soon</b>")
                .line();

        for (var answer : new MvcTestResult[]{page("en"), put("x")}) {
            assertThat(answer).bodyText()
                    .contains("sla-policies.yml, line " + line, "not &#39;&lt;b&gt;soon&lt;/b&gt;&#39;",
                            "What was in force stays in force")
                    .doesNotContain("name=\"seen\"");
        }
        assertThat(put("x")).hasStatus(422);
        assertThat(page("zh-CN")).bodyText().contains("sla-policies.yml，第 " + line + " 行");
        assertThat(versions.policiesInForce()).contains("PT80H");
    }

    @Test
    void aGoneCalendarOfAUnitIsRefusedWithTheReason() throws IOException {
        Files.delete(folder.resolve("calendars/office-warsaw.yml"));

        assertThat(page("en")).hasStatusOk().bodyText().contains("unit &#39;warsaw&#39; names the calendar");
    }

    @Test
    void whoeverPressesOnAnOldPageIsShownWhatLiesThereNow() throws IOException {
        OwnConfig.edit(folder, "sla-policies.yml", "within: PT80H", "within: PT81H");
        var seen = seen();
        OwnConfig.edit(folder, "sla-policies.yml", "within: PT81H", "within: PT82H");

        assertThat(put(seen)).hasStatus(409).bodyText().contains("Nothing was put into force", "within: PT82H");
        assertThat(versions.policiesInForce()).contains("PT80H");
        assertThat(put(seen())).hasStatus3xxRedirection();
        // the second of two who pressed: done already
        assertThat(put(seen)).hasStatus3xxRedirection();
    }

    private MvcTestResult page(String language) {
        return mvc.get().uri(PAGE + "?lang=" + language).with(As.person("admin")).exchange();
    }

    private String seen() throws IOException {
        var found = SEEN.matcher(page("en").getResponse().getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MvcTestResult put(String seen) {
        return mvc.post().uri(PAGE + "?lang=en").param("seen", seen).with(As.person("admin")).with(csrf()).exchange();
    }
}
