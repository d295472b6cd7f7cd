package io.pledge.customer;

import java.util.List;

import io.pledge.customer.Column.Kind;

import static io.pledge.customer.Column.optional;
import static io.pledge.customer.Column.required;

/** The columns of the sheets, in the order in which files have them. */
final class SheetColumns {
    private static final Column CUSTOMER = required("customer", Kind.CUSTOMER, "customer_id");
    private static final Column NAME = required("name", Kind.TEXT, "name");
    private static final Column LANGUAGE = required("language", Kind.LANGUAGE, "language");
    private static final Column ZONE = required("zone", Kind.ZONE, "zone");
    private static final Column RETIRED = optional("retired", Kind.RETIRED, "retired_at");

    static final List<Column> CUSTOMERS = List.of(required("key", Kind.KEY, "key"), NAME, LANGUAGE, ZONE,
            optional("account_manager", Kind.MANAGER, "account_manager_id"), RETIRED);

    static final List<Column> CONTRACTS = List.of(CUSTOMER, required("number", Kind.NUMBER, "number"),
            required("level", Kind.LEVEL, "level"), optional("calendar", Kind.CALENDAR, "calendar"),
            required("from", Kind.DATE, "starts_on"), optional("to", Kind.DATE, "ends_on"));

    static final List<Column> SITES = List.of(CUSTOMER, NAME, ZONE, required("unit", Kind.UNIT, "unit_id"), RETIRED);

    static final List<Column> CONTACTS = List.of(CUSTOMER, NAME.ofAPerson(),
            optional("email", Kind.EMAIL, "email").ofAPerson(), optional("phone", Kind.PHONE, "phone").ofAPerson(),
            LANGUAGE, optional("role", Kind.TEXT, "role").ofAPerson(),
            optional("level", Kind.CONTACT_LEVEL, "level").ofAPerson(), RETIRED);

    static final List<Column> EQUIPMENT = List.of(CUSTOMER, required("serial", Kind.NUMBER, "serial"),
            required("product", Kind.TEXT, "product"), required("site", Kind.SITE, "site_id"),
            optional("warranty_until", Kind.DATE, "warranty_until"), RETIRED);

    static final List<Column> SERVICES = List.of(CUSTOMER, NAME, required("contract", Kind.CONTRACT, "contract_id"),
            required("site", Kind.SITE, "site_id"), required("every", Kind.INTERVAL, "every"),
            required("next", Kind.DATE, "next_on"), required("lead_days", Kind.DAYS, "lead_days"), RETIRED);

    private SheetColumns() {}
}
