package io.pledge.web.report;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Units;
import io.pledge.report.CountedPromise;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** A list of promises as a file for spreadsheets. */
@Component
class PromiseSheet {
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
    Consumer<CountedPromise> begin(HttpServletResponse response, Period period, Reader reader) throws IOException {
        var sheet = Sheet.begin(response, "pledge-" + period.first() + "-" + period.last(), COLUMNS, words, reader);
        return one -> sheet.line(cells(one, reader));
    }

    private Stream<String> cells(CountedPromise one, Reader reader) {
        var locale = reader.locale();
        return Stream.of(one.ticket().number().value(), one.title(), words.say("kind." + one.ticketKind(), locale),
                words.say("severity." + one.severity(), locale), one.customer() == null ? "" : one.customer(),
                words.say("promise." + one.kind(), locale), String.valueOf(one.sequence()),
                Sheet.time(one.madeAt(), reader), Sheet.time(one.dueAt(), reader), Sheet.time(one.outcomeAt(), reader),
                words.say("report.outcome." + one.outcome(), locale),
                words.say(one.unconfirmed() ? "report.yes" : "report.no", locale), units.unit(one.unit()).name(),
                words.say("tier." + one.tier(), locale), wording.person(one), one.policyLine());
    }
}
