package io.pledge.sla;

import java.time.Instant;

import io.pledge.calendar.WorkingTime;

/**
 * How much working time a promise has, under which terms, and how much of it is used.
 *
 * @param used up to the last time its clock was stopped or set going
 */
record Allowance(Target target, Terms terms, WorkingTime used) {

    /** The same, of which the time between two moments is used as well. */
    Allowance usedBetween(Instant from, Instant to) {
        return new Allowance(target, terms, used.plus(target.calendar().between(from, to)));
    }

    /** The same time used of what other terms allow. */
    Allowance under(Target changed, Terms changedTerms) {
        return new Allowance(changed, changedTerms, used);
    }

    /** The same used of what a time that a person named still allows from a moment on, of which nothing may be left. */
    Allowance untilNamed(Instant at, Instant named) {
        var ahead = named.isAfter(at) ? target.calendar().between(at, named) : WorkingTime.ZERO;
        return new Allowance(new Target(used.plus(ahead), target.calendar(), target.calendarVersion()), terms, used);
    }

    /** What is left, never less than nothing. */
    WorkingTime left() {
        var left = target.allowance().minus(used);
        return left.isNegative() ? WorkingTime.ZERO : left;
    }

    /** When it is used up if the clock runs from a moment on; at that moment where nothing is left. */
    Instant dueFrom(Instant at) {
        return left().isZero() && !target.allowance().isZero() ? at : target.calendar().add(at, left());
    }

    /** When the share is used of which people are warned, if the clock runs from a moment on. */
    Instant warnFrom(Instant at) {
        return sharedFrom(terms.warningShare(), at);
    }

    /** When a share is used, if the clock runs from a moment on; at that moment where it is used already. */
    Instant sharedFrom(double share, Instant at) {
        return used(share) ? at : target.calendar().add(at, target.allowance().share(share).minus(used));
    }

    /** Whether a share is used. */
    boolean used(double share) {
        return target.allowance().share(share).compareTo(used) <= 0;
    }
}
