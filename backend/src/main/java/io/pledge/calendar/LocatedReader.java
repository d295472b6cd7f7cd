package io.pledge.calendar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads YAML, and JSON, which is a part of YAML, into values that know their lines. */
final class LocatedReader {
    private static final YAMLFactory YAML = YAMLFactory.builder().build();

    private final JsonParser parser;

    private LocatedReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a whole file.
     *
     * @throws InvalidCalendar if the text is not well formed, is empty or gives a key twice
     */
    static Located read(Path file) {
        var text = FileText.read(file);
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new InvalidCalendar("the file is empty").in(file.toString(), 1);
            }
            return new LocatedReader(parser).value(first);
        } catch (InvalidCalendar invalid) {
            throw invalid.in(file.toString(), invalid.line());
        } catch (JacksonException malformed) {
            throw new InvalidCalendar(firstLine(malformed)).in(file.toString(), line(malformed.getLocation()));
        }
    }

    private Located value(JsonToken token) {
        int line = line();
        return switch (token) {
            case START_OBJECT -> new Located.Members(line, members());
            case START_ARRAY -> new Located.Items(line, items());
            case VALUE_NULL -> new Located.Text(line, "");
            default -> new Located.Text(line, parser.getString());
        };
    }

    private Map<String, Located> members() {
        Map<String, Located> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            int line = line();
            if (members.put(key, value(parser.nextToken())) != null) {
                throw new InvalidCalendar("'" + key + "' stands here a second time").in("", line);
            }
        }
        return members;
    }

    private List<Located> items() {
        List<Located> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        return items;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static int line(TokenStreamLocation location) {
        return Math.max(1, location.getLineNr());
    }

    private static String firstLine(JacksonException malformed) {
        return "is not well formed: " + malformed.getOriginalMessage().lines().findFirst().orElse("");
    }
}
