package io.pledge.communication;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.pledge.customer.ContactId;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Severity;

/**
 * Somebody on the customer's side of whom a plan in force says what they hear of.
 *
 * @param zone that of their customer
 * @param lines those that mean them, in the order of the plan
 */
public record PlannedReader(ContactId contact, String name, @Nullable String email, @Nullable String phone,
        Locale language, ZoneId zone, Duration confirmWithin, List<PlanLine> lines) {

    public PlannedReader {
        lines = List.copyOf(lines);
    }

    /** Whether they hear of one of these in a case so severe. */
    public boolean hears(Set<Occasion> occasions, Severity severity) {
        return lines.stream().anyMatch(line -> line.covers(occasions, severity));
    }

    /** Whether they hear of anything of a case so severe. */
    public boolean hearsOf(Severity severity) {
        return lines.stream().anyMatch(line -> line.speaksOf(severity));
    }

    /** Whether they are written to about one of these; where they left no address, they are called. */
    public boolean isWritten(Set<Occasion> occasions, Severity severity) {
        return email != null && by(Way.MAIL, occasions, severity);
    }

    /** Whether somebody calls them about one of these: as agreed, or since no letter would reach them. */
    public boolean isCalled(Set<Occasion> occasions, Severity severity) {
        return by(Way.PHONE, occasions, severity) || email == null && hears(occasions, severity);
    }

    /** Whether they must say that they have read it. */
    public boolean confirms(Set<Occasion> occasions, Severity severity) {
        return lines.stream().anyMatch(line -> line.confirms() && line.covers(occasions, severity));
    }

    /** Whether they may say that a case so severe is solved, or is not. */
    public boolean answers(Severity severity) {
        return lines.stream().anyMatch(line -> line.answers() && line.speaksOf(severity));
    }

    /** Whether somebody who turned to us is this contact: known as such, or by the same address. */
    public boolean isSame(Participant person) {
        return contact.equals(person.contact()) || email != null && email.equalsIgnoreCase(person.email());
    }

    private boolean by(Way way, Set<Occasion> occasions, Severity severity) {
        return lines.stream().anyMatch(line -> line.way() == way && line.covers(occasions, severity));
    }
}
