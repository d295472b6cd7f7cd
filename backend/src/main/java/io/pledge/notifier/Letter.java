package io.pledge.notifier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something the vendor writes about a case. Its texts stand in the operator's files, in every language: a subject and a body
 * under the letter's key. What may stand in braces in them is listed here.
 */
enum Letter {
    ACKNOWLEDGEMENT(Audience.CUSTOMER, "promised"), REPLY(Audience.CUSTOMER, "text", "person", "next"), MISSED(
            Audience.CUSTOMER, "what", "due", "next"), SHIPPED(Audience.CUSTOMER, "part", "shipped",
                    "tracking"), RESOLVED(Audience.CUSTOMER, "text", "person",
                            "remedy"), REMINDER(Audience.CUSTOMER, "closes"), PROMISES_MOVED(Audience.CUSTOMER, "why",
                                    "now"), DELAYED(Audience.CUSTOMER, "what", "expected",
                                            "still"), CLOSED(Audience.CUSTOMER), CLOSED_UNCONFIRMED(
                                                    Audience.CUSTOMER,
                                                    "until"), REOPENED(Audience.CUSTOMER, "next"), CANCELLED(
                                                            Audience.CUSTOMER,
                                                            "reason"), MERGED(Audience.CUSTOMER, "other",
                                                                    "next"), NEW_LINK(
                                                                            Audience.CUSTOMER), SURVEY(
                                                                                    Audience.CUSTOMER,
                                                                                    "until"),

    NEW_CASE(Audience.STAFF, "promised"), ASSIGNED(Audience.STAFF, "next"), ESCALATED(Audience.STAFF, "cause", "reason",
            "from", "take"), CLIMBED(Audience.STAFF, "from", "reason"), ESCALATION_IGNORED(Audience.STAFF), HANDED_BACK(
                    Audience.STAFF, "reason",
                    "from"), WARNING(Audience.STAFF, "what", "due"), BROKEN(Audience.STAFF, "what", "due",
                            "with"), TIME_USED(Audience.STAFF, "share", "due", "with"), BUDGET_OVERRUN(Audience.STAFF,
                                    "holder", "due"), CUSTOMER_WROTE(Audience.STAFF,
                                            "text"), CUSTOMER_NO(Audience.STAFF,
                                                    "reason"), UNREACHABLE(Audience.STAFF, "person", "sent", "failure",
                                                            "due",
                                                            "reason"), NOT_REACHED(Audience.STAFF, "person",
                                                                    "due"), NOT_CONFIRMED(
                                                                            Audience.STAFF,
                                                                            "person",
                                                                            "due"), RECOVERY_CALL(Audience.STAFF,
                                                                                    "score", "due"),

    STEP_OWED(Audience.STAFF, "step", "due", "with"), STEP_OVERDUE(Audience.STAFF, "step", "due", "with"),

    MENTIONED(Audience.STAFF, "person", "text"), FOLLOWED_WROTE(Audience.STAFF, "text"), FOLLOWED_ESCALATED(
            Audience.STAFF, "cause", "from"), FOLLOWED_BROKEN(Audience.STAFF, "what", "due"),

    RULED(Audience.STAFF, "reason", "officer", "until"), RULED_UNIT(Audience.STAFF, "who", "reason", "officer",
            "until"), RULED_BELOW(Audience.STAFF, "who", "reason", "officer", "until"), RULING_LIFTED(Audience.STAFF,
                    "officer"), APPEAL_FILED(Audience.STAFF, "who", "reason", "decideBy"), APPEAL_OWN(Audience.STAFF,
                            "who", "reason", "decideBy"), APPEAL_GRANTED(Audience.STAFF, "reason",
                                    "officer"), APPEAL_REFUSED(Audience.STAFF, "reason", "officer"), RULING_OVERTURNED(
                                            Audience.STAFF, "who", "reason",
                                            "officer"), RULING_UPHELD(Audience.STAFF, "who", "reason", "officer");

    private final Audience audience;
    private final Set<String> names;

    Letter(Audience audience, String... names) {
        this.audience = audience;
        this.names = Stream.concat(audience.names.stream(), Arrays.stream(names))
                .collect(Collectors.toUnmodifiableSet());
    }

    Audience audience() {
        return audience;
    }

    /** What may stand in braces in its texts. */
    Set<String> names() {
        return names;
    }

    /** The first part of its keys in the files: {@code newCase} for {@code NEW_CASE}. */
    String key() {
        var words = name().toLowerCase(Locale.ROOT).split("_");
        return words[0] + Arrays.stream(words).skip(1)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    }

    /** Whether it concerns the person and not what they do, so that nobody reads it in their place. */
    boolean isPersonal() {
        return switch (this) {
            case RULED, RULED_UNIT, RULED_BELOW, RULING_LIFTED, RULING_OVERTURNED, RULING_UPHELD, APPEAL_OWN,
                    APPEAL_GRANTED, APPEAL_REFUSED ->
                true;
            default -> false;
        };
    }

    /** The key of the line above its link. */
    String link() {
        return switch (this) {
            case SURVEY -> "link.survey";
            case RULED, RULED_UNIT, RULING_LIFTED, APPEAL_GRANTED, APPEAL_REFUSED -> "link.rulings";
            case RULED_BELOW -> "link.figures";
            default -> "link.case";
        };
    }

    /** Who reads it: each has a file of texts of their own. */
    enum Audience {
        CUSTOMER("customer", Set.of("name", "number", "title", "unit", "vendor")), STAFF("staff",
                Set.of("name", "number", "title", "unit", "customer", "kind", "severity"));

        private final String file;
        private final Set<String> names;

        Audience(String file, Set<String> names) {
            this.file = file;
            this.names = names;
        }

        /** The first part of its files' names. */
        String file() {
            return file;
        }
    }
}
