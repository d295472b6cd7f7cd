package io.pledge.web;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody reads when a page cannot be had. */
@PledgeTest
class ErrorPagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Test
    void aFailureIsSaidInTheReadersLanguageWithItsNumber() {
        var page = mvc.get().uri("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/submit")
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("tried"))
                .header("Accept-Language", "zh-CN").exchange();

        assertThat(page).hasStatus(500).bodyText().contains("lang=\"zh-CN\"", "/submit?lang=en")
                .doesNotContain("tried");
    }

    @Test
    void theApiIsAnsweredWithProblemDetails() {
        var problem = mvc.get().uri("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 404)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/nothing").exchange();

        assertThat(problem).hasStatus(404).hasContentType("application/problem+json").bodyJson()
                .extractingPath("$.instance").isEqualTo("/api/v1/nothing");
    }

    @Test
    void theSignInPageStandsInTheVendorsFrame() {
        assertThat(mvc.get().uri("/sign-in")).hasStatusOk().bodyText()
                .contains("id=\"main\"", "href=\"/sign-in?lang=zh-CN\"");
    }
}
