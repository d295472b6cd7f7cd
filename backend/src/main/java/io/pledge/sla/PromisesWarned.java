package io.pledge.sla;

import java.util.List;

/** Promises that were found near their due time in one look. */
public record PromisesWarned(List<PromiseWarned> all) {
    public PromisesWarned {
        all = List.copyOf(all);
    }
}
