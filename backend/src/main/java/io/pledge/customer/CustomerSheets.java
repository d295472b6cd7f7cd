package io.pledge.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.Scope;

/** Reads the rows of sheets. Whether somebody may see the customer is asked before, but for what leaves as a file. */
@Component
public class CustomerSheets {
    private static final int FETCHED = 1_000;
    private final JdbcClient jdbc;

    CustomerSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row; empty where there is none, or of a contact no more. */
    public Optional<SheetRow> row(Sheet sheet, long id) {
        return jdbc.sql(SheetSql.rows(sheet) + " where t.id = ?").param(id).query((row, n) -> row(sheet, row))
                .optional();
    }

    /** One row of a customer; empty where it is somebody else's. */
    public Optional<SheetRow> row(Sheet sheet, CustomerId customer, long id) {
        return row(sheet, id).filter(row -> row.customer().equals(customer));
    }

    /**
     * A page of a customer's rows, by name.
     *
     * @param starting only those whose name starts so, whatever its case; empty: all
     * @param after the last row of the page before; null: the first page
     */
    public List<SheetRow> page(Sheet sheet, CustomerId customer, String starting, @Nullable Long after, int size) {
        String order = SheetSql.order(sheet);
        String name = "t." + SheetSql.naming(sheet);
        Map<String, Object> parameters = new HashMap<>(Map.of("customer", customer.value()));
        StringBuilder conditions = new StringBuilder(" where t.customer_id = :customer");
        if (!starting.isBlank()) {
            conditions.append(" and upper(%s) collate \"C\" like upper(:starting)".formatted(name));
            parameters.put("starting", starting.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (after != null) {
            conditions
                    .append(" and (%s, t.id) > (select %s, t.id from %s t where t.id = :after)".formatted(order, order,
                            sheet.table()));
            parameters.put("after", after);
        }
        return jdbc.sql(SheetSql.rows(sheet) + conditions + " order by %s, t.id limit %d".formatted(order, size))
                .params(parameters).query((row, n) -> row(sheet, row)).list();
    }

    /** Hands over every row of the customers that somebody may see, one after the other and never many at once. */
    @Transactional(readOnly = true)
    public void all(Sheet sheet, Scope scope, Consumer<SheetRow> to) {
        String customers = scope.all()
                ? ""
                : " where r.customer_id in (select customer.id from customer where %s)"
                        .formatted(Customers.seen(scope));
        try (var rows = jdbc.sql("select r.* from (%s) r%s order by %s r.id".formatted(SheetSql.rows(sheet), customers,
                sheet.isOfCustomer() ? "r.customer," : "")).withFetchSize(FETCHED).params(scope.parameters())
                .query((row, n) -> row(sheet, row)).stream()) {
            rows.forEach(to);
        }
    }

    private static SheetRow row(Sheet sheet, ResultSet row) throws SQLException {
        Map<String, String> cells = new HashMap<>();
        for (Column column : sheet.columns()) {
            String value = row.getString(column.name());
            if (value != null) {
                cells.put(column.name(), value);
            }
        }
        return new SheetRow(row.getLong("id"), row.getInt("version"), new CustomerId(row.getLong("customer_id")),
                cells);
    }
}
