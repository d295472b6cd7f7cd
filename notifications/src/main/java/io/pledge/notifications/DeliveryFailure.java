package io.pledge.notifications;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Why a message did not reach its recipient, as far as a person can act on it. */
public enum DeliveryFailure {
    /** The address is wrong, or nobody has it any more. */
    NO_SUCH_ADDRESS,
    /** The mailbox is there and takes nothing more. */
    MAILBOX_FULL,
    /** The recipient's server does not want it, for example because it takes it for spam. */
    REFUSED,
    /** It was tried for days, and given up. */
    NOT_IN_TIME,
    /** The recipient's server passed it on to another address, which did not take it; the recipient may have it all the same. */
    PASSED_ON,
    /** Something else; the technical words say what. */
    OTHER;

    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");

    /**
     * What a mail server's words mean, by the status code in them (RFC 3463, section 3).
     *
     * @param words a reply or a status, for example {@code 550 5.1.1 User unknown}
     */
    static DeliveryFailure in(String words) {
        return STATUS.matcher(words).results().findFirst().map(DeliveryFailure::of).orElse(OTHER);
    }

    private static DeliveryFailure of(MatchResult status) {
        var detail = status.group(2) + "." + status.group(3);
        if (detail.equals("2.2")) {
            return MAILBOX_FULL;
        }
        if (status.group(1).equals("4")) {
            return NOT_IN_TIME;
        }
        return switch (detail) {
            // the mailbox is closed; no route to a host of that name; Exchange knows nobody of that name, or no such domain
            case "2.1", "4.4", "4.1", "4.310" -> NO_SUCH_ADDRESS;
            default -> switch (status.group(2)) {
                case "1" -> NO_SUCH_ADDRESS;
                case "7" -> REFUSED;
                default -> OTHER;
            };
        };
    }
}
