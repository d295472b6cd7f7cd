package io.pledge.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.pledge.config.ConfigNode;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

/**
 * A case of the demonstration, as its file tells it.
 *
 * @param opens {@code PT3H}: so long ago; {@code 12 08:10}: so many working days ago, at this local time
 * @param serial with the contact's address it tells whose case it is
 * @param contact the address of a known contact; null for a stranger
 * @param stranger somebody who is not known; null for a contact
 * @param answers to what the form of the kind asks, by field
 */
record Story(String key, String opens, TicketKind kind, Severity severity, IntakeChannel channel, String text,
        @Nullable String serial, @Nullable String contact, @Nullable Stranger stranger, @Nullable String enteredBy,
        List<String> files, Map<String, String> answers, List<Act> acts) {

    static Story read(ConfigNode line) {
        line.allow("key", "opens", "kind", "severity", "text", "serial", "contact", "stranger", "by", "files",
                "answers", "acts");
        var by = line.optionalText("by").orElse(null);
        return new Story(line.text("key"), line.text("opens"), line.oneOf("kind", TicketKind.class),
                line.oneOf("severity", Severity.class), by == null ? IntakeChannel.FORM : IntakeChannel.PHONE,
                line.text("text"), line.optionalText("serial").orElse(null), line.optionalText("contact").orElse(null),
                line.optional("stranger").map(Stranger::read).orElse(null), by,
                line.optionalList("files").stream().map(ConfigNode::text).toList(),
                line.optional("answers").map(answers -> answers.keys().stream()
                        .collect(Collectors.toMap(key -> key, answers::text))).orElse(Map.of()),
                line.optionalList("acts").stream().map(act -> Act.read(act.text())).toList());
    }

    /** When it begins, seen from the moment at which the past is written. */
    Instant opensAt(Instant now, ZoneId zone) {
        if (opens.startsWith("P")) {
            return now.minus(Duration.parse(opens));
        }
        var parts = opens.split(" ");
        var day = Act.workingDay(LocalDate.ofInstant(now, zone), -Integer.parseInt(parts[0]));
        return day.atTime(LocalTime.parse(parts[1])).atZone(zone).toInstant();
    }

    /** Somebody the vendor does not know. */
    record Stranger(String name, @Nullable String email, @Nullable String phone, Locale language, ZoneId zone,
            String unit, @Nullable String product, @Nullable String place) {

        static Stranger read(ConfigNode line) {
            line.allow("name", "email", "phone", "language", "zone", "unit", "product", "place");
            return new Stranger(line.text("name"), text(line, "email"), text(line, "phone"),
                    Locale.forLanguageTag(line.text("language")), line.zone("zone"), line.text("unit"),
                    text(line, "product"), text(line, "place"));
        }

        private static @Nullable String text(ConfigNode line, String key) {
            Optional<String> text = line.optionalText(key);
            return text.orElse(null);
        }
    }
}
