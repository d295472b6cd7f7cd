package io.pledge.appraisal;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.ServiceUnit;

/** Whose figures. */
public sealed interface Subject {
    record OfPerson(PersonId person) implements Subject {}

    /** A unit with all below it. */
    record OfUnit(ServiceUnit unit) implements Subject {}
}
