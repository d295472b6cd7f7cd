package io.pledge.web.incident;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.testing.As;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What people of the cast do at the desk, in English. */
record IncidentAtDesk(MockMvcTester mvc) {

    MvcTestResult post(String who, String path, String... fields) {
        var request = mvc.post().uri(path).with(As.person(who)).with(csrf()).param("lang", "en");
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    String read(String who, String path) {
        return read(who, path, "en");
    }

    String read(String who, String path, String language) {
        var page = mvc.get().uri(path).param("lang", language).with(As.person(who)).exchange();
        assertThat(page).hasStatusOk();
        return text(page);
    }

    static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), UTF_8);
    }
}
