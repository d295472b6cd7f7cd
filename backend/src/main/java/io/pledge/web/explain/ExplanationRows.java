package io.pledge.web.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.pledge.calendar.Stretch;
import io.pledge.calendar.WorkingTime;
import io.pledge.sla.Explanation;
import io.pledge.sla.Explanation.Change;
import io.pledge.sla.Leg;
import io.pledge.web.explain.ExplanationView.Row;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Tells stretch by stretch what counted; of very many only the first and the last. */
final class ExplanationRows {
    private static final int FIRST = 12;
    private static final int LAST = 3;

    private final ChangedTerms terms;
    private final TimeWords time;
    private final Reader reader;
    private final List<Row> rows = new ArrayList<>();
    private WorkingTime sum;

    private ExplanationRows(ChangedTerms terms, TimeWords time, Reader reader, WorkingTime sum) {
        this.terms = terms;
        this.time = time;
        this.reader = reader;
        this.sum = sum;
    }

    static List<Row> of(Explanation explanation, ChangedTerms terms, TimeWords time, Reader reader) {
        var telling = new ExplanationRows(terms, time, reader, explanation.usedBefore());
        if (!explanation.usedBefore().isZero()) {
            telling.row("more", "", "explain.inherited", explanation.usedBefore());
        }
        Deque<Change> changes = new ArrayDeque<>(explanation.changes());
        for (Leg leg : explanation.legs()) {
            telling.changesUntil(leg.from(), changes);
            telling.leg(leg);
        }
        telling.changesUntil(Instant.MAX, changes);
        return List.copyOf(telling.rows);
    }

    private void leg(Leg leg) {
        if (leg.pause() != null) {
            rows.add(new Row("left", span(leg.from(), leg.to()), say("explain.left." + leg.pause()),
                    say("explain.notCounted", length(leg.working())), ""));
            return;
        }
        List<Stretch> stretches = leg.stretches();
        boolean many = stretches.size() > FIRST + LAST + 1;
        List<Stretch> first = many ? stretches.subList(0, FIRST) : stretches;
        first.forEach(stretch -> counted(leg, stretch));
        if (many) {
            List<Stretch> between = stretches.subList(FIRST, stretches.size() - LAST);
            more(leg, between);
            stretches.subList(stretches.size() - LAST, stretches.size()).forEach(stretch -> counted(leg, stretch));
        }
    }

    private void counted(Leg leg, Stretch stretch) {
        WorkingTime length = leg.target().calendar().between(stretch.from(), stretch.to());
        sum = sum.plus(length);
        row("counted", span(stretch.from(), stretch.to()), "explain.counted", length);
    }

    private void more(Leg leg, List<Stretch> stretches) {
        WorkingTime length = leg.target().calendar().between(stretches.getFirst().from(), stretches.getLast().to());
        sum = sum.plus(length);
        rows.add(new Row("more", span(stretches.getFirst().from(), stretches.getLast().to()),
                say("explain.more", stretches.size()), length(length), length(sum)));
    }

    private void changesUntil(Instant at, Deque<Change> changes) {
        while (!changes.isEmpty() && !changes.peek().at().isAfter(at)) {
            rows.add(terms.row(changes.remove(), reader));
        }
    }

    private void row(String tone, String when, String what, WorkingTime length) {
        rows.add(new Row(tone, when, say(what), length(length), length(sum)));
    }

    private String span(Instant from, Instant to) {
        boolean sameDay = reader.dayOf(from).equals(reader.dayOf(to));
        return say("explain.span", time.moment(from, reader),
                sameDay ? time.time(to, reader.zone()) : time.moment(to, reader));
    }

    private String length(WorkingTime working) {
        return time.working(Duration.ofSeconds(working.seconds()), reader.locale());
    }

    private String say(String key, Object... words) {
        return time.say(key, reader.locale(), words);
    }
}
