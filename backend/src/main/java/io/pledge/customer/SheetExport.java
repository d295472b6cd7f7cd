package io.pledge.customer;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Scope;

/** Writes a sheet as the file that can be imported again: with a byte order mark, so that spreadsheets know the text is UTF-8. */
@Component
public class SheetExport {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private final CustomerSheets sheets;

    SheetExport(CustomerSheets sheets) {
        this.sheets = sheets;
    }

    /** Every row of the customers that somebody may see, line by line as they are read. */
    public void write(Sheet sheet, Scope scope, Appendable to) {
        try {
            to.append(BYTE_ORDER_MARK);
            CSVPrinter lines = new CSVPrinter(to, FORMAT);
            lines.printRecord(sheet.columns().stream().map(Column::name));
            sheets.all(sheet, scope, row -> print(lines, sheet, row));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void print(CSVPrinter lines, Sheet sheet, SheetRow row) {
        try {
            lines.printRecord(sheet.columns().stream().map(column -> Formulas.written(row.cell(column.name()))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
