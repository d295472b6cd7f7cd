package io.pledge.demo;

import java.util.List;

/** Several verbs that belong together. */
record Deeds(List<Deed> all) {
    Deeds {
        all = List.copyOf(all);
    }

    static Deeds of(Deed... deeds) {
        return new Deeds(List.of(deeds));
    }
}
