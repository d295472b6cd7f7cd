package io.pledge.notifications;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

import org.jspecify.annotations.Nullable;

/**
 * Something a person must confirm, and who is asked next when that person stays silent. Persons are the caller's own names
 * for them, for example {@code person:7}.
 *
 * @param key names this request among all ever made; a second one with the same key is not made
 * @param reference what it is about, for example {@code ticket:123}
 * @param subject one line saying what is to be confirmed; no personal data, it is never erased
 * @param askedOf who is asked first
 * @param askedAt when
 * @param chaseAt when, unconfirmed, it climbs to the next; every further person gets the same stretch of time
 * @param nextAskedOf who is asked after that, in this order; whoever stands there twice is asked once
 * @param onceOpen a name of which only one request is open at a time: while one is, a second is not made; null where the key alone
 *        decides
 */
public record ConfirmationRequest(String key, String reference, String subject, String askedOf, Instant askedAt,
        Instant chaseAt, List<String> nextAskedOf, @Nullable String onceOpen) {

    public ConfirmationRequest {
        if (key.isBlank() || reference.isBlank() || askedOf.isBlank()) {
            throw new IllegalArgumentException("a confirmation needs a key, a reference and somebody to ask");
        }
        if (!chaseAt.isAfter(askedAt)) {
            throw new IllegalArgumentException("a confirmation is chased after it is asked, not before");
        }
        nextAskedOf = List.copyOf(nextAskedOf);
    }

    /** A request of which the key alone decides whether it is made. */
    public ConfirmationRequest(String key, String reference, String subject, String askedOf, Instant askedAt,
            Instant chaseAt, List<String> nextAskedOf) {
        this(key, reference, subject, askedOf, askedAt, chaseAt, nextAskedOf, null);
    }

    SequencedSet<String> chain() {
        var chain = new LinkedHashSet<String>();
        chain.add(askedOf);
        chain.addAll(nextAskedOf);
        return chain;
    }
}
