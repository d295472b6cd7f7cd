package io.pledge.organisation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which unit a stranger's case comes to first, by the language they write in; who is recognised comes to the unit of their site. */
public class FirstContacts {
    private final Map<Locale, String> unitKeys;
    private final String otherwise;
    private final Units units;

    FirstContacts(Map<Locale, String> unitKeys, String otherwise, Units units) {
        this.unitKeys = Map.copyOf(unitKeys);
        this.otherwise = otherwise;
        this.units = units;
    }

    public ServiceUnit unitFor(Locale language) {
        String key = Optional.ofNullable(unitKeys.get(language)).orElse(otherwise);
        return units.byKey(key).orElseThrow();
    }
}
