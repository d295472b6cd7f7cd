package io.pledge.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves the character NUL out of everything that is typed: PostgreSQL keeps every other character, and a text must not be lost for
 * one that nobody sees.
 */
@Component
class KeepableText extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Keepable(request), response);
    }

    private static @Nullable String keepable(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }

    private static final class Keepable extends HttpServletRequestWrapper {
        Keepable(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return KeepableText.keepable(super.getParameter(name));
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : keepable(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> all.put(name, keepable(values)));
            return all;
        }

        private static String[] keepable(String[] values) {
            return Arrays.stream(values).map(KeepableText::keepable).toArray(String[]::new);
        }
    }
}
