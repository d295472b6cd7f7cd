package io.pledge.appraisal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

import io.pledge.appraisal.AppraisalRules.Length;

/**
 * A month or a quarter.
 *
 * @param key such as {@code 2026-11} or {@code 2026-Q4}
 * @param first its first day
 * @param last its last day
 * @param from when it begins
 * @param until when it ends, exclusive
 * @param objectUntil until when those appraised can object
 */
public record Period(String key, LocalDate first, LocalDate last, Instant from, Instant until, Instant objectUntil) {
    private static final Pattern QUARTER = Pattern.compile("([0-9]{4})-Q([1-4])");
    private static final int MONTHS = 3;

    static Period at(Instant moment, AppraisalRules rules) {
        return containing(YearMonth.from(moment.atZone(rules.zone())), rules);
    }

    /** The period before this one. */
    Period before(AppraisalRules rules) {
        return containing(YearMonth.from(first).minusMonths(1), rules);
    }

    /** The period that stands in an address; empty where that is none under these rules. */
    static Optional<Period> read(String key, AppraisalRules rules) {
        try {
            var quarter = QUARTER.matcher(key);
            var month = quarter.matches()
                    ? YearMonth.of(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)) * MONTHS)
                    : YearMonth.parse(key);
            return Optional.of(containing(month, rules)).filter(period -> period.key.equals(key));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Period containing(YearMonth month, AppraisalRules rules) {
        boolean quarter = rules.length() == Length.QUARTER;
        int number = (month.getMonthValue() - 1) / MONTHS;
        var begin = quarter ? YearMonth.of(month.getYear(), number * MONTHS + 1) : month;
        var end = quarter ? begin.plusMonths(MONTHS) : begin.plusMonths(1);
        var until = start(end, rules.zone());
        return new Period(quarter ? month.getYear() + "-Q" + (number + 1) : month.toString(), begin.atDay(1),
                end.atDay(1).minusDays(1), start(begin, rules.zone()), until, until.plus(rules.objectWithin()));
    }

    private static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}
