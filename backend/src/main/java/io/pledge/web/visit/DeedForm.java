package io.pledge.web.visit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.Refused;
import io.pledge.visit.Deed;
import io.pledge.visit.Spot;

/**
 * What a phone tells of a deed.
 *
 * @param key chosen by the phone for this deed
 * @param at when it happened, as an instant; blank for now
 * @param text what was found
 * @param name who of the customer confirmed the work
 * @param words to the customer; blank for none
 * @param latitude where the phone was, if it said
 */
record DeedForm(@Nullable String key, @Nullable String at, @Nullable String text, @Nullable String name,
        @Nullable String words, @Nullable String latitude, @Nullable String longitude,
        @Nullable List<MultipartFile> photos) {
    private static final int LONGEST_TEXT = 8000;
    private static final int LONGEST_NAME = 120;
    /** By how much the clock of a phone may be ahead of ours; then it is now. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    /** @throws Refused where key or time are none */
    Deed deed(PersonId by, Instant now) {
        try {
            var told = at == null || at.isBlank() ? now : Instant.parse(at);
            return new Deed(UUID.fromString(key == null ? "" : key), by,
                    told.isAfter(now) && !told.isAfter(now.plus(AHEAD)) ? now : told);
        } catch (DateTimeException | IllegalArgumentException _) {
            throw new Refused("visitUnread");
        }
    }

    /** Null where the phone did not say, or said a place that there is not. */
    @Nullable
    Spot spot() {
        try {
            if (latitude == null || latitude.isBlank() || longitude == null) {
                return null;
            }
            var spot = new Spot(Double.parseDouble(latitude), Double.parseDouble(longitude));
            return spot.onEarth() ? spot : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** @throws Refused where nothing or too much was written */
    String found() {
        return needed(text, "visitNoFindings", LONGEST_TEXT);
    }

    /** @throws Refused where nobody or too much was named */
    String signedBy() {
        return needed(name, "visitNoName", LONGEST_NAME);
    }

    /** @throws Refused where too much was written */
    @Nullable
    String said() {
        return words == null || words.isBlank() ? null : needed(words, "visitNoFindings", LONGEST_TEXT);
    }

    private static String needed(@Nullable String typed, String whenMissing, int longest) {
        if (typed == null || typed.isBlank()) {
            throw new Refused(whenMissing);
        }
        if (typed.length() > longest) {
            throw new Refused("visitTooLong");
        }
        return typed.strip();
    }
}
