package io.pledge.web.admin;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.organisation.Staff;
import io.pledge.schedule.Sweeps;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What the administrator sees and may do. */
@PledgeTest
class AdminPageTests {
    private static final String GOOD = "a long enough one";

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Sweeps sweeps;
    @Autowired
    Staff staff;
    @Autowired
    Casebook casebook;
    @Autowired
    PasswordEncoder passwords;
    @Autowired
    JdbcClient jdbc;

    @Test
    void jobsShowHowTheyFaredInBothLanguages() {
        sweeps.runAll();
        jdbc.sql("update schedule_run set failure = 'the disk is full' where job = 'messages'").update();
        assertThat(page("/admin")).hasStatusOk().bodyText().contains("Watch over promises", "1 failed at the last run",
                "the disk is full", "Changes waiting");
        assertThat(page("/admin?lang=zh-CN")).bodyText().contains("监看承诺", "待更新");
    }

    @Test
    void whereNoMailboxForReturnedMailIsReadThatIsSaid() {
        sweeps.runAll();
        assertThat(page("/admin")).bodyText().contains("No mailbox for returned mail is configured")
                .doesNotContain("Read which mails came back");
        assertThat(page("/admin?lang=zh-CN")).bodyText().contains("没有配置退信邮箱");
    }

    @Test
    void aJobOfAnOlderVersionIsShownByItsName() {
        sweeps.runAll();
        jdbc.sql("update schedule_run set job = 'forgotten' where job = 'messages'").update();
        assertThat(page("/admin")).hasStatusOk().bodyText().contains("forgotten");
    }

    @Test
    void policiesAndCalendarsInForceAreShown() {
        assertThat(page("/admin/policies")).hasStatusOk().bodyText().contains("critical-gold", "office-hamburg",
                "in force");
    }

    @Test
    void aPasswordIsSetEncodedAndNeverShown() {
        assertThat(page("/admin/people")).hasStatusOk().bodyText().contains("Hamburg office", "lena.brandt@");
        assertThat(set("local-engineer", GOOD, GOOD)).hasRedirectedUrl("/admin/people");
        var hash = staff.passwordHash(casebook.person("local-engineer")).orElseThrow();
        assertThat(passwords.matches(GOOD, hash)).isTrue();
        assertThat(page("/admin/people")).bodyText().doesNotContain(GOOD, hash);
    }

    @Test
    void aBadPasswordIsRefusedAtItsField() {
        assertThat(set("local-engineer", "short", "short")).hasStatus(422).bodyText().contains("72 bytes");
        assertThat(set("local-engineer", "密".repeat(30), "密".repeat(30))).hasStatus(422);
        assertThat(set("local-engineer", GOOD, "another one, longer")).hasStatus(422).bodyText()
                .contains("These are not the same").doesNotContain(GOOD);
        assertThat(set("nobody", GOOD, GOOD)).hasStatus(404);
    }

    @Test
    void askingTwiceForARebuildIsOneRebuild() {
        for (int i = 0; i < 2; i++) {
            assertThat(mvc.post().uri("/admin/search/rebuild").with(As.person("admin")).with(csrf()))
                    .hasStatus3xxRedirection();
        }
        assertThat(jdbc.sql("select count(*) from search_rebuild").query(Long.class).single()).isOne();
    }

    @Test
    void nobodyElseEnters() {
        for (var who : new String[]{"manager", "local-head", "quality"}) {
            assertThat(mvc.get().uri("/admin").with(As.person(who))).hasStatus(403);
            assertThat(mvc.post().uri("/admin/people/local-engineer").param("password", GOOD).param("again", GOOD)
                    .with(As.person(who)).with(csrf())).hasStatus(403);
        }
    }

    private MvcTestResult page(String uri) {
        return mvc.get().uri(uri).with(As.person("admin")).exchange();
    }

    private MvcTestResult set(String username, String password, String again) {
        return mvc.post().uri("/admin/people/" + username).param("password", password).param("again", again)
                .with(As.person("admin")).with(csrf()).exchange();
    }
}
