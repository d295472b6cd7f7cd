package io.pledge.notifier;

import io.pledge.organisation.PersonId;

/** What members of the staff are called where messages and confirmations are addressed to them. */
public final class StaffNames {
    private static final String PREFIX = "person:";

    private StaffNames() {}

    /** The name under which somebody is asked to confirm. */
    public static String of(PersonId person) {
        return PREFIX + person.value();
    }

    /** The person behind such a name. */
    public static PersonId read(String name) {
        return new PersonId(Long.parseLong(name.substring(PREFIX.length())));
    }
}
