package io.pledge.customer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.pledge.customer.BadCell.Problem;

/** What a value says by itself, before anything is asked of the database. */
final class CellCheck {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Zs}\\t]*[\\r\\n]+[\\p{Zs}\\t]*");
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>(),;:\"]{1,64}@[^\\s@<>(),;:\"]{1,189}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{4,37}[0-9]");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final int MOST_DAYS = 366;
    private static final int MOST_MONTHS = 120;
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "是");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "否");

    private CellCheck() {}

    /**
     * @param value as it is kept; null where there is none
     * @param problem null where nothing is wrong
     */
    record Checked(@Nullable String value, @Nullable Problem problem) {
        static Checked good(@Nullable String value) {
            return new Checked(value, null);
        }

        static Checked bad(Problem problem) {
            return new Checked(null, problem);
        }
    }

    /** Outer blanks do not count, breaks of the line become blanks. */
    static Checked check(Column column, String typed) {
        String text = BREAKS.matcher(typed.strip()).replaceAll(" ");
        if (text.isEmpty()) {
            return column.required() ? Checked.bad(Problem.MISSING) : Checked.good(null);
        }
        if (text.length() > column.kind().longest()) {
            return Checked.bad(Problem.LONG);
        }
        return switch (column.kind()) {
            case TEXT, NUMBER, CALENDAR, UNIT, MANAGER, CUSTOMER, SITE, CONTRACT -> Checked.good(text);
            case KEY -> matching(KEY, text, Problem.KEY);
            case EMAIL -> matching(EMAIL, text, Problem.EMAIL);
            case PHONE -> matching(PHONE, text, Problem.PHONE);
            case ZONE -> ZONES.contains(text) ? Checked.good(text) : Checked.bad(Problem.ZONE);
            case LANGUAGE -> language(text);
            case LEVEL -> level(text);
            case CONTACT_LEVEL -> contactLevel(text);
            case DATE -> date(text);
            case INTERVAL -> interval(text);
            case DAYS -> text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= MOST_DAYS
                    ? Checked.good(Integer.toString(Integer.parseInt(text)))
                    : Checked.bad(Problem.DAYS);
            case RETIRED -> retired(text.toLowerCase(Locale.ROOT));
        };
    }

    private static Checked matching(Pattern pattern, String text, Problem problem) {
        return pattern.matcher(text).matches() ? Checked.good(text) : Checked.bad(problem);
    }

    private static Checked language(String text) {
        Locale locale = Locale.forLanguageTag(text.replace('_', '-'));
        return LANGUAGES.contains(locale.getLanguage())
                ? Checked.good(locale.toLanguageTag())
                : Checked.bad(Problem.LANGUAGE);
    }

    private static Checked level(String text) {
        String level = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(ContractLevel.values()).anyMatch(known -> known.name().equals(level))
                ? Checked.good(level.toLowerCase(Locale.ROOT))
                : Checked.bad(Problem.LEVEL);
    }

    /** Blanks and dashes between the words are as good as the underscore. */
    private static Checked contactLevel(String text) {
        String level = text.toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
        return Arrays.stream(ContactLevel.values()).anyMatch(known -> known.name().equals(level))
                ? Checked.good(level.toLowerCase(Locale.ROOT))
                : Checked.bad(Problem.CONTACT_LEVEL);
    }

    /** Year first, as spreadsheets in China and the standard write it: the other orders mean two days. */
    private static Checked date(String text) {
        try {
            return Checked.good(LocalDate.parse(text.replace('/', '-'), DATE).toString());
        } catch (DateTimeException none) {
            return Checked.bad(Problem.DATE);
        }
    }

    /** Whole weeks, months or years in ISO 8601: the same every time it is added. */
    private static Checked interval(String text) {
        try {
            Period every = Period.parse(text);
            boolean possible = every.getYears() >= 0 && every.getMonths() >= 0 && every.getDays() >= 0
                    && !every.isZero() && every.toTotalMonths() <= MOST_MONTHS && every.getDays() <= MOST_DAYS;
            return possible ? Checked.good(every.toString()) : Checked.bad(Problem.INTERVAL);
        } catch (DateTimeException none) {
            return Checked.bad(Problem.INTERVAL);
        }
    }

    private static Checked retired(String text) {
        if (YES.contains(text)) {
            return Checked.good("yes");
        }
        return NO.contains(text) ? Checked.good(null) : Checked.bad(Problem.RETIRED);
    }
}
