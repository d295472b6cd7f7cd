package io.pledge.report;

import io.pledge.organisation.UnitId;

/**
 * What a unit has on its desk now.
 *
 * @param open cases that it holds and that have not ended
 * @param untaken of these, those that nobody has taken
 * @param onHold of these, those that wait for the customer
 * @param resolved of these, those that wait for the customer's yes
 * @param overdue of these, those with a promise whose time has passed unanswered
 */
public record UnitWorkload(UnitId unit, long open, long untaken, long onHold, long resolved, long overdue) {}
