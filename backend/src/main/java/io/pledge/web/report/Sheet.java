package io.pledge.web.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/**
 * Comma-separated values that spreadsheets open as they are: with a byte order mark, so that they know the text is UTF-8, and
 * with an apostrophe before what they would take for a formula.
 */
final class Sheet {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String STARTS_A_FORMULA = "=+-@\t\r";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final PrintWriter to;

    private Sheet(PrintWriter to) {
        this.to = to;
    }

    /**
     * Begins a file that is saved under a name.
     *
     * @param columns their names in the messages, after {@code report.column.}
     */
    static Sheet begin(HttpServletResponse response, String name, List<String> columns, TimeWords words,
            Reader reader) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename(name + ".csv", StandardCharsets.UTF_8).build().toString());
        var sheet = new Sheet(response.getWriter());
        sheet.to.print(BYTE_ORDER_MARK);
        sheet.line(columns.stream().map(column -> words.say("report.column." + column, reader.locale())));
        return sheet;
    }

    void line(Stream<String> cells) {
        to.print(cells.map(Sheet::cell).collect(Collectors.joining(",")));
        to.print("\r\n");
    }

    static String time(@Nullable Instant at, Reader reader) {
        return at == null ? "" : TIME.format(at.atZone(reader.zone()));
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
