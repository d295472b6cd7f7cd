package io.pledge.customer;

import java.util.List;
import java.util.stream.Collectors;

/** What the statements of the sheets are put together from. Their parts are constants of this class and names of columns, never what people typed. */
final class SheetSql {
    private static final String RETIRED = "case when t.retired_at is not null then 'yes' end as retired";

    private SheetSql() {}

    /** The rows of a sheet as its file has them: id, version, customer_id, and a text by the name of every column; null for nothing. */
    static String rows(Sheet sheet) {
        return switch (sheet) {
            case CUSTOMERS -> """
                              select t.id, t.version, t.id as customer_id, t.key, t.name, t.language, t.zone,
                                     m.username as account_manager, %s
                              from customer t left join person m on m.id = t.account_manager_id
                              """.formatted(RETIRED);
            case CONTRACTS -> """
                              select t.id, t.version, t.customer_id, c.key as customer, t.number, lower(t.level) as level,
                                     t.calendar, cast(t.starts_on as text) as "from", cast(t.ends_on as text) as "to"
                              from contract t join customer c on c.id = t.customer_id
                              """;
            case SITES -> """
                          select t.id, t.version, t.customer_id, c.key as customer, t.name, t.zone, u.key as unit, %s
                          from site t join customer c on c.id = t.customer_id join service_unit u on u.id = t.unit_id
                          """.formatted(RETIRED);
            case CONTACTS -> """
                             select t.id, t.version, t.customer_id, c.key as customer, t.name, t.email, t.phone,
                                    t.language, t.role, lower(t.level) as level, %s
                             from contact t join customer c on c.id = t.customer_id and t.erased_at is null
                             """.formatted(RETIRED);
            case EQUIPMENT -> """
                              select t.id, t.version, t.customer_id, c.key as customer, t.serial, t.product,
                                     s.name as site, cast(t.warranty_until as text) as warranty_until, %s
                              from equipment t join customer c on c.id = t.customer_id join site s on s.id = t.site_id
                              """.formatted(RETIRED);
            case SERVICES -> """
                             select t.id, t.version, t.customer_id, c.key as customer, t.name, k.number as contract,
                                    s.name as site, t.every, cast(t.next_on as text) as next,
                                    cast(t.lead_days as text) as lead_days, %s
                             from service_owed t join customer c on c.id = t.customer_id
                             join contract k on k.id = t.contract_id join site s on s.id = t.site_id
                             """.formatted(RETIRED);
        };
    }

    /** By what the rows of one customer are sorted; never null. */
    static String order(Sheet sheet) {
        return switch (sheet) {
            case CUSTOMERS -> "t.key";
            case CONTRACTS -> "upper(t.number)";
            case SITES, SERVICES -> "t.name";
            case CONTACTS -> "coalesce(t.name, '')";
            case EQUIPMENT -> "upper(t.serial) collate \"C\"";
        };
    }

    /** Which row {@code t} of the table a line {@code s} is about. */
    static String match(Sheet sheet) {
        return switch (sheet) {
            case CUSTOMERS -> "t.key = s.key";
            case CONTRACTS -> "upper(t.number) = upper(s.number)";
            case SITES, SERVICES -> "t.customer_id = s.customer_id and t.name = s.name";
            case CONTACTS -> """
                             t.customer_id = s.customer_id and t.erased_at is null
                             and (lower(t.email) = lower(s.email) or s.email is null and t.email is null and t.name = s.name)
                             """;
            case EQUIPMENT -> "upper(t.serial) = upper(s.serial)";
        };
    }

    /** What tells one line {@code s} of a file from another; the first is the column to complain about. */
    static List<String> identity(Sheet sheet) {
        return switch (sheet) {
            case CUSTOMERS -> List.of("s.key");
            case CONTRACTS -> List.of("upper(s.number)");
            case SITES, SERVICES -> List.of("s.name", "s.customer");
            case CONTACTS -> List.of("coalesce(lower(s.email), s.name)", "s.customer", "s.email is null");
            case EQUIPMENT -> List.of("upper(s.serial)");
        };
    }

    /** The column that names a row. */
    static String naming(Sheet sheet) {
        return switch (sheet) {
            case CUSTOMERS -> "key";
            case CONTRACTS -> "number";
            case SITES, CONTACTS, SERVICES -> "name";
            case EQUIPMENT -> "serial";
        };
    }

    /** What the field of a column becomes: a value made of line {@code s}. @param former the row's moment of retiring, if there is a row */
    static String value(Column column, String former) {
        String text = "s." + quoted(column);
        return switch (column.kind()) {
            case LEVEL, CONTACT_LEVEL -> "upper(" + text + ")";
            case DATE -> "cast(" + text + " as date)";
            case UNIT -> "(select u.id from service_unit u where u.key = " + text + ")";
            case MANAGER -> "(select p.id from person p where p.username = " + text + ")";
            case CUSTOMER -> "s.customer_id";
            case SITE -> "s.site_id";
            case CONTRACT ->
                "(select k.id from contract k where k.customer_id = s.customer_id and upper(k.number) = upper(%s))"
                        .formatted(text);
            case DAYS -> "cast(" + text + " as integer)";
            case RETIRED -> "case when " + text + " is not null then coalesce(" + former + ", :now) end";
            default -> text;
        };
    }

    static String quoted(Column column) {
        return '"' + column.name() + '"';
    }

    static String list(List<Column> columns, java.util.function.Function<Column, String> word) {
        return columns.stream().map(word).collect(Collectors.joining(", "));
    }
}
