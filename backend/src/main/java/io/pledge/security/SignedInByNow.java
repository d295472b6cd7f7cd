package io.pledge.security;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import io.pledge.organisation.Staff;

/**
 * Takes somebody who is signed in for who they are by now: an administrator may have changed their roles or unit since, somebody they
 * stand in for may have left or come back. Who was retired is signed out.
 */
final class SignedInByNow extends OncePerRequestFilter {
    private final Staff staff;
    private final Scopes scopes;

    SignedInByNow(Staff staff, Scopes scopes) {
        this.staff = staff;
        this.scopes = scopes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication()).map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance).map(SignedIn.class::cast).ifPresent(me -> renew(me, request));
        chain.doFilter(request, response);
    }

    private void renew(SignedIn me, HttpServletRequest request) {
        staff.byUsername(me.username()).map(scopes::signedIn).ifPresentOrElse(now -> {
            if (!now.equals(me)) {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(now, null, now.authorities()));
                SecurityContextHolder.setContext(context);
            }
        }, () -> {
            Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
            SecurityContextHolder.clearContext();
        });
    }
}
