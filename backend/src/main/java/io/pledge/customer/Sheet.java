package io.pledge.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What customers are entered by, by hand or as a file: one sheet each for customers, contracts, sites, contacts, equipment and the
 * services owed to them, in the order in which one refers to the other. A file has a line for each row; a line whose {@code retired} says yes is there no more.
 */
public enum Sheet {
    /** Told apart by their key. */
    CUSTOMERS("customer", SheetColumns.CUSTOMERS),
    /** Told apart by their number, whatever its case. They end by their last day. */
    CONTRACTS("contract", SheetColumns.CONTRACTS),
    /** Told apart by their name within a customer. */
    SITES("site", SheetColumns.SITES),
    /** Told apart within a customer by their e-mail address, those without one by their name. */
    CONTACTS("contact", SheetColumns.CONTACTS),
    /** Told apart by the serial number, whatever its case. */
    EQUIPMENT("equipment", SheetColumns.EQUIPMENT),
    /** Told apart by their name within a customer. */
    SERVICES("service_owed", SheetColumns.SERVICES);

    private final String table;
    private final List<Column> columns;

    Sheet(String table, List<Column> columns) {
        this.table = table;
        this.columns = columns;
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
}
