package io.pledge.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * One line of {@code access.txt}: a mapping, and what each kind of person is answered there.
 *
 * @param method {@code ANY} for a mapping that takes every method
 * @param about what one thing the door leads to; a dash for none
 * @param answers by kind of person, {@code inside} or {@code inside/outside}
 */
record AccessLine(String method, String pattern, String about, Map<String, String> answers) {
    private static final String NONE = "-";
    private static final int LEADING = 3;

    /** The whole table. A line without an answer for every kind of person is refused. */
    static List<AccessLine> all() {
        List<List<String>> lines = text().lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).map(line -> List.of(line.split("\\s+")))
                .toList();
        List<String> head = lines.getFirst();
        return lines.stream().skip(1).map(cells -> line(head, cells)).toList();
    }

    /** The mapping as Spring has it: {@code GET /desk}. */
    String mapping() {
        return method + " " + pattern;
    }

    boolean changes() {
        return method.equals("POST");
    }

    boolean isApi() {
        return pattern.startsWith("/api/");
    }

    /** Whether there are two answers. */
    boolean isAboutSomething() {
        return !about.equals(NONE);
    }

    String inside(String kind) {
        return answer(kind)[0];
    }

    /** The answer outside; a dash where there is no outside. */
    String outside(String kind) {
        return isAboutSomething() ? answer(kind)[1] : NONE;
    }

    private String[] answer(String kind) {
        return Objects.requireNonNull(answers.get(kind)).split("/");
    }

    private static AccessLine line(List<String> head, List<String> cells) {
        if (cells.size() != head.size()) {
            throw new IllegalStateException("access.txt: not " + head.size() + " columns: " + cells);
        }
        AccessLine line = new AccessLine(cells.getFirst(), cells.get(1), cells.get(2),
                IntStream.range(LEADING, head.size()).boxed().collect(Collectors.toMap(head::get, cells::get)));
        int wanted = line.isAboutSomething() ? 2 : 1;
        if (line.answers.values().stream().anyMatch(answer -> answer.split("/").length != wanted)) {
            throw new IllegalStateException("access.txt: not " + wanted + " answers each: " + cells);
        }
        return line;
    }

    /** By mapping; a line said twice is refused. */
    static Map<String, AccessLine> byMapping() {
        return all().stream().collect(Collectors.toMap(AccessLine::mapping, Function.identity()));
    }

    private static String text() {
        try (var file = Objects.requireNonNull(AccessLine.class.getResourceAsStream("/access.txt"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
