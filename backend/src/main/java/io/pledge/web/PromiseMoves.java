package io.pledge.web;

import java.time.Instant;
import java.util.Optional;

import io.pledge.ticket.TimelineEntry;
import io.pledge.ticket.What;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** How entries about times that somebody named are said: a delay without the customer's agreement is not called a move. */
public final class PromiseMoves {
    private PromiseMoves() {}

    /** The end of the message's key. */
    public static String key(TimelineEntry entry) {
        boolean announced = entry.what() == What.PROMISE_MOVED && "false".equals(entry.detail().get("agreed"));
        boolean dropped = entry.what() == What.PROMISE_CHANGED && !entry.detail().containsKey("dueAt");
        if (dropped) {
            return "PROMISE_DROPPED";
        }
        return announced ? "PROMISE_ANNOUNCED" : entry.what().name();
    }

    /** The time that was named, in words; empty where the entry names none. */
    public static String to(TimelineEntry entry, TimeWords time, Reader reader) {
        return Optional.ofNullable(entry.detail().get("dueAt")).map(Instant::parse)
                .map(at -> time.momentInSentence(at, reader)).orElse("");
    }
}
