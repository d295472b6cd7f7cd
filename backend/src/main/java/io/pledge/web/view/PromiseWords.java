package io.pledge.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.springframework.stereotype.Component;

/** Turns what is known of a promise into its badge. The shapes follow the table of the product's visual language. */
@Component
public class PromiseWords {

    private final TimeWords time;

    PromiseWords(TimeWords time) {
        this.time = time;
    }

    /** The badge of a promise as this reader sees it now. */
    public PromiseBadge badge(PromiseReading reading, Reader reader) {
        return switch (reading) {
            case PromiseReading.Running running -> running(running, reader);
            case PromiseReading.Broken broken -> broken(broken.kind(), broken.due(), reader);
            case PromiseReading.Late late -> late(late, reader);
            case PromiseReading.Kept kept -> kept(kept, reader);
            case PromiseReading.Paused paused -> paused(paused, reader);
            case PromiseReading.NotTaken waiting -> notTaken(waiting, reader);
            case PromiseReading.Moved moved -> moved(moved, reader);
            case PromiseReading.Withdrawn withdrawn ->
                still("withdrawn", "ring-struck", time.say("badge.withdrawn", reader.locale()), withdrawn.kind(),
                        reader);
        };
    }

    /** The kind of a promise in the reader's words, such as "Next word". */
    public String kind(String kind, Locale locale) {
        return time.say("promise." + kind, locale);
    }

    private PromiseBadge running(PromiseReading.Running promise, Reader reader) {
        if (!reader.now().isBefore(promise.due())) {
            return broken(promise.kind(), promise.due(), reader);
        }
        var soon = !reader.now().isBefore(promise.warnAt());
        var words = time.left(Duration.between(reader.now(), promise.due()), reader.locale());
        return new PromiseBadge(
                soon ? "due" : "running",
                soon ? "triangle" : ring(promise.used()),
                words,
                spoken(soon ? "due" : "running", promise.kind(), promise.due(), reader),
                promise.due(),
                promise.warnAt());
    }

    private PromiseBadge broken(String kind, Instant due, Reader reader) {
        var words = time.overdue(Duration.between(due, reader.now()), reader.locale());
        return new PromiseBadge("broken", "split", words, spoken("broken", kind, due, reader), due, null);
    }

    private PromiseBadge late(PromiseReading.Late promise, Reader reader) {
        var words = time.late(Duration.between(promise.due(), promise.met()), reader.locale());
        var spoken = spoken("late", promise.kind(), promise.due(), reader);
        return new PromiseBadge("late", "split-hollow", words, spoken, null, null);
    }

    private PromiseBadge kept(PromiseReading.Kept promise, Reader reader) {
        var words = time.say("badge.kept", reader.locale(), time.moment(promise.met(), reader));
        var spoken = spoken("kept", promise.kind(), promise.met(), reader);
        return new PromiseBadge("kept", "tick-disc", words, spoken, null, null);
    }

    private PromiseBadge paused(PromiseReading.Paused promise, Reader reader) {
        var left = time.left(promise.left(), reader.locale());
        var words = time.say("badge.paused", reader.locale(), left);
        return still("paused", "bars", words, promise.kind(), reader);
    }

    private PromiseBadge notTaken(PromiseReading.NotTaken waiting, Reader reader) {
        var span = time.span(Duration.between(waiting.since(), reader.now()), reader.locale());
        var words = time.say("badge.open", reader.locale(), span);
        var spoken = time.say("badge.spoken.open", reader.locale(), time.spoken(waiting.since(), reader));
        return new PromiseBadge("open", "ring-dashed", words, spoken, null, null);
    }

    private PromiseBadge moved(PromiseReading.Moved promise, Reader reader) {
        var words = time.say("badge.moved", reader.locale(), time.moment(promise.to(), reader));
        var spoken = spoken("moved", promise.kind(), promise.to(), reader);
        return new PromiseBadge("moved", "arrow", words, spoken, null, null);
    }

    private PromiseBadge still(String tone, String shape, String words, String kind, Reader reader) {
        var spoken = time.say("badge.spoken.still", reader.locale(), state(tone, reader), kind(kind, reader.locale()),
                words);
        return new PromiseBadge(tone, shape, words, spoken, null, null);
    }

    private String spoken(String tone, String kind, Instant at, Reader reader) {
        var moment = time.spoken(at, reader);
        return time.say("badge.spoken", reader.locale(), state(tone, reader), kind(kind, reader.locale()), moment);
    }

    private String state(String tone, Reader reader) {
        return time.say("badge.state." + tone, reader.locale());
    }

    private static String ring(double used) {
        return used < 0.125
                ? "ring"
                : used < 0.375 ? "ring-quarter" : used < 0.625 ? "ring-half" : "ring-three-quarters";
    }
}
