package io.pledge.security;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.util.WebUtils;

/**
 * In which language a page is written, English or simplified Chinese: as the address asks ({@code ?lang=}), as chosen before (a cookie),
 * as the person signed in reads, as the browser prefers. The zone is that of the person signed in; pages for customers know theirs from
 * the case.
 */
@Component("localeResolver")
public class PageLanguage implements LocaleContextResolver {
    /** The languages that all texts exist in. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
    static final String PARAMETER = "lang";
    private static final String COOKIE = "pledge-language";
    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Stream.<Optional<Locale>>of(known(request.getParameter(PARAMETER)), chosen(request),
                signedIn().map(SignedIn::locale),
                preferred(request)).flatMap(Optional::stream).findFirst().orElse(Locale.ENGLISH);
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        Locale locale = resolveLocale(request);
        TimeZone zone = signedIn().map(person -> TimeZone.getTimeZone(person.zone())).orElse(null);
        return new TimeZoneAwareLocaleContext() {
            @Override
            public Locale getLocale() {
                return locale;
            }

            @Override
            public @Nullable TimeZone getTimeZone() {
                return zone;
            }
        };
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null && LANGUAGES.contains(locale)) {
            ResponseCookie cookie = ResponseCookie.from(COOKIE, locale.toLanguageTag()).path("/").maxAge(KEPT)
                    .httpOnly(true)
                    .sameSite("Lax").secure(request.isSecure()).build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    @Override
    public void setLocaleContext(HttpServletRequest request, @Nullable HttpServletResponse response,
            @Nullable LocaleContext context) {
        setLocale(request, response, context == null ? null : context.getLocale());
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue)
                .flatMap(PageLanguage::known);
    }

    private static Optional<Locale> preferred(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream().flatMap(locale -> similar(locale).stream()).findFirst();
    }

    private static Optional<Locale> known(@Nullable String tag) {
        return tag == null ? Optional.empty() : similar(Locale.forLanguageTag(tag));
    }

    /** Every Chinese reads the simplified one rather than English. */
    private static Optional<Locale> similar(Locale wanted) {
        return LANGUAGES.stream().filter(language -> language.getLanguage().equals(wanted.getLanguage())).findFirst();
    }

    private static Optional<SignedIn> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance).map(SignedIn.class::cast);
    }
}
