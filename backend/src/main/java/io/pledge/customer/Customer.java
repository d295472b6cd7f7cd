package io.pledge.customer;

import java.time.ZoneId;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;

/**
 * A business customer, with the contract in force today in the customer's zone.
 *
 * @param level the best level among the contracts in force; none without one
 * @param contractCalendar the key of the business calendar which that contract names; none where promises follow the unit's
 * @param retired whether they are a customer no more: nobody who writes is recognised as theirs
 */
public record Customer(CustomerId id, String key, String name, Locale language, ZoneId zone,
        @Nullable PersonId accountManager,
        @Nullable ContractLevel level, @Nullable String contractCalendar, boolean retired) {}
