package io.pledge.notifications;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a mail server reports of a mail that came back.
 *
 * @param messageIds the Message-IDs that it may speak of, in the form {@code <left@right>}
 * @param outcomes what became of it, for each recipient that it names
 */
record Bounce(List<String> messageIds, List<Outcome> outcomes) {

    /** Whether anything in it failed for good. */
    boolean failed() {
        return outcomes.stream().anyMatch(Outcome::failed);
    }

    /**
     * What failed on the way to an address. What is said of the address itself decides. Where nothing is, the mail was passed on
     * from there: a mail goes to one recipient only, so whatever is said of others became of the same mail.
     */
    Optional<Outcome> failureOf(String address) {
        var name = plain(address);
        var own = outcomes.stream().filter(outcome -> outcome.recipients.contains(name)).toList();
        return own.isEmpty()
                ? outcomes.stream().filter(Outcome::failed).findFirst().map(Outcome::passedOn)
                : own.stream().filter(Outcome::failed).findFirst();
    }

    /** An address without what may stand around it: {@code rfc822; <Marek@mill.example>}. */
    static String plain(String address) {
        return address.substring(address.indexOf(';') + 1).replaceAll("[<>\\s]", "").toLowerCase(Locale.ROOT);
    }

    /**
     * What became of a mail on its way to somebody.
     *
     * @param recipients the addresses under which the report knows them
     * @param failed whether the server has given up for good
     * @param reason why, in technical words
     */
    record Outcome(Set<String> recipients, boolean failed, DeliveryFailure failure, String reason) {
        Outcome passedOn() {
            return new Outcome(recipients, failed, DeliveryFailure.PASSED_ON,
                    "passed on to " + String.join(", ", recipients) + ": " + reason);
        }
    }
}
