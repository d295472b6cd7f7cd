package io.pledge.web.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.WorkingTime;
import io.pledge.sla.Correction;
import io.pledge.sla.Corrections;
import io.pledge.sla.Explanation;
import io.pledge.sla.Promise;
import io.pledge.sla.Reading;
import io.pledge.web.PromiseReadings;
import io.pledge.web.view.Plate;
import io.pledge.web.view.PromiseWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says an explanation in words that a customer would accept. */
@Component
public class ExplanationWords {
    private final PromiseWords promises;
    private final ChangedTerms changes;
    private final Corrections corrections;
    private final TimeWords time;

    ExplanationWords(PromiseWords promises, ChangedTerms changes, Corrections corrections, TimeWords time) {
        this.promises = promises;
        this.changes = changes;
        this.corrections = corrections;
        this.time = time;
    }

    /**
     * The explanation of a promise for this reader.
     *
     * @param promise as it stands in the ledger's projection
     */
    public ExplanationView of(Promise promise, Explanation explanation, Reader reader) {
        return new ExplanationView(promises.kind(promise.kind().name(), reader.locale()),
                promises.badge(PromiseReadings.of(promise, reader.now()), reader), plate(promise, reader),
                made(explanation, reader), explanation.reading().explicit() ? null : because(explanation, reader),
                ExplanationRows.of(explanation, changes, time, reader), result(explanation, reader),
                corrections.of(promise.ticket(), promise.kind(), promise.sequence()).stream()
                        .map(correction -> corrected(correction, reader)).toList());
    }

    private String corrected(Correction correction, Reader reader) {
        return say(reader, correction.kept() ? "explain.corrected.kept" : "explain.corrected.broken",
                time.momentInSentence(correction.learnedAt(), reader),
                say(reader, "explain.learned." + correction.what()),
                time.momentInSentence(correction.happenedAt(), reader));
    }

    private @Nullable Plate plate(Promise promise, Reader reader) {
        Instant due = promise.dueAt();
        return due == null
                ? null
                : new Plate(say(reader, "explain.promised"), due, time.time(due, reader.zone()), false,
                        time.day(due, reader), time.zone(reader.zone(), reader.locale()), null);
    }

    /** Where it was made in another case, since when it stands in this one; it was used there in part. */
    private String made(Explanation explanation, Reader reader) {
        String made = madeHere(explanation, reader);
        return explanation.takenFrom() == null
                ? made
                : say(reader, "explain.takenFrom", made, explanation.takenFrom().number().value());
    }

    private String madeHere(Explanation explanation, Reader reader) {
        Reading reading = explanation.reading();
        String when = time.momentInSentence(reading.madeAt(), reader);
        if (reading.explicit() && reading.dueAt() != null) {
            return say(reader, "explain.made.explicit", when, time.momentInSentence(reading.dueAt(), reader));
        }
        BusinessCalendar calendar = explanation.madeFor().calendar();
        return say(reader, "explain.made", when, length(explanation.madeFor().allowance(), reader),
                calendar.name().equals(BusinessCalendar.always().name())
                        ? say(reader, "explain.always")
                        : say(reader, "explain.calendar", calendar.name(),
                                time.zone(calendar.zone(), reader.locale())));
    }

    private String because(Explanation explanation, Reader reader) {
        String line = explanation.terms().line();
        Map<String, List<String>> asked = explanation.because();
        if (asked.isEmpty()) {
            return say(reader, "explain.because.default", line);
        }
        String reasons = asked.entrySet().stream().map(entry -> say(reader, "explain.asked." + entry.getKey(),
                entry.getValue().stream().map(value -> value(entry.getKey(), value, reader))
                        .collect(Collectors.joining(say(reader, "list.separator")))))
                .collect(Collectors.joining(say(reader, "list.separator")));
        return say(reader, "explain.because", line, reasons);
    }

    private String value(String what, String value, Reader reader) {
        return switch (what) {
            case "level" -> say(reader, "desk.level." + value);
            case "customer" -> value;
            default -> say(reader, what + "." + value);
        };
    }

    private String result(Explanation explanation, Reader reader) {
        Reading reading = explanation.reading();
        String used = length(reading.used(), reader);
        String key = "explain.result." + (reading.state().name()
                + (reading.breachedAt() != null && reading.outcomeAt() != null ? "_LATE" : ""));
        return say(reader, key, used, reading.remaining() == null ? "" : length(reading.remaining(), reader),
                reading.dueAt() == null ? "" : time.momentInSentence(reading.dueAt(), reader),
                reading.outcomeAt() == null ? "" : time.momentInSentence(reading.outcomeAt(), reader));
    }

    private String length(WorkingTime working, Reader reader) {
        Locale locale = reader.locale();
        return time.working(Duration.ofSeconds(working.seconds()), locale);
    }

    private String say(Reader reader, String key, Object... words) {
        return time.say(key, reader.locale(), words);
    }
}
