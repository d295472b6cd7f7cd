package io.pledge.notifier;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.pledge.notifier.Letter.Audience;
import io.pledge.visit.Window;

/** Says moments to whoever reads a letter, some time later perhaps: with the day, and the zone by its name. */
@Component
class SpokenMoments {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final MessageSource messages;
    private final Wording wording;

    SpokenMoments(MessageSource messages, Wording wording) {
        this.messages = messages;
        this.wording = wording;
    }

    /** Such as "14:30 on Thursday 19 November, Berlin time". */
    String say(Audience audience, Instant moment, Locale locale, ZoneId zone) {
        var there = moment.atZone(zone);
        var pattern = messages.getMessage("time.pattern.day", null, locale);
        return wording.say(audience, "moment", locale, Map.of("day",
                DateTimeFormatter.ofPattern(pattern, locale).format(there), "time", CLOCK.format(there), "zone",
                name(zone, locale)));
    }

    /** Such as "Thursday 19 November, 09:00 to 11:00, Berlin time", in the zone of the site whoever reads it. */
    String say(Audience audience, Window window, Locale locale) {
        var from = window.from().atZone(window.zone());
        var until = window.until().atZone(window.zone());
        var days = DateTimeFormatter.ofPattern(messages.getMessage("time.pattern.day", null, locale), locale);
        var oneDay = from.toLocalDate().equals(until.toLocalDate());
        return wording.say(audience, oneDay ? "window" : "window.days", locale,
                Map.of("day", days.format(from), "from", CLOCK.format(from), "last", days.format(until), "until",
                        CLOCK.format(until), "zone", name(window.zone(), locale)));
    }

    private String name(ZoneId zone, Locale locale) {
        var general = zone.getDisplayName(TextStyle.FULL, locale);
        var own = messages.getMessage("zone." + zone.getId().replace('/', '.'), null, general, locale);
        return own == null ? general : own;
    }
}
