package io.pledge.web.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;
import io.pledge.sla.Promising;
import io.pledge.ticket.Homes;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;
import io.pledge.web.Zones;
import io.pledge.web.view.Plate;
import io.pledge.web.view.RailDrawing;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** What a customer would be promised who sent the form now. Contracts may promise more; the form does not know who writes. */
@Component
class Quotes {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Promising promising;
    private final Homes homes;
    private final Units units;
    private final TimeWords time;
    private final RailDrawing rails;
    private final MessageSource texts;
    private final Clock clock;

    Quotes(Promising promising, Homes homes, Units units, TimeWords time, RailDrawing rails, MessageSource texts,
            Clock clock) {
        this.promising = promising;
        this.homes = homes;
        this.units = units;
        this.time = time;
        this.rails = rails;
        this.texts = texts;
        this.clock = clock;
    }

    /** The plate of the form. */
    Quoted plate(TicketKind kind, Severity severity, @Nullable String zoneName, Locale locale) {
        ServiceUnit home = home(locale);
        ZoneId zone = Zones.read(zoneName).orElse(home.zone());
        Instant now = clock.instant();
        Reader reader = new Reader(locale, zone, now);
        Instant by = promising.quote(kind, severity, home.id(), now).by();
        Plate plate = new Plate(say("portal.submit.plate", locale), by, time.time(by, zone), false,
                time.day(by, reader), time.zone(zone, locale),
                rails.of(now, by, time.say("rail.now", locale, time.time(now, zone)), List.of(), reader));
        return new Quoted(plate, time.momentInSentence(by, reader), home.name());
    }

    /** What choosing a severity means, such as "A person answers within 30 minutes, day and night". */
    String effect(Severity severity, Locale locale) {
        var quote = promising.quote(TicketKind.FAULT, severity, home(locale).id(), clock.instant());
        Duration within = Duration.ofSeconds(quote.within().seconds());
        String span = within.compareTo(HOUR) < 0
                ? say("portal.within.minutes", locale, within.toMinutes())
                : say("portal.within.hours", locale, within.toHours());
        return say(quote.dayAndNight() ? "portal.effect.always" : "portal.effect.working", locale, span);
    }

    /** Where the case of a stranger comes first who says nothing of a product. */
    private ServiceUnit home(Locale locale) {
        return units.unit(homes.of(null, null, locale).unit());
    }

    private String say(String key, Locale locale, Object... words) {
        return texts.getMessage(key, words, locale);
    }

    /**
     * @param by the promised moment within a sentence
     * @param office the office that a stranger's case comes to
     */
    record Quoted(Plate plate, String by, String office) {}
}
