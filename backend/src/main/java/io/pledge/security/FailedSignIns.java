package io.pledge.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after {@value #ALLOWED} failures of one user name within a quarter of an hour that name is refused until the oldest
 * of them is a quarter of an hour ago. Kept in memory, for each node on its own; a restart forgets. Names nobody has count too, so that a
 * pause does not tell who exists; at most {@value #NAMES} names are remembered.
 */
@Component
class FailedSignIns {
    static final int ALLOWED = 10;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int NAMES = 10_000;
    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > NAMES;
        }
    };

    FailedSignIns(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean paused(String username) {
        Deque<Instant> known = failures.get(key(username));
        return known != null && known.size() >= ALLOWED && known.getFirst().isAfter(clock.instant().minus(WINDOW));
    }

    synchronized void failed(String username) {
        Deque<Instant> known = failures.computeIfAbsent(key(username), name -> new ArrayDeque<>());
        if (known.size() >= ALLOWED) {
            known.removeFirst();
        }
        known.addLast(clock.instant());
    }

    synchronized void succeeded(String username) {
        failures.remove(key(username));
    }

    private static String key(String username) {
        String name = username.toLowerCase(Locale.ROOT);
        return name.length() <= 100 ? name : name.substring(0, 100);
    }
}
