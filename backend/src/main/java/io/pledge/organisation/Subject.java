package io.pledge.organisation;

/**
 * A unit or a person, as files and pages name one.
 *
 * @param key the key of a unit, the user name of a person
 */
public record Subject(Kind kind, String key) {

    /** What it is. */
    public enum Kind {
        UNIT, PERSON
    }

    public static Subject unit(String key) {
        return new Subject(Kind.UNIT, key);
    }

    public static Subject person(String username) {
        return new Subject(Kind.PERSON, username);
    }
}
