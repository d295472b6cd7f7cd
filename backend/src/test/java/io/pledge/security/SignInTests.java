package io.pledge.security;

import java.time.Duration;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import io.pledge.organisation.Person;
import io.pledge.organisation.Staff;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Getting in, getting out, and staying out. */
@PledgeTest
class SignInTests {
    private static final String USER = "local-head";
    private static final String PASSWORD = "a good long password";
    @Autowired
    MockMvc mvc;
    @Autowired
    Staff staff;
    @Autowired
    PasswordEncoder passwords;
    @Autowired
    FailedSignIns failures;
    @Autowired
    MovableClock clock;

    @BeforeEach
    void aPassword() {
        Person head = staff.byUsername(USER).orElseThrow();
        staff.setPassword(head.id(), passwords.encode(PASSWORD));
    }

    @AfterEach
    void forgetFailures() {
        failures.succeeded(USER);
    }

    @Test
    void theRightPasswordOpens() throws Exception {
        mvc.perform(formLogin("/sign-in").user(USER).password(PASSWORD))
                .andExpect(authenticated().withUsername(USER).withRoles("HEAD", "ENGINEER"))
                .andExpect(redirectedUrl("/desk"));
    }

    @Test
    void aWrongPasswordDoesNotAndNeitherDoesAnUnknownName() throws Exception {
        mvc.perform(formLogin("/sign-in").user(USER).password("wrong")).andExpect(unauthenticated())
                .andExpect(redirectedUrl("/sign-in?failed"));
        mvc.perform(formLogin("/sign-in").user("nobody").password(PASSWORD)).andExpect(unauthenticated())
                .andExpect(redirectedUrl("/sign-in?failed"));
    }

    @Test
    void whoHasNoPasswordCannotSignIn() throws Exception {
        for (String guess : new String[]{"", "nobody", "null", "pledge-demo"}) {
            mvc.perform(formLogin("/sign-in").user("manager").password(guess)).andExpect(unauthenticated());
        }
    }

    @Test
    void thePasswordOfADemonstrationIsWorthNothingOutsideOne() throws Exception {
        String hash = passwords.encode(PASSWORD).replaceFirst("\\{bcrypt}", "{demo}");
        staff.setPassword(staff.byUsername(USER).orElseThrow().id(), hash);

        mvc.perform(formLogin("/sign-in").user(USER).password(PASSWORD)).andExpect(unauthenticated());
        mvc.perform(get("/sign-in")).andExpect(status().isOk()).andExpect(content().string(
                not(containsString("pledge-demo"))));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        mvc.perform(post("/sign-in").param("username", USER).param("password", PASSWORD))
                .andExpect(status().isForbidden())
                .andExpect(unauthenticated());
        mvc.perform(post("/sign-in").with(csrf().useInvalidToken()).param("username", USER).param("password", PASSWORD))
                .andExpect(status().isForbidden());
    }

    /** In an application of its own: whoever posts with a token made for tests takes the cookie out of the shared one. */
    @Test
    @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
    void theTokenOfThePageIsTheOneInTheCookie() throws Exception {
        MvcResult page = mvc.perform(get("/sign-in")).andExpect(status().isOk()).andReturn();
        Cookie cookie = page.getResponse().getCookie("pledge-token");
        String html = page.getResponse().getContentAsString();
        String token = html.replaceFirst("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");

        mvc.perform(post("/sign-in").cookie(cookie).param("_csrf", token).param("username", USER).param("password",
                PASSWORD))
                .andExpect(authenticated());
        assertThat(cookie.isHttpOnly()).isTrue();
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        MockHttpSession session = new MockHttpSession();
        mvc.perform(post("/sign-in").session(session).with(csrf()).param("username", USER).param("password", PASSWORD));

        mvc.perform(post("/sign-out").session(session).with(csrf())).andExpect(redirectedUrl("/sign-in?out"));

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void whoAskedForAPageComesThereAfterSigningIn() throws Exception {
        MockHttpSession session = new MockHttpSession();
        mvc.perform(get("/library?q=fan").accept("text/html").session(session)).andExpect(redirectedUrl("/sign-in"));

        mvc.perform(post("/sign-in").session(session).with(csrf()).param("username", USER).param("password", PASSWORD))
                .andExpect(redirectedUrl("http://localhost/library?q=fan"));
    }

    @Test
    void aPartOfAPageTakesTheWholePageToTheForm() throws Exception {
        mvc.perform(get("/desk").header("HX-Request", "true")).andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/sign-in"));
    }

    @Test
    void tenFailuresMakeAPauseThatEnds() throws Exception {
        for (int i = 0; i < FailedSignIns.ALLOWED; i++) {
            clock.advance(Duration.ofMinutes(1));
            failures.failed(USER);
        }
        mvc.perform(formLogin("/sign-in").user(USER).password(PASSWORD)).andExpect(unauthenticated())
                .andExpect(redirectedUrl("/sign-in?paused"));
        mvc.perform(get("/api/v1/anything").with(httpBasic(USER, PASSWORD))).andExpect(status().isUnauthorized());

        clock.advance(FailedSignIns.WINDOW.minusMinutes(9));
        mvc.perform(formLogin("/sign-in").user(USER).password(PASSWORD)).andExpect(authenticated());
    }

    @Test
    void theApiSaysNoInProblemDetails() throws Exception {
        mvc.perform(get("/api/v1/tickets").header("Accept-Language", "en")).andExpect(status().isUnauthorized())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(header().string("WWW-Authenticate", startsWith("Basic")))
                .andExpect(jsonPath("$.status").value(401)).andExpect(jsonPath("$.title").value("Unauthorized"))
                .andExpect(jsonPath("$.detail").isNotEmpty())
                .andExpect(jsonPath("$.instance").value("/api/v1/tickets"));
        mvc.perform(get("/api/v1/tickets").with(httpBasic(USER, "wrong"))).andExpect(status().isUnauthorized())
                .andExpect(content().contentType("application/problem+json"));
    }

    @Test
    void theApiTakesNamesByBasicWithoutTokenAndKeepsNoSession() throws Exception {
        MvcResult answer = mvc.perform(post("/api/v1/nothing-here").with(httpBasic(USER, PASSWORD))).andReturn();

        assertThat(answer.getResponse().getStatus()).isNotIn(401, 403);
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void everyAnswerCarriesStrictHeaders() throws Exception {
        mvc.perform(get("/sign-in").secure(true))
                .andExpect(header().string("Content-Security-Policy", FrontDoor.CONTENT))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().exists("Strict-Transport-Security"));
    }
}
