package io.pledge.customer;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.UnitId;

/**
 * Who somebody without an account turned out to be.
 *
 * @param site where the equipment stands; by contract number the customer's first site; none if there is no site
 * @param unit the local office of that site
 * @param level none where no contract is in force
 * @param equipment only when recognised by its serial number
 */
public record Recognised(CustomerId customer, ContactId contact, @Nullable SiteId site, @Nullable UnitId unit,
        @Nullable ContractLevel level, @Nullable Equipment equipment) {}
