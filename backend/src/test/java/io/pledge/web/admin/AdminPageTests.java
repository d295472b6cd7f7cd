package io.pledge.web.admin;

import java.util.regex.Pattern;

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

import static java.nio.charset.StandardCharsets.UTF_8;
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
        jdbc.sql("""
                 update schedule_run set failure = 'the disk is full', last_failure = 'the disk is full', failures = 1,
                                         last_failed_at = ran_at
                 where job = 'messages'
                 """).update();
        assertThat(page("/admin")).hasStatusOk().bodyText().contains("Watch over promises", "1 failed at the last run",
                "the disk is full", "Changes waiting");
        assertThat(page("/admin?lang=zh-CN")).bodyText().contains("监看承诺", "待更新");
    }

    @Test
    void aJobThatNeverRanIsShownToo() {
        assertThat(page("/admin")).hasStatusOk().bodyText().contains("Watch over promises", "Freeze the figures",
                "not yet", "Not run yet: 15.").doesNotContain("did what it should");
        assertThat(page("/admin?lang=zh-CN")).bodyText().contains("监看承诺", "期末冻结考核数据", "尚未运行：15 项。");
        sweeps.runAll();
        assertThat(page("/admin?lang=en")).bodyText().doesNotContain("Not run yet");
    }

    @Test
    void howOftenAJobFailedAndWhyItDidLastStayWhenItIsWellAgain() {
        sweeps.runAll();
        jdbc.sql("""
                 update schedule_run set runs = 1204, failures = 37, last_failed_at = '2026-11-18T09:30:00Z',
                                         last_failure = 'the disk was full'
                 where job = 'messages'
                 """).update();
        assertThat(page("/admin")).bodyText().contains("Every job did what it should", ">1,204<", ">37<",
                ": the disk was full").doesNotContain("failed at the last run");
        assertThat(page("/admin?lang=zh-CN")).bodyText().contains(">1,204 次<", ">37 次<", "最近一次", "，the disk was full");
    }

    @Test
    void everyJobSaysWhatItDoes() throws Exception {
        for (var language : new String[]{"en", "zh-CN"}) {
            var jobs = Pattern.compile("<strong>([^<]+)</strong><span class=\"cell-note\">([a-z-]+)</span>")
                    .matcher(page("/admin?lang=" + language).getResponse().getContentAsString(UTF_8)).results()
                    .toList();
            assertThat(jobs).hasSize(15).noneMatch(job -> job.group(1).equals(job.group(2)));
        }
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
        assertThat(page("/admin/organisation")).hasStatusOk().bodyText().contains("Hamburg office", "lena.brandt@");
        assertThat(set("local-engineer", GOOD, GOOD)).hasRedirectedUrl("/admin/organisation");
        var hash = staff.passwordHash(casebook.person("local-engineer")).orElseThrow();
        assertThat(passwords.matches(GOOD, hash)).isTrue();
        assertThat(page("/admin/organisation")).bodyText().doesNotContain(GOOD, hash);
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
            assertThat(mvc.post().uri("/admin/organisation/people/local-engineer/password").param("password", GOOD)
                    .param("again", GOOD)
                    .with(As.person(who)).with(csrf())).hasStatus(403);
        }
    }

    private MvcTestResult page(String uri) {
        return mvc.get().uri(uri).with(As.person("admin")).exchange();
    }

    private MvcTestResult set(String username, String password, String again) {
        return mvc.post().uri("/admin/organisation/people/" + username + "/password").param("password", password)
                .param("again", again)
                .with(As.person("admin")).with(csrf()).exchange();
    }
}
