package io.pledge.organisation;

/** What somebody of the staff does; one person may hold several. */
public enum Role {
    /** Works a queue. */
    ENGINEER,
    /** Keeps the promises of a unit. */
    HEAD,
    /** Knows everything of their customers. */
    ACCOUNT_MANAGER,
    /** Rules on complaints. */
    QUALITY,
    /** Reads the reports. */
    MANAGER,
    /** Keeps units, people and policies in order; sees no tickets by that. */
    ADMIN
}
