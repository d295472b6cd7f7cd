package io.pledge.customer;

/**
 * A column of a sheet.
 *
 * @param name what the header line and the field of a form call it
 * @param kind what may stand in it
 * @param required whether every line needs a value
 * @param field the column of the table that it fills
 * @param personal whether it says who somebody is, so that no history keeps it
 */
public record Column(String name, Kind kind, boolean required, String field, boolean personal) {

    /** What may stand in a column. */
    public enum Kind {
        TEXT(200), KEY(60), NUMBER(80), ZONE(60), LANGUAGE(35), LEVEL(20), CONTACT_LEVEL(40), DATE(20), CALENDAR(
                80), UNIT(80), MANAGER(
                        80), CUSTOMER(
                                60), SITE(200), CONTRACT(80), INTERVAL(20), DAYS(3), EMAIL(254), PHONE(40), RETIRED(10);

        private final int longest;

        Kind(int longest) {
            this.longest = longest;
        }

        /** The longest value, in characters. */
        public int longest() {
            return longest;
        }
    }

    static Column required(String name, Kind kind, String field) {
        return new Column(name, kind, true, field, false);
    }

    static Column optional(String name, Kind kind, String field) {
        return new Column(name, kind, false, field, false);
    }

    Column ofAPerson() {
        return new Column(name, kind, required, field, true);
    }
}
