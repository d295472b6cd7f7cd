package io.pledge.quality;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;

/**
 * Who a complaint is put down to.
 *
 * @param unit the unit that held the case
 * @param person who had it there; null where it is the unit's as a whole
 */
public record Responsible(UnitId unit, @Nullable PersonId person) {}
