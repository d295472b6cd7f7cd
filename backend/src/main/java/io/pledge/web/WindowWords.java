package io.pledge.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.pledge.ticket.TimelineEntry;
import io.pledge.visit.Window;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says when a visit takes place: in the zone of the site, which it names, whoever reads it and wherever. */
@Component
public class WindowWords {
    private final TimeWords time;

    WindowWords(TimeWords time) {
        this.time = time;
    }

    /** "tomorrow, Friday 20 November, 09:00 to 11:00, Warsaw time"; with both days where it goes over midnight. */
    public String of(Window window, Reader reader) {
        var there = new Reader(reader.locale(), window.zone(), reader.now());
        var zone = time.zone(window.zone(), reader.locale());
        var from = time.time(window.from(), window.zone());
        var until = time.time(window.until(), window.zone());
        var day = time.day(window.from(), there);
        return there.dayOf(window.from()).equals(there.dayOf(window.until()))
                ? time.say("visit.window", reader.locale(), day, from, until, zone)
                : time.say("visit.window.days", reader.locale(), day, from, time.day(window.until(), there), until,
                        zone);
    }

    /** The same for words that are kept: with the date, and not from where its reader stands. */
    public String dated(Window window, Locale locale) {
        return of(window, new Reader(locale, window.zone(), Instant.EPOCH));
    }

    /** The same as an entry of the timeline has it that tells of a visit; empty where it has none. */
    public String of(TimelineEntry entry, Locale locale) {
        Map<String, String> detail = entry.detail();
        return detail.containsKey("from") && detail.containsKey("until") && detail.containsKey("zone")
                ? dated(new Window(Instant.parse(detail.getOrDefault("from", "")),
                        Instant.parse(detail.getOrDefault("until", "")), ZoneId.of(detail.getOrDefault("zone", ""))),
                        locale)
                : "";
    }
}
