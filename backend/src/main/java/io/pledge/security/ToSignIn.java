package io.pledge.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends strangers to the sign-in page; a part of a page that asks by htmx takes the whole page there. */
final class ToSignIn implements AuthenticationEntryPoint {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        String page = request.getContextPath() + "/sign-in";
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(page);
            return;
        }
        response.setHeader("HX-Redirect", page);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
