package io.pledge.organisation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which unit a stranger's case comes to first where nothing else decides, as the operator's file says; by language, or whatever comes. */
public class FirstContacts {
    private final Map<Locale, String> unitKeys;
    private final String otherwise;
    private final Units units;

    FirstContacts(Map<Locale, String> unitKeys, String otherwise, Units units) {
        this.unitKeys = Map.copyOf(unitKeys);
        this.otherwise = otherwise;
        this.units = units;
    }

    /** The unit named for a language, retired or not; empty where none is. */
    public Optional<ServiceUnit> named(Locale language) {
        return Optional.ofNullable(unitKeys.get(language)).flatMap(units::byKey);
    }

    /** The unit for whatever comes, retired or not; the headquarters where a file names one that was not taken over yet. */
    public ServiceUnit otherwise() {
        return units.byKey(otherwise).orElseGet(() -> units.all().getFirst());
    }
}
