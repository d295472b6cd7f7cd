package io.pledge.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the form, which says whether to try again or to wait; never whether it was the name or the password. */
final class SignInRefused implements AuthenticationFailureHandler {
    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException refusal)
            throws IOException {
        response.sendRedirect(
                request.getContextPath() + "/sign-in?" + (refusal instanceof LockedException ? "paused" : "failed"));
    }
}
