package io.pledge.web.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Whose eyes a page is for: language, zone and the moment of reading. Every word about time depends on all three.
 *
 * @param locale language of the page, English or Chinese
 * @param zone zone in which times are said
 * @param now the moment of reading, from the application's clock
 */
public record Reader(Locale locale, ZoneId zone, Instant now) {

    /** The day on which an instant falls for this reader. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The reader's today. */
    public LocalDate today() {
        return dayOf(now);
    }
}
