package io.pledge.security;

import java.util.Locale;
import java.util.TimeZone;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

import io.pledge.organisation.Staff;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;

/** English or Chinese: asked for, chosen, one's own, preferred, in this order. */
@PledgeTest(reset = PledgeTest.Reset.BEFORE_EACH_CLASS)
class PageLanguageTests {
    @Autowired
    MockMvc mvc;
    @Autowired
    PageLanguage language;
    @Autowired
    Scopes scopes;
    @Autowired
    Staff staff;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                            zh-TW,zh;q=0.9,en;q=0.8 | zh-CN
                                            de-DE,de;q=0.9          | en
                                            de,zh;q=0.5,en;q=0.4    | zh-CN
                                            en-GB                   | en
                                            """)
    void aStrangerReadsWhatTheBrowserPrefers(String accepted, String shown) throws Exception {
        mvc.perform(get("/sign-in").header("Accept-Language", accepted))
                .andExpect(content().string(containsString("lang=\"" + shown)));
    }

    @Test
    void aLanguageAskedForIsShownAndKept() throws Exception {
        mvc.perform(get("/sign-in").param("lang", "zh-CN").header("Accept-Language", "en"))
                .andExpect(content().string(containsString("lang=\"zh-CN")))
                .andExpect(cookie().value("pledge-language", "zh-CN"));
        mvc.perform(get("/sign-in").cookie(new Cookie("pledge-language", "zh-CN")).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("lang=\"zh-CN")));
    }

    @ParameterizedTest
    @CsvSource({"fr", "''", "%0d%0aSet-Cookie:x", "../../etc"})
    void aLanguageNobodyWritesInIsPassedOver(String wanted) throws Exception {
        mvc.perform(get("/sign-in").param("lang", wanted).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("lang=\"en")));
    }

    @Test
    void staffReadTheirOwnLanguageAndTimeUnlessTheySwitched() {
        SignedIn person = scopes.signedIn(staff.byUsername("shanghai-engineer").orElseThrow());
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(person, null, person.authorities()));
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addPreferredLocale(Locale.ENGLISH);

        LocaleContext own = language.resolveLocaleContext(request);
        request.setCookies(new Cookie("pledge-language", "en"));

        assertThat(own.getLocale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(((TimeZoneAwareLocaleContext) own).getTimeZone()).isEqualTo(TimeZone.getTimeZone("Asia/Shanghai"));
        assertThat(language.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }
}
