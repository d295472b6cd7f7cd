package io.pledge.help;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;

/**
 * What somebody asks another unit.
 *
 * @param key chosen by the sender; the same key twice is one request
 * @param unit which is asked
 * @param person who of it is asked; null for whoever is there
 * @param tried what was tried before; null where there is nothing to say
 * @param by until when; null for the time that units agreed on
 */
public record Question(String key, UnitId unit, @Nullable PersonId person, String text, @Nullable String tried,
        @Nullable Instant by) {}
