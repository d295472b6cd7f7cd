package io.pledge.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

/** Places rails: a promise that runs, holds within it, and one that was overrun. */
@Component
public class RailDrawing {

    /** Nearer than this to an end, the label of now would run into the label there. */
    private static final double LABEL_ROOM = 0.28;
    private static final double LETTERS_ON_A_PHONE = 38;

    private final TimeWords time;

    RailDrawing(TimeWords time) {
        this.time = time;
    }

    /** A hole in the time of a promise. */
    public record Hold(Instant from, Instant to) {}

    /**
     * The rail of a promise as the reader sees it now: running before the due time, overrun after it.
     *
     * @param from when the promise was made, or the last word came
     * @param startWords what happened then, such as "14:24 last word"; empty for the bare time
     * @param holds holds that lie between, drawn as dots
     */
    public Rail of(Instant from, Instant due, String startWords, List<Hold> holds, Reader reader) {
        var start = startWords.isEmpty() ? time.moment(from, reader) : startWords;
        return reader.now().isAfter(due)
                ? overrun(from, due, start, reader)
                : running(from, due, start, holds, reader);
    }

    private Rail running(Instant from, Instant due, String start, List<Hold> holds, Reader reader) {
        var now = share(from, due, reader.now());
        var lines = new ArrayList<Rail.Line>();
        lines.add(new Rail.Line("track", "0%", "100%", false));
        lines.add(new Rail.Line("done", "0%", percent(now), true));
        for (var hold : holds) {
            var begin = percent(share(from, due, hold.from()));
            var end = percent(share(from, due, hold.to()));
            lines.add(new Rail.Line("gap", begin, end, false));
            lines.add(new Rail.Line("hold", begin, end, false));
        }
        var spoken = spoken("rail.running", from, due, reader);
        return new Rail(lines, null, "100%", percent(now), labels(now, start, due, reader), spoken, from, due);
    }

    private List<Rail.Label> labels(double now, String start, Instant due, Reader reader) {
        var current = time.say("rail.now", reader.locale(), time.time(reader.now(), reader.zone()));
        var end = time.moment(due, reader);
        var labels = new ArrayList<Rail.Label>();
        labels.add(new Rail.Label("0%", "start", now < LABEL_ROOM / 2 ? current : start, false, false));
        if (now > LABEL_ROOM && now < 1 - LABEL_ROOM) {
            var half = width(current) / 2;
            var fits = now - half > width(start) && now + half < 1 - width(end);
            labels.add(new Rail.Label(percent(now), "middle", current, false, !fits));
        }
        labels.add(new Rail.Label("100%", "end", end, false, false));
        return labels;
    }

    /** The share of the rail on a phone that words take, with some space beside them. */
    private static double width(String words) {
        return words.codePoints().mapToDouble(c -> Character.isIdeographic(c) ? 2 : 1).sum() / LETTERS_ON_A_PHONE;
    }

    private Rail overrun(Instant from, Instant due, String start, Reader reader) {
        var gate = Math.clamp(share(from, reader.now(), due), 0.3, 0.72);
        var promised = time.say("rail.promised", reader.locale(), time.moment(due, reader));
        var overdue = time.overdue(Duration.between(due, reader.now()), reader.locale());
        return new Rail(
                List.of(new Rail.Line("track", "0%", percent(gate), false)),
                new Rail.Stretch(percent(gate), percent(1 - gate)),
                percent(gate),
                null,
                List.of(
                        new Rail.Label("0%", "start", gate < 0.5 ? "" : start, false, true),
                        promisedAt(gate, promised, overdue),
                        new Rail.Label("100%", "end", overdue, true, false)),
                spoken("rail.overrun", from, due, reader),
                null,
                null);
    }

    /** At the gate where the words have room before it, else from the beginning. */
    private static Rail.Label promisedAt(double gate, String promised, String overdue) {
        return width(promised) < gate && gate < 1 - width(overdue)
                ? new Rail.Label(percent(gate - 0.01), "end", promised, false, false)
                : new Rail.Label("0%", "start", promised, false, false);
    }

    private String spoken(String key, Instant from, Instant due, Reader reader) {
        return time.say(key, reader.locale(), time.spoken(from, reader), time.spoken(due, reader));
    }

    private static double share(Instant from, Instant to, Instant at) {
        var whole = Duration.between(from, to).toMillis();
        return whole <= 0 ? 1 : Math.clamp((double) Duration.between(from, at).toMillis() / whole, 0, 1);
    }

    /** A share as an SVG length, such as 37.20%. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }
}
