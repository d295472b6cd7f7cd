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
    ACKNOWLEDGEMENT(Audience.CUSTOMER, "promised"), ROUTINE(Audience.CUSTOMER, "promised"), WIDER(Audience.CUSTOMER,
            "text", "person", "next"), REPLY(Audience.CUSTOMER,
                    "text", "person", "next"), MISSED(
                            Audience.CUSTOMER, "what", "due", "next"), SHIPPED(Audience.CUSTOMER, "part", "shipped",
                                    "tracking"), RESOLVED(Audience.CUSTOMER, "text", "person",
                                            "remedy"), REMINDER(Audience.CUSTOMER, "closes"), PROMISES_MOVED(
                                                    Audience.CUSTOMER,
                                                    "why",
                                                    "now"), DELAYED(Audience.CUSTOMER, "what", "expected",
                                                            "still"), CLOSED(Audience.CUSTOMER), CLOSED_UNCONFIRMED(
                                                                    Audience.CUSTOMER,
                                                                    "until"), REOPENED(Audience.CUSTOMER,
                                                                            "next"), CANCELLED(
                                                                                    Audience.CUSTOMER,
                                                                                    "reason"), MERGED(Audience.CUSTOMER,
                                                                                            "other",
                                                                                            "next"), NEW_LINK(
                                                                                                    Audience.CUSTOMER), SURVEY(
                                                                                                            Audience.CUSTOMER,
                                                                                                            "until"),

    STANDING(Audience.CUSTOMER, "reporter", "severity", "next"), COPIED(Audience.CUSTOMER, "text", "person", "reporter",
            "next"), DELAYED_NEWS(Audience.CUSTOMER, "what", "expected", "still"), MOVED_NEWS(Audience.CUSTOMER, "why",
                    "now"), SHIPPED_NEWS(Audience.CUSTOMER, "part", "shipped", "tracking"), ARRIVED(Audience.CUSTOMER,
                            "arrived"), SOLVED(Audience.CUSTOMER, "remedy", "reporter"), ENDED(Audience.CUSTOMER,
                                    "how"),

    PLAN_CALL(Audience.STAFF, "person", "occasion", "phone", "due"), NOT_READ(Audience.STAFF, "person", "phone", "due"),

    VISIT_PROPOSED(Audience.CUSTOMER, "when", "engineer", "place", "purpose"), VISIT_MOVED(Audience.CUSTOMER, "when",
            "before", "engineer", "place", "purpose"), VISIT_CANCELLED(Audience.CUSTOMER, "when", "reason"),

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

    HELP_ASKED(Audience.STAFF, "person", "from", "question", "tried", "due"), HELP_ANSWERED(Audience.STAFF, "person",
            "helper",
            "question",
            "text"), HELP_DECLINED(Audience.STAFF, "person", "helper", "question", "reason"), HELP_WITHDRAWN(
                    Audience.STAFF, "from",
                    "question"), HELP_LATE(Audience.STAFF, "person", "from", "helper", "question", "due"),

    INCIDENT_LED(Audience.STAFF, "person", "incident", "fault"), INCIDENT_NO(Audience.STAFF, "incident", "fault",
            "reason"),

    STEP_OWED(Audience.STAFF, "step", "due", "with"), STEP_OVERDUE(Audience.STAFF, "step", "due", "with"),

    MENTIONED(Audience.STAFF, "person", "text"), FOLLOWED_WROTE(Audience.STAFF, "text"), FOLLOWED_ESCALATED(
            Audience.STAFF, "cause", "from"), FOLLOWED_BROKEN(Audience.STAFF, "what", "due"),

    VISIT_YOURS(Audience.STAFF, "when", "place", "purpose"), VISIT_OTHER_TIME(Audience.STAFF, "when", "before", "place",
            "purpose"), VISIT_NOT_YOURS(Audience.STAFF, "when"), VISIT_CALLED_OFF(Audience.STAFF, "when",
                    "reason"), VISIT_COMES(Audience.STAFF, "when", "place", "purpose", "agreed"),

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
            case VISIT_YOURS, VISIT_OTHER_TIME, VISIT_COMES -> "link.visit";
            case INCIDENT_LED, INCIDENT_NO -> "link.incident";
            case HELP_ASKED, HELP_ANSWERED, HELP_DECLINED, HELP_WITHDRAWN, HELP_LATE -> "link.help";
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
