package io.pledge.visit;

import io.pledge.ticket.Refused;

/** The rule of everything that is done before the engineer arrives. */
final class Ahead {
    private Ahead() {}

    /** @throws Refused with the reason that a person reads where the visit is not ahead any more */
    static void require(Visit visit) {
        switch (visit.state()) {
            case PROPOSED, CONFIRMED -> {
                // the engineer is to come
            }
            case MOVED -> throw new Refused("visitMoved");
            case CANCELLED -> throw new Refused("visitCancelled");
            case ON_SITE -> throw new Refused("visitOnSite");
            case DONE -> throw new Refused("visitDone");
        }
    }
}
