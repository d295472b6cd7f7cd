package io.pledge.web.visit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

import io.pledge.organisation.PersonId;
import io.pledge.visit.VisitPlan;
import io.pledge.visit.Window;

/** Reads what was typed into the form of a visit, and says at which field something is wrong. */
final class PlanReading {
    private static final int LAST_YEAR = 9999;

    private PlanReading() {}

    /** Empty where something is wrong, which the errors then say. */
    static Optional<VisitPlan> read(PlanForm form, ZoneId zone, BindingResult errors) {
        Instant from = moment("from", form.from(), zone, errors);
        Instant until = moment("until", form.until(), zone, errors);
        if (errors.hasErrors() || from == null || until == null || form.engineer() == null || form.place() == null
                || form.purpose() == null || form.key() == null) {
            return Optional.empty();
        }
        return Optional.of(new VisitPlan(form.key(), new PersonId(form.engineer()), new Window(from, until, zone),
                form.place().strip(), form.purpose().strip()));
    }

    /** A time that the clocks leave out when they go forward is no time. */
    private static @Nullable Instant moment(String field, @Nullable String typed, ZoneId zone, BindingResult errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            LocalDateTime local = LocalDateTime.parse(typed);
            if (local.getYear() > LAST_YEAR) {
                throw new DateTimeException("beyond all calendars");
            }
            if (zone.getRules().getValidOffsets(local).isEmpty()) {
                errors.rejectValue(field, "visit.error.gap");
            }
            return local.atZone(zone).toInstant();
        } catch (DateTimeException _) {
            errors.rejectValue(field, "desk.error.moment");
            return null;
        }
    }

    /** At which field a refusal is said; empty for the form as a whole. */
    static Optional<String> field(String reason) {
        return switch (reason) {
            case "visitPast", "visitFar" -> Optional.of("from");
            case "visitOrder", "visitLong" -> Optional.of("until");
            case "visitEngineer" -> Optional.of("engineer");
            default -> Optional.empty();
        };
    }
}
