package io.pledge.web.view;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static io.pledge.web.view.Look.HAMBURG;
import static io.pledge.web.view.Look.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;

class FragmentsTest {

    @Test
    void theCustomersFrameHoldsThePageInItsLanguage() throws Exception {
        var page = Look.rendered("look/portal", Locale.SIMPLIFIED_CHINESE, Samples.portal(SHANGHAI));
        assertThat(page)
                .contains("<html lang=\"zh-CN\"")
                .contains("跳到正文", "今天，11月19日（星期四）", "北京时间", "（选填）")
                .contains("data-words-left-h=\"剩 {h} 小时 {mm} 分\"")
                .containsOnlyOnce("<main")
                .doesNotContain("??");
    }

    @Test
    void plateRailRowsEntriesAndStepsAreDrawn() throws Exception {
        var page = Look.rendered("look/portal", Locale.ENGLISH, Samples.portal(HAMBURG));
        assertThat(page)
                .contains("class=\"plate plate-wide\"", "<dd>Wei</dd>", "cx=\"42.50%\"")
                .contains("badge badge-running", "data-due=\"2026-11-19T15:30:00Z\"", "2 h 18 left")
                .contains("entry entry-internal", "Internal. The customer never sees this", "mark mark-kept")
                .contains("entry-line entry-line-broken", "step step-ahead")
                .contains("action=\"/undo\"");
    }

    @Test
    void fieldsShowWhatWasTypedAndWhatIsWrong() throws Exception {
        var page = Look.rendered("look/portal", Locale.ENGLISH, Samples.portal(HAMBURG));
        assertThat(page)
                .contains("value=\"Priya\"", "aria-describedby=\"story-error\"", "Please fill this in.")
                .contains("<option value=\"B\" selected=\"selected\">Beta</option>")
                .contains("value=\"A\" id=\"kind1\" name=\"kind\" checked=\"checked\"")
                .contains("This case is closed.");
    }

    @Test
    void theDeskShowsItsViewsWithTheirCounts() throws Exception {
        var page = Look.rendered("look/desk", Locale.ENGLISH, Samples.desk(HAMBURG));
        assertThat(page)
                .contains("<h1>Hamburg office</h1>", "31 open cases", "To confirm")
                .contains("class=\"count count-due\">3</span>", "aria-current=\"page\"", "nobody yet")
                .contains("tier tier-held", "tier tier-waiting", "on-plate-due", "data-key=\"mod+k\"")
                .contains("action=\"/sign-out\"");
    }

    @Test
    void oneCaseStandsBesideTheViewsAsIcons() throws Exception {
        var page = Look.rendered("look/case", Locale.ENGLISH, Samples.desk(HAMBURG));
        assertThat(page)
                .contains("desk-frame desk-slim", "class=\"ticket-head\"", "popovertarget=\"desk-nav\"")
                .contains("ledger-past", "ledger-now", "share-used")
                .containsOnlyOnce("<main");
    }

    @Test
    void theManagersFrameHasTabs() throws Exception {
        var page = Look.rendered("look/manager", Locale.ENGLISH, Samples.manager(HAMBURG));
        assertThat(page).contains("manager-main manager-narrow", "<a class=\"manager-tab\"", "Stefan");
    }

    @Test
    void noFragmentCarriesStylesOrScriptsOfItsOwn() throws Exception {
        var pages = List.of(
                Look.rendered("look/portal", Locale.ENGLISH, Samples.portal(HAMBURG)),
                Look.rendered("look/case", Locale.ENGLISH, Samples.desk(HAMBURG)),
                Look.rendered("look/desk", Locale.ENGLISH, Samples.desk(HAMBURG)));
        assertThat(pages)
                .allSatisfy(page -> assertThat(page).doesNotContain(" style=", "<style", "<script>", "onclick="));
    }
}
