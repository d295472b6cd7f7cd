package io.pledge.notifier;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.pledge.communication.Occasion;
import io.pledge.config.ConfigFolder;
import io.pledge.notifier.Letter.Audience;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.TermsChange;
import io.pledge.ticket.EscalationCause;
import io.pledge.ticket.Severity;

/**
 * What is written to customers and staff, in English and Chinese, from the operator's files under {@code messages/}. All of
 * them are read and checked at the start: a text that is missing stops it.
 */
@Component
class Wording {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> MOMENT = Set.of("day", "time", "zone");
    /** Parts of sentences that letters of both audiences are put together from, and what may stand in them. */
    private static final Map<String, Set<String>> PARTS = parts();
    private static final Map<String, Set<String>> FOR_CUSTOMERS = Map.ofEntries(Map.entry("next", Set.of("moment")),
            Map.entry("tracking", Set.of("tracking")), Map.entry("greeting", Set.of("name")),
            Map.entry("ending", Set.of("vendor", "number")), Map.entry("link.case", Set.of()),
            Map.entry("link.survey", Set.of()), Map.entry("moved.to", Set.of("what", "moment")),
            Map.entry("moved.due", Set.of("what")), Map.entry("moved.gone", Set.of("what")),
            Map.entry("next.along", Set.of("moment")),
            Map.entry("confirm", Set.of("confirmBy")), Map.entry("along", Set.of("vendor", "along")),
            Map.entry("ended.CLOSED", Set.of()), Map.entry("ended.CLOSED_UNCONFIRMED", Set.of()),
            Map.entry("ended.CANCELLED", Set.of("reason")), Map.entry("visit.ended", Set.of()),
            Map.entry("delayed.still", Set.of("due")), Map.entry("delayed.waits", Set.of()));
    private static final Map<String, Set<String>> FOR_STAFF = Map.ofEntries(Map.entry("greeting", Set.of("name")),
            Map.entry("ending", Set.of()), Map.entry("link.case", Set.of()), Map.entry("link.rulings", Set.of()),
            Map.entry("link.figures", Set.of()), Map.entry("link.visit", Set.of()),
            Map.entry("link.help", Set.of()), Map.entry("link.incident", Set.of()),
            Map.entry("take.by", Set.of("moment")), Map.entry("take.anytime", Set.of()),
            Map.entry("inPlaceOf", Set.of("absent")), Map.entry("visit.ended", Set.of()),
            Map.entry("visit.confirmed", Set.of()), Map.entry("visit.unconfirmed", Set.of()));

    /** Who is away, where a letter comes in their place. */
    static final String ABSENT = "absent";
    /** By when the reader is to say that they have read a letter, where they must. */
    static final String CONFIRM = "confirmBy";
    /** Who turned to us, where the reader only reads along. */
    static final String ALONG = "along";

    private final Map<Audience, Map<String, Map<String, String>>> texts = new HashMap<>();

    Wording(ConfigFolder folder) {
        for (var audience : Audience.values()) {
            texts.put(audience, Map.of("en", read(folder, audience, ""), "zh", read(folder, audience, "_zh_CN")));
        }
    }

    /** A letter in the reader's language. */
    Written write(Letter letter, Locale locale, Map<String, String> values) {
        var audience = letter.audience();
        var subject = say(audience, letter.key() + ".subject", locale, values);
        var body = Stream.of("greeting", values.containsKey(ABSENT) ? "inPlaceOf" : "", letter.key() + ".body",
                values.containsKey(CONFIRM) ? "confirm" : "", values.containsKey(ALONG) ? "along" : "", "ending",
                letter.link()).filter(key -> !key.isEmpty())
                .map(key -> say(audience, key, locale, values))
                .filter(part -> !part.isEmpty()).toList();
        return new Written(subject, String.join("\n\n", body).replaceAll("\n{3,}", "\n\n") + "\n");
    }

    /** A part of a sentence in the reader's language. */
    String say(Audience audience, String key, Locale locale, Map<String, String> values) {
        var language = "zh".equals(locale.getLanguage()) ? "zh" : "en";
        var text = Objects.requireNonNull(texts.getOrDefault(audience, Map.of()).getOrDefault(language, Map.of())
                .get(key), key);
        return BRACES.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), ""))).strip();
    }

    private static Map<String, String> read(ConfigFolder folder, Audience audience, String language) {
        var file = TextFile.read(folder.file("messages/" + audience.file() + language + ".properties"));
        var wanted = wanted(audience);
        var read = new HashMap<String, String>();
        wanted.forEach((key, names) -> read.put(key, file.text(key, names)));
        file.allowOnly(wanted.keySet());
        return read;
    }

    private static Map<String, Set<String>> wanted(Audience audience) {
        var wanted = new TreeMap<>(PARTS);
        wanted.putAll(audience == Audience.CUSTOMER ? FOR_CUSTOMERS : FOR_STAFF);
        Arrays.stream(Letter.values()).filter(letter -> letter.audience() == audience).forEach(letter -> {
            wanted.put(letter.key() + ".subject", letter.names());
            wanted.put(letter.key() + ".body", letter.names());
        });
        if (audience == Audience.CUSTOMER) {
            Arrays.stream(TermsChange.Cause.values())
                    .forEach(cause -> wanted.put("moved." + cause.name(), Set.of("from", "to")));
            Arrays.stream(Severity.values())
                    .forEach(severity -> wanted.put("severity." + severity.name(), Set.of()));
        } else {
            Arrays.stream(EscalationCause.values())
                    .forEach(cause -> wanted.put("cause." + cause.name(), Set.of()));
            Arrays.stream(Occasion.values())
                    .forEach(occasion -> wanted.put("occasion." + occasion.name(), Set.of()));
        }
        return wanted;
    }

    private static Map<String, Set<String>> parts() {
        var parts = new HashMap<String, Set<String>>();
        parts.put("moment", MOMENT);
        parts.put("window", Set.of("day", "from", "until", "zone"));
        parts.put("window.days", Set.of("day", "from", "last", "until", "zone"));
        for (var kind : PromiseKind.values()) {
            parts.put("promise." + kind.name(), Set.of());
        }
        return Map.copyOf(parts);
    }

    /** A letter as it is sent. */
    record Written(String subject, String body) {}
}
