package io.pledge.web.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

import io.pledge.web.view.Reader;

/** A stretch of whole days in the reader's zone, today or before. */
record TrialPeriod(LocalDate first, LocalDate last, ZoneId zone) {
    static final String DEFAULT = "30d";
    static final String CUSTOM = "custom";
    /** What can be chosen. */
    static final List<String> NAMES = List.of("month", DEFAULT, "90d", CUSTOM);
    private static final long LONGEST = 366L * 3;

    /** The period that was asked for; empty, with the reason at the field, where it makes no sense. */
    static Optional<TrialPeriod> of(TrialForm form, Reader reader, Errors errors) {
        var today = reader.today();
        var month = today.withDayOfMonth(1).minusMonths(1);
        return switch (form.period()) {
            case "month" -> Optional.of(new TrialPeriod(month, month.plusMonths(1).minusDays(1), reader.zone()));
            case "90d" -> Optional.of(new TrialPeriod(today.minusDays(89), today, reader.zone()));
            case CUSTOM -> days(form, reader, errors);
            case null, default -> Optional.of(new TrialPeriod(today.minusDays(29), today, reader.zone()));
        };
    }

    private static Optional<TrialPeriod> days(TrialForm form, Reader reader, Errors errors) {
        var first = day("from", form.from(), errors);
        var last = day("to", form.to(), errors);
        if (first == null || last == null) {
            return Optional.empty();
        }
        if (first.isAfter(reader.today())) {
            errors.rejectValue("from", "admin.trial.future");
        } else if (first.isAfter(last)) {
            errors.rejectValue("to", "admin.trial.order");
        } else if (ChronoUnit.DAYS.between(first, last) > LONGEST) {
            errors.rejectValue("to", "admin.trial.long");
        } else {
            return Optional.of(new TrialPeriod(first, last, reader.zone()));
        }
        return Optional.empty();
    }

    private static @Nullable LocalDate day(String field, @Nullable String text, Errors errors) {
        try {
            return LocalDate.parse(text == null ? "" : text.strip());
        } catch (DateTimeException notSaid) {
            errors.rejectValue(field, "admin.trial.day");
            return null;
        }
    }

    Instant from() {
        return first.atStartOfDay(zone).toInstant();
    }

    Instant until() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
