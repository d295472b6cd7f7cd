package io.pledge.steps;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody wrote into fields, as it is kept, and what is wrong with it. Fields that were left empty are not among the values.
 *
 * @param values by field: dates as {@code 2026-11-24}, amounts as {@code 120.50 EUR}, {@code yes} or {@code no}, choices by key
 */
public record Answers(Map<String, String> values, Map<String, FieldError> wrong) {
    public static final String YES = "yes";
    public static final String NO = "no";
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_TEXT = 8000;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}([.,][0-9]{1,6})?");
    private static final Pattern MONEY = Pattern.compile("([0-9]{1,12}(?:[.,][0-9]{1,2})?)\\s*([A-Za-z]{3})");
    private static final Pattern SERIAL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./_-]{0,79}");

    /**
     * Reads what was typed.
     *
     * @param typed by field; fields that are not asked for are passed over
     * @param files the fields in which files were chosen, by the files' names
     * @param head whether a head answers
     */
    static Answers read(List<Field> fields, Map<String, String> typed, Map<String, String> files, boolean head) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, FieldError> wrong = new LinkedHashMap<>();
        for (var field : fields) {
            var text = (field.type() == FieldType.FILE ? files : typed).getOrDefault(field.key(), "").strip();
            var error = error(field, text, head);
            error.ifPresent(what -> wrong.put(field.key(), what));
            if (error.isEmpty() && !text.isEmpty()) {
                values.put(field.key(), kept(field, text));
            }
        }
        return new Answers(values, wrong);
    }

    private static Optional<FieldError> error(Field field, String text, boolean head) {
        if (text.isEmpty()) {
            return Optional.of(FieldError.NEEDED).filter(_ -> field.required());
        }
        return switch (field.type()) {
            case TEXT -> unless(text.length() <= LONGEST_LINE, FieldError.LONG);
            case LONG_TEXT -> unless(text.length() <= LONGEST_TEXT, FieldError.LONG);
            case FILE -> Optional.empty();
            case CHOICE -> field.choice(text).map(choice -> unless(!choice.headOnly() || head, FieldError.HEAD_ONLY))
                    .orElse(Optional.of(FieldError.CHOICE));
            case DATE -> unless(isDate(text), FieldError.DATE);
            case NUMBER -> unless(NUMBER.matcher(text).matches(), FieldError.NUMBER);
            case SERIAL -> unless(SERIAL.matcher(text).matches(), FieldError.SERIAL);
            case MONEY -> unless(isMoney(text), FieldError.MONEY);
            case YES_NO -> unless(Set.of(YES, NO).contains(text), FieldError.YES_NO);
        };
    }

    private static Optional<FieldError> unless(boolean right, FieldError otherwise) {
        return Optional.of(otherwise).filter(_ -> !right);
    }

    private static String kept(Field field, String text) {
        return switch (field.type()) {
            case NUMBER -> text.replace(',', '.');
            case MONEY -> {
                var money = MONEY.matcher(text);
                yield money.matches()
                        ? money.group(1).replace(',', '.') + " " + money.group(2).toUpperCase(Locale.ROOT)
                        : text;
            }
            case TEXT, LONG_TEXT, CHOICE, DATE, SERIAL, YES_NO, FILE -> text;
        };
    }

    private static boolean isDate(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return year >= 1900 && year < 2200;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static boolean isMoney(String text) {
        var money = MONEY.matcher(text);
        return money.matches() && Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(money.group(2).toUpperCase(Locale.ROOT)));
    }
}
