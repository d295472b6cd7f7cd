package io.pledge.testing;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

import io.pledge.organisation.Staff;
import io.pledge.security.Scopes;
import io.pledge.security.SignedIn;

/** Who sends a {@code MockMvc} request: somebody of the cast, signed in as by the form. */
public final class As {
    private As() {}

    /** {@code mvc.perform(get("/desk").with(As.person("local-head")))}; a POST needs {@code .with(csrf())} beside. */
    public static RequestPostProcessor person(String username) {
        return request -> {
            WebApplicationContext beans = WebApplicationContextUtils
                    .getRequiredWebApplicationContext(request.getServletContext());
            SignedIn person = beans.getBean(Scopes.class)
                    .signedIn(beans.getBean(Staff.class).byUsername(username).orElseThrow());
            return SecurityMockMvcRequestPostProcessors
                    .authentication(
                            UsernamePasswordAuthenticationToken.authenticated(person, null, person.authorities()))
                    .postProcessRequest(request);
        };
    }
}
