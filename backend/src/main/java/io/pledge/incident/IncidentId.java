package io.pledge.incident;

/** Identifies a major incident. */
public record IncidentId(long value) {

    /** What people call it, such as {@code INC-7}. */
    public String number() {
        return "INC-" + value;
    }
}
