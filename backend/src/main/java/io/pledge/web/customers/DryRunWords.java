package io.pledge.web.customers;

import java.io.IOException;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.customer.BadCell;
import io.pledge.customer.BroughtFile;
import io.pledge.customer.Column;
import io.pledge.customer.DryRun;
import io.pledge.customer.Formulas;
import io.pledge.customer.Sheet;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says what importing a file would do, or has done. */
@Component
class DryRunWords {
    /** What a page can show; every line stands in the file that it offers. */
    private static final int SHOWN_BAD = 500;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CellWords words;
    private final HistoryLines lines;
    private final TimeWords time;

    DryRunWords(CellWords words, HistoryLines lines, TimeWords time) {
        this.words = words;
        this.lines = lines;
        this.time = time;
    }

    /** A sheet that can be brought. @param columns with what stands in them */
    record SheetView(String word, String name, List<ColumnView> columns) {}

    record ColumnView(String name, String words, boolean required) {}

    /** @param imported when; null while it waits */
    record FileView(String id, String name, String sheet, String word, @Nullable String imported, String added,
            String changed, String unchanged) {}

    /** @param moreBad how many more reasons there are than are shown; null for none */
    record RunView(String readAs, String added, String changed, String unchanged, String badLines, boolean importable,
            boolean nothing, List<BadLine> bad, @Nullable String moreBad, List<Changed> differences,
            @Nullable String moreDifferences, String seen) {}

    record BadLine(int line, String column, String value, String reason) {}

    record Changed(int line, String name, List<String> fields) {}

    List<SheetView> sheets(Locale locale) {
        return Stream.of(Sheet.values())
                .map(sheet -> new SheetView(sheet.word(), words.sheet(sheet, locale), sheet.columns().stream()
                        .map(column -> new ColumnView(column.name(), explained(column, locale), column.required()))
                        .toList()))
                .toList();
    }

    FileView file(BroughtFile file, Reader reader) {
        Locale locale = reader.locale();
        var at = file.importedAt();
        return new FileView(file.id().toString(), file.name(), words.sheet(file.sheet(), locale), file.sheet().word(),
                at == null ? null : time.moment(at, reader), number(file.added(), locale),
                number(file.changed(), locale), number(file.unchanged(), locale));
    }

    RunView run(BroughtFile file, DryRun run, Locale locale) {
        int moreBad = run.bad().size() - SHOWN_BAD;
        int moreDifferences = run.changed() - run.differences().size();
        String readAs = words.say("customers.import.read", locale, run.charset(),
                words.say("customers.separator." + (int) run.separator(), locale));
        return new RunView(readAs, number(run.added(), locale), number(run.changed(), locale),
                number(run.unchanged(), locale), number(run.badLines(), locale), run.isImportable(),
                run.added() + run.changed() == 0, run.bad().stream().limit(SHOWN_BAD).map(bad -> bad(bad, locale))
                        .toList(),
                moreBad > 0 ? number(moreBad, locale) : null,
                run.differences().stream().map(one -> changed(file.sheet(), one, locale)).toList(),
                moreDifferences > 0 ? number(moreDifferences, locale) : null, run.seen());
    }

    /** Every bad line as a file. */
    void writeBad(DryRun run, Appendable to, Locale locale) throws IOException {
        try (CSVPrinter file = begin(to, locale, "line", "column", "value", "reason")) {
            for (BadCell one : run.bad()) {
                BadLine bad = bad(one, locale);
                file.printRecord(bad.line(), bad.column(), Formulas.written(bad.value()), bad.reason());
            }
        }
    }

    /** Every change as a file, a line for each field. */
    void writeChanges(BroughtFile file, DryRun run, Appendable to, Locale locale) throws IOException {
        try (CSVPrinter changes = begin(to, locale, "line", "row", "column", "before", "after")) {
            for (DryRun.Difference one : run.differences()) {
                for (Map.Entry<String, DryRun.Change> field : one.fields().entrySet()) {
                    changes.printRecord(one.line(), Formulas.written(one.name()), field.getKey(),
                            written(field.getValue().before()), written(field.getValue().after()));
                }
            }
        }
    }

    private CSVPrinter begin(Appendable to, Locale locale, String... heads) throws IOException {
        to.append(BYTE_ORDER_MARK);
        CSVPrinter file = new CSVPrinter(to, CSVFormat.RFC4180);
        file.printRecord(Stream.of(heads).map(head -> words.say("customers.import." + head, locale)));
        return file;
    }

    private BadLine bad(BadCell bad, Locale locale) {
        return new BadLine(bad.line(), bad.column() == null ? "" : bad.column(), bad.value(),
                words.reason(bad, locale));
    }

    private Changed changed(Sheet sheet, DryRun.Difference one, Locale locale) {
        return new Changed(one.line(), one.name(), one.fields().entrySet().stream()
                .map(field -> lines.field(sheet, field.getKey(), field.getValue(), locale))
                .toList());
    }

    private String explained(Column column, Locale locale) {
        return words.say("customers.explained." + column.kind(), locale, words.column(column.name(), locale));
    }

    private static String written(@Nullable String value) {
        return value == null ? "" : Formulas.written(value);
    }

    private static String number(int count, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }
}
