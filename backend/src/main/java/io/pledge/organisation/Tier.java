package io.pledge.organisation;

import java.util.Optional;

/** The three levels of service, from the first contact upward. */
public enum Tier {
    LOCAL, REGIONAL, HEADQUARTERS;

    /** The tier a case is escalated to; none above headquarters. */
    public Optional<Tier> above() {
        return switch (this) {
            case LOCAL -> Optional.of(REGIONAL);
            case REGIONAL -> Optional.of(HEADQUARTERS);
            case HEADQUARTERS -> Optional.empty();
        };
    }
}
