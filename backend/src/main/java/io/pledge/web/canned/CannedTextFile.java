package io.pledge.web.canned;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigNode;
import io.pledge.ticket.TicketKind;

/** Reads {@code canned-texts.yml}; what does not make sense is refused with file, line and reason. */
final class CannedTextFile {
    private CannedTextFile() {}

    static List<CannedText> read(Path file) {
        var texts = new ArrayList<CannedText>();
        for (var node : ConfigFile.read(file).allow("texts").optionalList("texts")) {
            var text = text(node);
            if (texts.stream().anyMatch(other -> other.key().equals(text.key()))) {
                throw node.fail("key", "there are two texts '%s'".formatted(text.key()));
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    private static CannedText text(ConfigNode node) {
        String key = node.allow("key", "title", "kinds", "text").text("key");
        if (!key.matches("[a-z][a-z0-9-]{0,59}")) {
            throw node.fail("key", "a key is small letters, digits and dashes, at most 60");
        }
        return new CannedText(key, languages(node.child("title")), kinds(node), filled(node.child("text")));
    }

    private static Map<String, String> languages(ConfigNode node) {
        node.allow(CannedText.ENGLISH, CannedText.CHINESE);
        return Map.of(CannedText.ENGLISH, node.text(CannedText.ENGLISH), CannedText.CHINESE,
                node.text(CannedText.CHINESE));
    }

    private static Map<String, String> filled(ConfigNode node) {
        var texts = languages(node);
        texts.forEach((language, text) -> Variable.PLACE.matcher(text).results()
                .filter(place -> Variable.of(place.group(1)).isEmpty()).findFirst().ifPresent(place -> {
                    throw node.fail(language, "unknown variable %s; known here: %s".formatted(place.group(),
                            Variable.known()));
                }));
        return texts;
    }

    private static Set<TicketKind> kinds(ConfigNode node) {
        Set<TicketKind> kinds = EnumSet.noneOf(TicketKind.class);
        node.optionalList("kinds").forEach(kind -> kinds.add(kind.asOneOf(TicketKind.class)));
        return kinds;
    }
}
