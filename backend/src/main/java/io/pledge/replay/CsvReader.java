package io.pledge.replay;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Comma-separated values after RFC 4180, one record at a time, each with the line it begins on. */
final class CsvReader implements Closeable {
    private static final int LONGEST = 1_000_000;

    private final BufferedReader source;
    private int line;

    CsvReader(BufferedReader source) {
        this.source = source;
    }

    /** @param broken whether a quote in it is never closed */
    record Row(int line, List<String> values, boolean broken) {}

    /** The next record that is not empty; null at the end. */
    @Nullable
    Row next() throws IOException {
        for (var text = read(); text != null; text = read()) {
            if (!text.isBlank()) {
                return row(text);
            }
        }
        return null;
    }

    private @Nullable String read() throws IOException {
        var text = source.readLine();
        line++;
        return text;
    }

    private Row row(String first) throws IOException {
        int begin = line;
        var text = new StringBuilder(first);
        while (opensQuote(text) && text.length() < LONGEST) {
            var more = read();
            if (more == null) {
                return new Row(begin, List.of(), true);
            }
            text.append('\n').append(more);
        }
        return new Row(begin, split(text), opensQuote(text));
    }

    private static boolean opensQuote(CharSequence text) {
        return text.chars().filter(c -> c == '"').count() % 2 != 0;
    }

    private static List<String> split(CharSequence text) {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else if (c != '"') {
                value.append(c);
            } else if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                value.append(c);
                i++;
            } else {
                quoted = !quoted;
            }
        }
        values.add(value.toString());
        return values;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
