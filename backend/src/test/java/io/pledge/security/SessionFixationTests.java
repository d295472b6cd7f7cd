package io.pledge.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;

import io.pledge.organisation.Staff;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A session somebody else planted is worth nothing once its owner signs in. Over real HTTP, since sessions are the server's. */
@PledgeTest
class SessionFixationTests {
    private static final String PASSWORD = "a good long password";
    private final CookieManager cookies = new CookieManager();
    @LocalServerPort
    int port;
    @Autowired
    Staff staff;
    @Autowired
    PasswordEncoder passwords;

    @Test
    void theSessionGetsAnotherNameWhenSomebodySignsIn() throws IOException, InterruptedException {
        staff.setPassword(staff.byUsername("local-head").orElseThrow().id(), passwords.encode(PASSWORD));
        try (HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            get(browser, "/desk/nothing-here");
            String planted = session();
            String token = get(browser, "/sign-in").body().replaceFirst("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*",
                    "$1");

            HttpResponse<String> answer = signIn(browser, token);

            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).contains("/desk/nothing-here"));
            assertThat(session()).isNotEqualTo(planted);
            assertThat(get(browser, "/desk/nothing-here").statusCode()).isEqualTo(404);
            cookies.getCookieStore().get(address("/")).stream().filter(SessionFixationTests::isSession)
                    .forEach(cookie -> cookie.setValue(planted));
            assertThat(get(browser, "/desk/nothing-here").statusCode()).isEqualTo(302);
        }
    }

    private HttpResponse<String> signIn(HttpClient browser, String token) throws IOException, InterruptedException {
        String form = "username=local-head&password=%s&_csrf=%s".formatted(
                URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8),
                URLEncoder.encode(token, StandardCharsets.UTF_8));
        return browser.send(
                HttpRequest.newBuilder(address("/sign-in")).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream().filter(SessionFixationTests::isSession)
                .map(HttpCookie::getValue)
                .findFirst().orElseThrow();
    }

    private static boolean isSession(HttpCookie cookie) {
        return cookie.getName().equals("JSESSIONID");
    }
}
