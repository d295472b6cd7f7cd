package io.pledge.organisation;

import java.util.List;

/** What the vendor sells and a form offers, in the order of the file. */
public record Products(List<String> names) {

    public Products {
        names = List.copyOf(names);
    }
}
