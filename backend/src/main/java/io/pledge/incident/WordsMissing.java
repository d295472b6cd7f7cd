package io.pledge.incident;

import java.util.List;
import java.util.Map;

/** Somebody is to be written who reads a language in which there are no words. */
public class WordsMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Map<Language, List<String>> customers;

    WordsMissing(Map<Language, List<String>> customers) {
        super("words are missing in " + customers.keySet());
        this.customers = Map.copyOf(customers);
    }

    /** For whom words are missing, by language. */
    public Map<Language, List<String>> customers() {
        return customers;
    }
}
