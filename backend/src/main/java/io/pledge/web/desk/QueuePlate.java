package io.pledge.web.desk;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.security.SignedIn;
import io.pledge.sla.Promise;
import io.pledge.sla.Promises;
import io.pledge.ticket.Queue;
import io.pledge.ticket.QueueFilter;
import io.pledge.ticket.QueueRow;
import io.pledge.ticket.QueueView;
import io.pledge.web.PromiseReadings;
import io.pledge.web.view.DayDrawing;
import io.pledge.web.view.DayDrawing.Due;
import io.pledge.web.view.DayRail;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.PromiseWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The plate over the queue: the next promise, and the day with every promise that falls into it. */
@Component
class QueuePlate {
    /** Beyond this many marks a day is a bar and nobody could tell them apart. */
    private static final int MARKS = 60;
    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 20;

    private final Queue queue;
    private final Promises promises;
    private final PromiseWords words;
    private final DayDrawing days;
    private final TimeWords time;

    QueuePlate(Queue queue, Promises promises, PromiseWords words, DayDrawing days, TimeWords time) {
        this.queue = queue;
        this.promises = promises;
        this.words = words;
        this.days = days;
        this.time = time;
    }

    @Nullable
    Shown of(SignedIn me, Reader reader) {
        List<QueueRow> rows = queue.page(me.scope(), QueueFilter.of(QueueView.OPEN), me.id(), reader.now(), null,
                MARKS);
        var made = promises.of(rows.stream().map(QueueRow::id).toList());
        List<Due> marks = new ArrayList<>();
        made.values().stream().flatMap(List::stream).filter(p -> p.dueAt() != null && today(p.dueAt(), reader))
                .forEach(p -> marks.add(mark(p, reader)));
        return rows.stream().flatMap(row -> next(row, made.getOrDefault(row.id(), List.of()), reader).stream())
                .min(Comparator.comparing(Next::due)).map(next -> shown(next, marks, me, reader)).orElse(null);
    }

    private Shown shown(Next next, List<Due> marks, SignedIn me, Reader reader) {
        PromiseBadge badge = words.badge(PromiseReadings.of(next.promise(), reader.now()), reader);
        boolean today = today(next.due(), reader);
        String who = Optional.ofNullable(next.row().customer()).orElse(next.row().submitter());
        String note = me.id().equals(next.row().assignee())
                ? time.say("desk.plate.yours", reader.locale(), badge.words())
                : badge.words();
        return new Shown(next.due(), today ? time.time(next.due(), reader.zone()) : time.moment(next.due(), reader),
                !today,
                time.say("desk.plate.to", reader.locale(),
                        words.kind(next.promise().kind().name(), reader.locale()), who),
                note, "/desk/tickets/" + next.row().id().number().value(), rail(marks, reader));
    }

    /** From eight to eight, further where it is earlier or later already. */
    private DayRail rail(List<Due> marks, Reader reader) {
        int hour = ZonedDateTime.ofInstant(reader.now(), reader.zone()).getHour();
        return days.of(Math.min(FIRST_HOUR, hour - hour % 2), Math.max(LAST_HOUR, Math.min(24, hour + 2 - hour % 2)),
                marks,
                reader);
    }

    private Optional<Next> next(QueueRow row, List<Promise> made, Reader reader) {
        return made.stream().filter(p -> p.unanswered() && p.dueAt() != null && !reader.now().isAfter(p.dueAt()))
                .min(Comparator.comparing(Promise::dueAt)).map(p -> new Next(row, p, p.dueAt()));
    }

    private Due mark(Promise promise, Reader reader) {
        return new Due(promise.dueAt(), words.badge(PromiseReadings.of(promise, reader.now()), reader),
                time.moment(promise.dueAt(), reader));
    }

    private static boolean today(Instant instant, Reader reader) {
        return reader.dayOf(instant).equals(reader.today());
    }

    private record Next(QueueRow row, Promise promise, Instant due) {}

    /** @param worded whether the large words are more than a time */
    record Shown(Instant at, String time, boolean worded, String what, String note, String href, DayRail day) {}
}
