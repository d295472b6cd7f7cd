package io.pledge.security;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who tries the doors: a stranger, and the ten of the cast whom the demonstration offers.
 *
 * @param kind the column of {@code access.txt}
 * @param unit where a case lies that they see
 * @param elsewhere where one lies that they do not see; null where they see all
 * @param person whose figures they may see, if anybody's
 * @param other whose figures they may not see; null where there is nobody
 */
enum Caller {
    STRANGER("stranger", "hamburg", "shanghai", "local-engineer", "warsaw-engineer"), LOCAL_ENGINEER("engineer",
            "hamburg", "warsaw", "local-engineer", "hamburg-engineer-2"), REGION_ENGINEER("engineer", "hamburg",
                    "shanghai", "region-engineer", "local-engineer"), HQ_ENGINEER("engineer", "hamburg", null,
                            "hq-engineer", "local-engineer"), LOCAL_HEAD("head", "hamburg", "warsaw", "local-engineer",
                                    "warsaw-engineer"), REGION_HEAD("head", "hamburg", "shanghai", "local-engineer",
                                            "shanghai-engineer"), HQ_HEAD("head", "hamburg", null, "local-engineer",
                                                    null), ACCOUNT_MANAGER("account-manager", "hamburg", "shanghai",
                                                            "account-manager", "account-manager-2"), QUALITY("quality",
                                                                    "hamburg", null, "quality",
                                                                    "local-engineer"), MANAGER("manager", "hamburg",
                                                                            null, "local-engineer",
                                                                            null), ADMIN("admin", "hamburg", "shanghai",
                                                                                    "local-engineer",
                                                                                    "warsaw-engineer");

    final String kind;
    final String unit;
    final @Nullable String elsewhere;
    final String person;
    final @Nullable String other;

    Caller(String kind, String unit, @Nullable String elsewhere, String person, @Nullable String other) {
        this.kind = kind;
        this.unit = unit;
        this.elsewhere = elsewhere;
        this.person = person;
        this.other = other;
    }

    boolean isStranger() {
        return this == STRANGER;
    }

    /** The user name; what a stranger is called in the name of a test. */
    String username() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether anything of this kind lies outside what is theirs. */
    boolean hasOutside(AccessLine line) {
        return switch (line.about()) {
            case "case", "lesson", "call", "unit", "customer", "help", "asked", "incident" -> elsewhere != null;
            case "person" -> other != null;
            default -> true;
        };
    }
}
