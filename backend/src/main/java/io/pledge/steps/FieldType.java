package io.pledge.steps;

/** What is written into a field. */
public enum FieldType {
    TEXT, LONG_TEXT, CHOICE, DATE, NUMBER, SERIAL, MONEY, YES_NO, FILE
}
