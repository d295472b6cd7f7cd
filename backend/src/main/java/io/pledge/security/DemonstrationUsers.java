package io.pledge.security;

import java.util.List;

import io.pledge.organisation.Person;

/** Whom the sign-in page of a demonstration offers, and with which password. There is one only under the profile {@code demo}. */
public interface DemonstrationUsers {
    /** The name in front of hashes that are worth something only under the profile {@code demo}. */
    String METHOD = "demo";

    String password();

    List<Person> users();
}
