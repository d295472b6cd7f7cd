package io.pledge.web.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import io.pledge.web.Choices;

/** What was typed into one of the forms of a case, and what is wrong with it, field by field, as messages of the bundles. */
final class Typed {
    private static final int LONGEST = 8000;
    private static final Pattern LEFT = Pattern.compile("\\[…[^\\]\\n]*]");

    private final Map<String, String> values;
    private final Map<String, MessageSourceResolvable> wrong = new LinkedHashMap<>();

    Typed(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    Map<String, String> values() {
        return values;
    }

    /** What is wrong, by field; empty where all is well. */
    Map<String, MessageSourceResolvable> wrong() {
        return Collections.unmodifiableMap(wrong);
    }

    boolean isWrong() {
        return !wrong.isEmpty();
    }

    /** @param parts what stands in the words, in order */
    void wrong(String field, String key, Object... parts) {
        wrong(field, new DefaultMessageSourceResolvable(new String[]{key}, parts));
    }

    void wrong(String field, MessageSourceResolvable what) {
        wrong.put(field, what);
    }

    /** A text that is needed. */
    String text(String field) {
        String text = values.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            wrong(field, "desk.error.needed");
        } else if (text.length() > LONGEST) {
            wrong(field, "desk.error.long");
        }
        return text;
    }

    /** A text to the customer that is needed, with nothing of a canned text left to be filled in. */
    String finished(String field) {
        String text = text(field);
        if (LEFT.matcher(text).find()) {
            wrong(field, "desk.error.placeholder");
        }
        return text;
    }

    /** A text that may be left out. */
    @Nullable
    String optional(String field) {
        return values.getOrDefault(field, "").isBlank() ? null : text(field);
    }

    /** A moment as {@code input type=datetime-local} sends it, in somebody's zone; another one where it is left out. */
    Instant moment(String field, ZoneId zone, Instant otherwise) {
        String typed = values.getOrDefault(field, "");
        if (typed.isBlank()) {
            return otherwise;
        }
        try {
            Instant moment = LocalDateTime.parse(typed).atZone(zone).toInstant();
            if (moment.isAfter(otherwise)) {
                wrong(field, "refused.inFuture");
            }
            return moment;
        } catch (DateTimeException _) {
            wrong(field, "desk.error.moment");
            return otherwise;
        }
    }

    /** A moment ahead, as {@code input type=datetime-local} sends it, in somebody's zone; now where it makes no sense. */
    Instant ahead(String field, ZoneId zone, Instant now) {
        String typed = values.getOrDefault(field, "");
        try {
            Instant moment = LocalDateTime.parse(typed).atZone(zone).toInstant();
            if (!moment.isAfter(now)) {
                wrong(field, "refused.promisePassed");
            }
            return moment;
        } catch (DateTimeException _) {
            wrong(field, typed.isBlank() ? "desk.error.needed" : "desk.error.moment");
            return now;
        }
    }

    /** One of the constants of an enum. */
    <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        Optional<E> chosen = Choices.of(type, values.getOrDefault(field, ""));
        if (chosen.isEmpty()) {
            wrong(field, "desk.error.needed");
        }
        return chosen;
    }

    boolean ticked(String field) {
        return values.containsKey(field);
    }

    /** The next word somebody promises: none leaves it to the policy; later than the policy says is refused. */
    @Nullable
    Instant nextWord(String field, Instant latest) {
        String typed = values.getOrDefault(field, "");
        if (typed.isBlank()) {
            return null;
        }
        try {
            Instant next = Instant.parse(typed);
            if (next.isAfter(latest)) {
                wrong(field, "desk.error.nextWordLate");
            }
            return next;
        } catch (DateTimeException _) {
            wrong(field, "desk.error.moment");
            return null;
        }
    }

    /** An id of a person or a unit. */
    Optional<Long> id(String field) {
        String typed = values.getOrDefault(field, "");
        if (typed.matches("[0-9]{1,18}")) {
            return Optional.of(Long.parseLong(typed));
        }
        wrong(field, "desk.error.needed");
        return Optional.empty();
    }

    /** The last line of the case's history when the form was opened; -1 where it is not said. */
    long seen() {
        String typed = values.getOrDefault("seen", "");
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : -1;
    }

    /** The version of the case that the form was written for. */
    int version() {
        String typed = values.getOrDefault("version", "");
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
    }
}
