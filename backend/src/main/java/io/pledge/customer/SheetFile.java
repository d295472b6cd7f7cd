package io.pledge.customer;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import io.pledge.customer.FileRefused.Reason;

/**
 * A file whose header line is understood, ready to be read line by line.
 *
 * @param separator comma, semicolon or tab
 * @param columns in the order of the file
 */
record SheetFile(SheetText source, char separator, List<Column> columns) {
    /** More than these are brought in several files. */
    static final int MOST_LINES = 200_000;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /** Takes a line as it comes. */
    interface Lines {
        /** @param values as many as there are, which is not always as many as columns */
        void take(int line, List<String> values);
    }

    /** Understands the header line: the separator is the one by which it names most columns. Case and order do not count. */
    static SheetFile of(Sheet sheet, SheetText source) throws FileRefused {
        String header = source.text().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char separator = SEPARATORS.stream()
                .max(Comparator.comparingLong(candidate -> names(header, candidate)
                        .filter(name -> sheet.column(name).isPresent()).count()))
                .orElseThrow();
        return new SheetFile(source, separator, columns(sheet, names(header, separator).toList()));
    }

    /**
     * Reads every line after the header line; empty ones are passed over.
     *
     * @throws FileRefused where quotes do not fit together, so that nobody can say where a line ends; where there are too many lines,
     *     or none
     */
    void read(Lines to) throws FileRefused {
        int line = 1;
        int read = -1;
        try (CSVParser parser = format(separator).parse(new StringReader(source.text()))) {
            for (var records = parser.iterator(); records.hasNext(); line = (int) parser.getCurrentLineNumber() + 1) {
                CSVRecord record = records.next();
                if (isEmpty(record)) {
                    continue;
                }
                if (++read > MOST_LINES) {
                    throw new FileRefused(Reason.MANY, MOST_LINES);
                }
                if (read > 0) {
                    to.take(line, values(record));
                }
            }
        } catch (UncheckedIOException | IOException broken) {
            throw new FileRefused(Reason.QUOTES, line);
        }
        if (read < 1) {
            throw new FileRefused(Reason.HEADER_ONLY, "");
        }
    }

    /** Spreadsheets write empty values after the last column where somebody once typed something there. */
    private List<String> values(CSVRecord record) {
        List<String> values = Stream.of(record.values()).map(Formulas::read).toList();
        boolean nothingMore = values.size() > columns.size()
                && values.stream().skip(columns.size()).allMatch(String::isBlank);
        return nothingMore ? values.subList(0, columns.size()) : values;
    }

    private static List<Column> columns(Sheet sheet, List<String> names) throws FileRefused {
        List<Column> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            columns.add(sheet.column(name).orElseThrow(() -> new FileRefused(Reason.UNKNOWN_COLUMN, name)));
            if (!seen.add(name)) {
                throw new FileRefused(Reason.COLUMN_TWICE, name);
            }
        }
        for (Column column : sheet.columns()) {
            if (column.required() && !seen.contains(column.name())) {
                throw new FileRefused(Reason.COLUMN_MISSING, column.name());
            }
        }
        return List.copyOf(columns);
    }

    private static Stream<String> names(String header, char separator) {
        // without the empty names at the end
        return Arrays.stream(header.split(String.valueOf(separator)))
                .map(name -> name.strip().replace("\"", "").strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isEmpty(CSVRecord record) {
        return record.size() == 1 && record.get(0).isBlank();
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
    }
}
