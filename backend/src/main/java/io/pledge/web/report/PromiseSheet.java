package io.pledge.web.report;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Units;
import io.pledge.report.CountedPromise;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/**
 * A list of promises as comma-separated values that spreadsheets open as they are: with a byte order mark, so that they know the text is
 * UTF-8, and with an apostrophe before what they would take for a formula.
 */
@Component
class PromiseSheet {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String STARTS_A_FORMULA = "=+-@\t\r";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final List<String> COLUMNS = List.of("case", "title", "kind", "severity", "customer", "promise",
            "sequence", "made", "due", "came", "outcome", "unconfirmed", "unit", "tier", "person", "policy");

    private final TimeWords words;
    private final Units units;
    private final PromiseWording wording;

    PromiseSheet(TimeWords words, Units units, PromiseWording wording) {
        this.words = words;
        this.units = units;
        this.wording = wording;
    }

    /** Writes the head and takes the lines. */
    Consumer<CountedPromise> begin(PrintWriter to, Reader reader) {
        to.print(BYTE_ORDER_MARK);
        line(to, COLUMNS.stream().map(column -> words.say("report.column." + column, reader.locale())));
        return one -> line(to, cells(one, reader));
    }

    private Stream<String> cells(CountedPromise one, Reader reader) {
        var locale = reader.locale();
        return Stream.of(one.ticket().number().value(), one.title(), words.say("kind." + one.ticketKind(), locale),
                words.say("severity." + one.severity(), locale), one.customer() == null ? "" : one.customer(),
                words.say("promise." + one.kind(), locale), String.valueOf(one.sequence()),
                time(one.madeAt(), reader), time(one.dueAt(), reader), time(one.outcomeAt(), reader),
                words.say("report.outcome." + one.outcome(), locale),
                words.say(one.unconfirmed() ? "report.yes" : "report.no", locale), units.unit(one.unit()).name(),
                words.say("tier." + one.tier(), locale), wording.person(one), one.policyLine());
    }

    private static String time(@Nullable Instant at, Reader reader) {
        return at == null ? "" : TIME.format(at.atZone(reader.zone()));
    }

    private static void line(PrintWriter to, Stream<String> cells) {
        to.print(cells.map(PromiseSheet::cell).collect(Collectors.joining(",")));
        to.print("\r\n");
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
