package io.pledge.demo;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;

/** What the frames need to show the demonstration's control; without it they show none. */
@ControllerAdvice(annotations = Controller.class)
@Profile("demo")
class DemoModel {
    private final DemoClock clock;
    private final MessageSource texts;
    private final Units units;

    DemoModel(DemoClock clock, MessageSource texts, Units units) {
        this.clock = clock;
        this.texts = texts;
        this.units = units;
    }

    @ModelAttribute("demoClock")
    Control control(HttpServletRequest request, Locale locale) {
        var now = clock.instant().atZone(zone(request));
        var day = DateTimeFormatter.ofPattern(texts.getMessage("time.pattern.day", null, locale), locale).format(now);
        var time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(now);
        var id = now.getZone().getId();
        var zone = texts.getMessage("zone." + id.replace('/', '.'), null, id, locale);
        return new Control(day, time, id, String.valueOf(zone), back(request));
    }

    /** That of who is signed in, for strangers that of the headquarters. */
    private ZoneId zone(HttpServletRequest request) {
        return Optional.ofNullable(RequestContextUtils.getTimeZone(request)).map(TimeZone::toZoneId)
                .or(() -> units.all().stream().findFirst().map(ServiceUnit::zone)).orElse(ZoneOffset.UTC);
    }

    /** A page that only a form leads to cannot be returned to. */
    private static String back(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "/demo/clock";
        }
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /**
     * The control as a page shows it.
     *
     * @param zone the zone of day and time, by its name for computers
     * @param zoneWords the same for people
     * @param back the page it stands on
     */
    record Control(String day, String time, String zone, String zoneWords, String back) {}
}
