package io.pledge.web.portal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.sla.Promise;
import io.pledge.ticket.TicketProperties;

/** What a customer's page is about just now. */
sealed interface Situation {

    /**
     * We owe a word.
     *
     * @param next the next word that is promised; none for the moment between a due time and the watch
     * @param missed the oldest word that did not come in time and still has not come; none where all is well
     */
    record Waiting(@Nullable Promise next, @Nullable Promise missed) implements Situation {}

    /**
     * We think it is solved; the customer says whether it is.
     *
     * @param wordAfterNo when the next word is due if the answer is no
     * @param deadlines when silence is reminded and how it ends
     */
    record Asked(Instant wordAfterNo, TicketProperties deadlines) implements Situation {}

    /**
     * Closed.
     *
     * @param confirmed whether the customer said yes
     * @param reopenUntil until when the customer can open it again
     */
    record Over(boolean confirmed, Instant reopenUntil) implements Situation {}

    /** Cancelled. */
    record Withdrawn() implements Situation {}

    /**
     * The same matter as another case, in which it goes on.
     *
     * @param number of the other case
     */
    record GoesOn(String number) implements Situation {}
}
