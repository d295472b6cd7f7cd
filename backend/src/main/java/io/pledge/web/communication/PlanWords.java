package io.pledge.web.communication;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.pledge.communication.Occasion;
import io.pledge.communication.PlanLine;
import io.pledge.customer.ContactId;
import io.pledge.web.view.TimeWords;

/** Says lines of communication plans in the reader's language. */
@Component
class PlanWords {
    private final TimeWords words;

    PlanWords(TimeWords words) {
        this.words = words;
    }

    /** Such as "Head of operations". @param names of contacts */
    String who(PlanLine line, Map<ContactId, String> names, Locale locale) {
        if (line.level() != null) {
            return say("customers.contactLevel." + line.level(), locale);
        }
        return line.contact() == null
                ? ""
                : names.getOrDefault(line.contact(), say("customers.erased", locale));
    }

    /** Such as "from major on: case received, delay; by e-mail; confirms". */
    String what(PlanLine line, Locale locale) {
        var on = line.occasions().size() == Occasion.values().length
                ? say("communication.all", locale)
                : line.occasions().stream().map(occasion -> say("communication.occasion." + occasion, locale))
                        .collect(Collectors.joining(say("communication.and", locale)));
        return Stream.of(say("communication.what", locale, say("communication.from." + line.from(), locale), on),
                say("communication.way." + line.way(), locale),
                line.confirms() ? say("communication.confirms", locale) : "",
                line.answers() ? say("communication.answers", locale) : "")
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(say("communication.parts", locale)));
    }

    String time(Duration within, Locale locale) {
        return words.span(within, locale);
    }

    String say(String key, Locale locale, Object... parts) {
        return words.say(key, locale, parts);
    }
}
