package io.pledge.organisation;

/** What is said of a unit or a person, one by one. */
public enum Attribute {
    PARENT, TIER, NAME, ZONE, CALENDAR, ADDRESS, SUPERVISOR, LANGUAGE, LANGUAGES, PRODUCTS, DUTY, EMAIL, UNIT, ROLES, SKILLS, DEPUTY
}
