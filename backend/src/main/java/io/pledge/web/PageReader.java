package io.pledge.web;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TimeZone;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import io.pledge.organisation.Units;
import io.pledge.web.view.Reader;

/**
 * Hands a controller the {@link Reader} of its page: the language of the page, the zone of who is signed in (for strangers that of the
 * headquarters), and the moment of the clock.
 */
@Component
class PageReader implements HandlerMethodArgumentResolver {
    private final Clock clock;
    private final Units units;

    PageReader(Clock clock, Units units) {
        this.clock = clock;
        this.units = units;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Reader.class;
    }

    @Override
    public Reader resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model,
            NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
        return current();
    }

    /** The reader of the page that is being written. */
    Reader current() {
        return new Reader(LocaleContextHolder.getLocale(), zone(), clock.instant());
    }

    private ZoneId zone() {
        return Optional.ofNullable(LocaleContextHolder.getLocaleContext())
                .filter(TimeZoneAwareLocaleContext.class::isInstance)
                .map(context -> ((TimeZoneAwareLocaleContext) context).getTimeZone())
                .map(TimeZone::toZoneId)
                .orElseGet(this::headquarters);
    }

    private ZoneId headquarters() {
        return units.all().stream().filter(unit -> unit.parent() == null).findFirst()
                .map(unit -> unit.zone()).orElse(ZoneOffset.UTC);
    }
}
