package io.pledge.customer;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** A piece of equipment at a customer's site. @param warrantyUntil the last day of the warranty; none where it is not known */
public record Equipment(String serial, String product, CustomerId customer, SiteId site,
        @Nullable LocalDate warrantyUntil) {}
