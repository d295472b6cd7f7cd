package io.pledge.security;

import java.net.URI;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import io.pledge.testing.As;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/** Every door, tried by every role and by a stranger. What lies behind it need not be there: a door that opens upon nothing says so. */
@PledgeTest(reset = PledgeTest.Reset.BEFORE_EACH_CLASS)
class DoorsTests {
    private static final List<String> CAST = List.of("engineer", "head", "account-manager", "quality", "manager",
            "admin");
    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                            GET  | /desk/nothing-here      | engineer head account-manager quality manager
                                            POST | /desk/nothing-here      | engineer head account-manager quality manager
                                            GET  | /visits/nothing-here    | engineer head
                                            GET  | /report/nothing-here    | head account-manager quality manager
                                            GET  | /appraisal/nothing-here | engineer head account-manager quality manager
                                            GET  | /quality/nothing-here   | quality manager
                                            POST | /quality/nothing-here   | quality
                                            GET  | /library/nothing-here   | engineer head account-manager quality manager
                                            GET  | /admin/nothing-here     | admin
                                            POST | /admin/nothing-here     | admin
                                            GET  | /admin/customers/nothing-here | head account-manager manager admin
                                            POST | /admin/customers/nothing-here | admin
                                            GET  | /admin/customers/1/sites/1  | admin
                                            GET  | /admin/customers/import/x   | admin
                                            GET  | /actuator/env           | admin
                                            GET  | /demo/nothing-here      | engineer head account-manager quality manager admin
                                            GET  | /nothing-here           | engineer head account-manager quality manager admin
                                            """)
    void aDoorOpensToItsRolesOnly(String method, String path, String roles) throws Exception {
        Set<String> welcome = Set.of(roles.split(" "));
        for (String role : CAST) {
            MockHttpServletResponse answer = mvc
                    .perform(request(HttpMethod.valueOf(method), path).with(As.person(person(role))).with(csrf()))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus() == 403).as("%s %s as %s: %d", method, path, role, answer.getStatus())
                    .isEqualTo(!welcome.contains(role));
        }
        assertThat(stranger(method, path).getRedirectedUrl()).isEqualTo("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({"GET,/submit/nothing-here", "POST,/submit/nothing-here", "GET,/c/no-such-token", "GET,/s/no-such-token",
            "GET,/css/nothing-here.css", "GET,/webjars/nothing-here.js", "GET,/sign-in", "GET,/actuator/health"})
    void strangersFindTheseOpen(String method, String path) throws Exception {
        MockHttpServletResponse answer = stranger(method, path);

        assertThat(answer.getStatus()).isNotIn(401, 403);
        assertThat(answer.getRedirectedUrl()).isNotEqualTo("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({"/desk", "/desk/", "/desk/tickets/1", "/admin/..;/desk", "/DESK", "/desk.html", "/desk%2Fx", "//desk"})
    void strangersFindNoWayAround(String path) throws Exception {
        MockHttpServletResponse answer = stranger("GET", path);

        assertThat(answer.getStatus()).isIn(302, 400);
    }

    private MockHttpServletResponse stranger(String method, String path) throws Exception {
        return mvc.perform(request(HttpMethod.valueOf(method), URI.create(path)).with(csrf())).andReturn()
                .getResponse();
    }

    private static String person(String role) {
        return switch (role) {
            case "engineer" -> "local-engineer";
            case "head" -> "local-head";
            default -> role;
        };
    }
}
