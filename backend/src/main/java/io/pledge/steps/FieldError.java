package io.pledge.steps;

/** What is wrong with what was written into a field; its words are under {@code steps.error.<name>} in the bundles. */
public enum FieldError {
    NEEDED, LONG, CHOICE, DATE, NUMBER, SERIAL, MONEY, YES_NO, HEAD_ONLY
}
