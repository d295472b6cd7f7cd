package io.pledge.web;

import java.util.Map;
import java.util.Optional;

import io.pledge.ticket.TimelineEntry;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** What was shipped, with the number under which it can be followed where there is one. */
public final class ShipmentWords {
    private ShipmentWords() {}

    /** As an entry of the timeline has it that tells of a shipment; empty for every other entry. */
    public static String of(TimelineEntry entry, TimeWords time, Reader reader) {
        Map<String, String> detail = entry.detail();
        String what = detail.getOrDefault("what", "");
        return Optional.ofNullable(detail.get("tracking"))
                .map(number -> time.say("shipment.tracked", reader.locale(), what, number)).orElse(what);
    }
}
