package io.pledge.web.organisation;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * An absence as it is typed.
 *
 * @param from the first day
 * @param until the last day
 * @param deputy the user name of who stands in; empty for the head of the unit
 */
record AbsenceForm(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @NotNull(message = "{error.required}") @Nullable LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @NotNull(message = "{error.required}") @Nullable LocalDate until,
        @Nullable String deputy) {}
