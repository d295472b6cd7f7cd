package io.pledge.web.customers;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.customer.Column;
import io.pledge.customer.Column.Kind;
import io.pledge.customer.Customer;
import io.pledge.customer.CustomerSheets;
import io.pledge.customer.Sheet;
import io.pledge.customer.SheetRow;

/** The rows of a customer as tables: contracts, sites, contacts, equipment. */
@Component
class RowTables {
    private final CustomerSheets sheets;
    private final CellWords words;

    RowTables(CustomerSheets sheets, CellWords words) {
        this.sheets = sheets;
        this.words = words;
    }

    /**
     * Some rows of a sheet.
     *
     * @param title what the rows are called together
     * @param heads the names of the columns
     * @param after the last row shown; null where no more follow
     */
    record Table(Sheet sheet, String title, List<String> heads, List<Row> rows, @Nullable Long after) {}

    /** One row. @param cells in the order of the heads */
    record Row(long id, List<String> cells, boolean retired) {}

    /** The customer's rows by name. @param starting only those that begin so */
    Table table(Sheet sheet, Customer customer, String starting, @Nullable Long after, int size, Locale locale) {
        List<SheetRow> found = sheets.page(sheet, customer.id(), starting, after, size + 1);
        List<SheetRow> shown = found.subList(0, Math.min(size, found.size()));
        List<Column> columns = sheet.columns().stream()
                .filter(column -> column.kind() != Kind.CUSTOMER && column.kind() != Kind.RETIRED).toList();
        return new Table(sheet, words.sheet(sheet, locale),
                columns.stream().map(column -> words.column(column.name(), locale)).toList(),
                shown.stream().map(row -> row(row, columns, locale)).toList(),
                found.size() > size ? shown.getLast().id() : null);
    }

    private Row row(SheetRow row, List<Column> columns, Locale locale) {
        return new Row(row.id(),
                columns.stream().map(column -> words.cell(column, row.cell(column.name()), locale)).toList(),
                row.retired());
    }
}
