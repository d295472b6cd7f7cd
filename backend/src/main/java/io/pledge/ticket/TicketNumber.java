package io.pledge.ticket;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a case as people read and say it, for example {@code PL-10042}. */
public record TicketNumber(String value) {
    private static final Pattern FORM = Pattern.compile("(?i)\\s*(?:PL-)?([0-9]{1,15})\\s*");

    /**
     * The ticket that a typed number means.
     *
     * @param typed what somebody typed: {@code PL-10042}, {@code pl-10042} or {@code 10042}
     * @return empty where that is no number of a case
     */
    public static Optional<TicketId> read(String typed) {
        var match = FORM.matcher(typed);
        return match.matches() ? Optional.of(new TicketId(Long.parseLong(match.group(1)))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
