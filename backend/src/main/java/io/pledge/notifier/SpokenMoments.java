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

    private String name(ZoneId zone, Locale locale) {
        var general = zone.getDisplayName(TextStyle.FULL, locale);
        var own = messages.getMessage("zone." + zone.getId().replace('/', '.'), null, general, locale);
        return own == null ? general : own;
    }
}
