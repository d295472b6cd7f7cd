package io.pledge.sla;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;

/**
 * Why a ticket's promises were made anew.
 *
 * @param before what the ticket was taken for until then
 * @param after what it was taken for from then on; the same where only the policy is another
 * @param by who made the change; null where nobody of the staff did
 */
public record TermsChange(Cause cause, Traits before, Traits after, @Nullable PersonId by) {

    /** What changed. */
    public enum Cause {
        /** How bad it is. */
        SEVERITY,
        /** Whose it is, and under which contract. */
        CUSTOMER,
        /** Nothing of the ticket: somebody promised anew on purpose, under the policies in force. */
        POLICY
    }
}
