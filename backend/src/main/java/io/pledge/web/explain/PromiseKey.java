package io.pledge.web.explain;

import java.util.Locale;
import java.util.Optional;

import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;

/** A promise of a case as it stands in addresses, such as {@code on-site-1}. */
public record PromiseKey(PromiseKind kind, int sequence) {

    /** The key of a promise. */
    public static PromiseKey of(Promise promise) {
        return new PromiseKey(promise.kind(), promise.sequence());
    }

    /** The key that stands in an address; empty where that is none. */
    public static Optional<PromiseKey> read(String text) {
        int dash = text.lastIndexOf('-');
        if (dash < 0 || !text.substring(dash + 1).matches("[1-9][0-9]{0,6}")) {
            return Optional.empty();
        }
        String kind = text.substring(0, dash);
        for (PromiseKind known : PromiseKind.values()) {
            if (word(known).equals(kind)) {
                return Optional.of(new PromiseKey(known, Integer.parseInt(text.substring(dash + 1))));
            }
        }
        return Optional.empty();
    }

    private static String word(PromiseKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return word(kind) + "-" + sequence;
    }
}
