package io.pledge.customer;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A person on the customer's side: personal data, which can be erased.
 *
 * @param name none once erased
 * @param role what they do there, in the customer's words
 * @param level how far up they stand
 */
public record Contact(ContactId id, CustomerId customer, @Nullable String name, @Nullable String email,
        @Nullable String phone,
        Locale language, @Nullable String role, ContactLevel level) {}
