package io.pledge.web.steps;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.steps.Answers;
import io.pledge.steps.Field;
import io.pledge.steps.FieldError;
import io.pledge.steps.FieldType;
import io.pledge.web.view.Option;
import io.pledge.web.view.TimeWords;

/** Fields and what was written into them, in the reader's language. */
@Component
public class FieldWords {
    /** Before the key of a field where it is sent, so that it is taken for none of the form's own. */
    static final String PREFIX = "f.";

    private final TimeWords time;

    FieldWords(TimeWords time) {
        this.time = time;
    }

    /**
     * A field to fill in.
     *
     * @param form the first part of its id
     * @param typed what was typed, by field
     * @param wrong what is wrong, in words, by field
     */
    FieldView view(Field field, String form, Map<String, String> typed, Map<String, String> wrong, Locale locale) {
        return new FieldView(form + "-" + field.key(), PREFIX + field.key(), type(field), field.label().in(locale),
                field.hint() == null ? null : field.hint().in(locale), field.required(),
                typed.getOrDefault(field.key(), ""), wrong.get(field.key()), options(field, locale));
    }

    private static String type(Field field) {
        return switch (field.type()) {
            case LONG_TEXT -> "area";
            case CHOICE, YES_NO -> "select";
            case DATE -> "date";
            case FILE -> "file";
            case TEXT, NUMBER, SERIAL, MONEY -> "text";
        };
    }

    private List<Option> options(Field field, Locale locale) {
        return switch (field.type()) {
            case CHOICE -> field.choices().stream().map(choice -> Option.of(choice.key(), choice.label().in(locale)))
                    .toList();
            case YES_NO -> Stream.of(Answers.YES, Answers.NO).map(key -> Option.of(key, say("answer." + key, locale)))
                    .toList();
            case TEXT, LONG_TEXT, DATE, NUMBER, SERIAL, MONEY, FILE -> List.of();
        };
    }

    /** What is wrong with a field. */
    String wrong(FieldError error, Locale locale) {
        return say("error." + error, locale);
    }

    /** What was written into fields, in their order; those left empty are left out. */
    public List<Fact> facts(List<Field> fields, Map<String, String> values, Locale locale) {
        return fields.stream().filter(field -> values.containsKey(field.key()))
                .map(field -> new Fact(field.label().in(locale), value(field, values.getOrDefault(field.key(), ""),
                        locale)))
                .toList();
    }

    private String value(Field field, String kept, Locale locale) {
        return switch (field.type()) {
            case CHOICE -> field.choice(kept).map(choice -> choice.label().in(locale)).orElse(kept);
            case YES_NO -> Set.of(Answers.YES, Answers.NO).contains(kept) ? say("answer." + kept, locale) : kept;
            case DATE -> date(kept, locale);
            case TEXT, LONG_TEXT, NUMBER, SERIAL, MONEY, FILE -> kept;
        };
    }

    /** A day as it is kept, in words; null stays null. */
    static @Nullable String day(@Nullable LocalDate day, Locale locale) {
        return Optional.ofNullable(day).map(one -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.UK).format(one))
                .orElse(null);
    }

    /** What was typed as a day and is none stays as it is. */
    private static String date(String kept, Locale locale) {
        try {
            return String.valueOf(day(LocalDate.parse(kept), locale));
        } catch (DateTimeException _) {
            return kept;
        }
    }

    String say(String key, Locale locale, Object... words) {
        return time.say("steps." + key, locale, words);
    }

    /** A question and its answer. */
    public record Fact(String label, String value) {}

    /** Whether files are chosen in the field. */
    static boolean isFile(Field field) {
        return field.type() == FieldType.FILE;
    }
}
