package io.pledge.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.pledge.customer.Column.Kind;

import static io.pledge.customer.Column.optional;
import static io.pledge.customer.Column.required;

/**
 * What customers are entered by, by hand or as a file: one sheet each for customers, contracts, sites, contacts and equipment, in the
 * order in which one refers to the other. A file has a line for each row; a line whose {@code retired} says yes is there no more.
 */
public enum Sheet {
    /** Told apart by their key. */
    CUSTOMERS("customer", required("key", Kind.KEY, "key"), required("name", Kind.TEXT, "name"), required("language",
            Kind.LANGUAGE,
            "language"), required("zone", Kind.ZONE, "zone"),
            optional("account_manager", Kind.MANAGER,
                    "account_manager_id"),
            optional("retired", Kind.RETIRED, "retired_at")),
    /** Told apart by their number, whatever its case. They end by their last day. */
    CONTRACTS("contract", ofCustomer(), required("number", Kind.NUMBER, "number"), required("level", Kind.LEVEL,
            "level"), optional("calendar", Kind.CALENDAR, "calendar"),
            required("from", Kind.DATE,
                    "starts_on"),
            optional("to", Kind.DATE, "ends_on")),
    /** Told apart by their name within a customer. */
    SITES("site", ofCustomer(), required("name", Kind.TEXT, "name"), required("zone", Kind.ZONE, "zone"), required(
            "unit", Kind.UNIT, "unit_id"), optional("retired", Kind.RETIRED, "retired_at")),
    /** Told apart within a customer by their e-mail address, those without one by their name. */
    CONTACTS("contact", ofCustomer(), required("name", Kind.TEXT, "name").ofAPerson(), optional("email", Kind.EMAIL,
            "email").ofAPerson(), optional("phone", Kind.PHONE, "phone").ofAPerson(), required("language",
                    Kind.LANGUAGE, "language"),
            optional("role", Kind.TEXT,
                    "role").ofAPerson(),
            optional("retired", Kind.RETIRED, "retired_at")),
    /** Told apart by the serial number, whatever its case. */
    EQUIPMENT("equipment", ofCustomer(), required("serial", Kind.NUMBER, "serial"), required("product", Kind.TEXT,
            "product"), required("site", Kind.SITE, "site_id"),
            optional("warranty_until", Kind.DATE,
                    "warranty_until"),
            optional("retired", Kind.RETIRED, "retired_at"));

    private final String table;
    private final List<Column> columns;

    Sheet(String table, Column... columns) {
        this.table = table;
        this.columns = List.of(columns);
    }

    /** The sheet as addresses have it, such as {@code equipment}; empty where there is none of that name. */
    public static Optional<Sheet> named(String word) {
        return Stream.of(values()).filter(sheet -> sheet.word().equals(word)).findFirst();
    }

    /** What addresses and files call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In the order of an exported file. */
    public List<Column> columns() {
        return columns;
    }

    /** The column of that name; empty where there is none. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Whether its rows belong to a customer, whom the first column names. */
    public boolean isOfCustomer() {
        return this != CUSTOMERS;
    }

    String table() {
        return table;
    }

    private static Column ofCustomer() {
        return required("customer", Kind.CUSTOMER, "customer_id");
    }
}
