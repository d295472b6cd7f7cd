package io.pledge.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Who signs in comes to the page they had asked for, else to the home of their role. */
@Component
class AskedFor extends SavedRequestAwareAuthenticationSuccessHandler {
    private final RequestCache remembered = cache();

    AskedFor() {
        setRequestCache(remembered);
    }

    RequestCache remembered() {
        return remembered;
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response,
            Authentication authentication) {
        return Doors.home((SignedIn) authentication.getPrincipal());
    }

    private static RequestCache cache() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(AskedFor::isWholePage);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static boolean isWholePage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return HttpMethod.GET.matches(request.getMethod()) && request.getHeader("HX-Request") == null && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
