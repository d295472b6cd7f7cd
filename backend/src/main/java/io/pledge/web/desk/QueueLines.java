package io.pledge.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.incident.Incident;
import io.pledge.incident.IncidentCases;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Tier;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.ticket.QueueRow;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.web.PromiseReadings;
import io.pledge.web.view.Option;
import io.pledge.web.view.PersonView;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.PromiseReading;
import io.pledge.web.view.PromiseWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TierBoxes;
import io.pledge.web.view.TierBoxes.Mark;
import io.pledge.web.view.TierWords;
import io.pledge.web.view.TimeWords;

/** Says the rows of a queue in the reader's words. The promises of a whole page are read at once. */
@Component
class QueueLines {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Promises promises;
    private final IncidentCases incidents;
    private final Staff staff;
    private final PromiseWords words;
    private final TierWords tiers;
    private final TimeWords time;

    QueueLines(Promises promises, IncidentCases incidents, Staff staff, PromiseWords words, TierWords tiers,
            TimeWords time) {
        this.promises = promises;
        this.incidents = incidents;
        this.staff = staff;
        this.words = words;
        this.tiers = tiers;
        this.time = time;
    }

    List<QueueLine> of(List<QueueRow> rows, Reader reader) {
        Map<TicketId, List<Promise>> made = promises.of(rows.stream().map(QueueRow::id).toList());
        Map<TicketId, Incident> wider = incidents.incidents(rows.stream().map(QueueRow::id).toList());
        return rows.stream()
                .map(row -> line(row, made.getOrDefault(row.id(), List.of()), wider.get(row.id()), reader)).toList();
    }

    private QueueLine line(QueueRow row, List<Promise> made, @Nullable Incident wider, Reader reader) {
        Optional<Promise> next = made.stream().filter(Promise::unanswered).filter(p -> p.dueAt() != null)
                .min(Comparator.comparing(Promise::dueAt));
        Instant due = next.map(Promise::dueAt).orElse(null);
        boolean today = due != null && reader.dayOf(due).equals(reader.today());
        return new QueueLine(group(row, due, reader), "/desk/tickets/" + row.id().number().value(),
                due == null ? null : time.time(due, reader.zone()),
                due == null || today ? null : time.shortDay(due, reader),
                due != null && reader.now().isAfter(due), badge(row, next, reader),
                next.map(p -> words.kind(p.kind().name(), reader.locale()))
                        .orElseGet(() -> time.say("state." + row.state(), reader.locale())),
                row.title(), note(row, reader), time.say("severity." + row.severity(), reader.locale()),
                row.severity() == Severity.CRITICAL, time.say("kind." + row.kind(), reader.locale()),
                boxes(row, reader),
                row.assignee() == null ? null : PersonView.of(staff.person(row.assignee()).name()),
                after(made, next.orElse(null), reader), row.id().number().value(),
                wider == null
                        ? null
                        : new Option(wider.id().value() + "", wider.id().number(), wider.title(reader.locale()), null,
                                null, false));
    }

    private PromiseBadge badge(QueueRow row, Optional<Promise> next, Reader reader) {
        if (row.awaitingSince() != null && row.escalated() && row.assignee() == null
                && next.map(Promise::dueAt).filter(due -> reader.now().isAfter(due)).isEmpty()) {
            return words.badge(new PromiseReading.NotTaken(row.awaitingSince()), reader);
        }
        return next.map(p -> words.badge(PromiseReadings.of(p, reader.now()), reader))
                .orElseGet(() -> new PromiseBadge("moved", row.endedAt() == null ? "bars" : "tick-disc",
                        time.say("state." + row.state(), reader.locale()), "", null, null));
    }

    /** What follows the next promise. */
    private @Nullable String after(List<Promise> made, @Nullable Promise next, Reader reader) {
        return made.stream().filter(p -> p != next && !p.state().settled())
                .min(Comparator.comparing(p -> p.dueAt() == null ? Instant.MAX : p.dueAt()))
                .map(p -> time.say(p.state() == PromiseState.PAUSED ? "desk.after.paused" : "desk.after",
                        reader.locale(),
                        words.kind(p.kind().name(), reader.locale()),
                        p.dueAt() == null ? "" : time.moment(p.dueAt(), reader)))
                .orElse(null);
    }

    private String note(QueueRow row, Reader reader) {
        String who = Optional.ofNullable(row.customer()).orElse(row.submitter());
        return Stream.of(row.id().number().value(), who,
                row.level() == null ? "" : time.say("desk.level." + row.level(), reader.locale()))
                .filter(part -> !part.isEmpty())
                .reduce((left, right) -> left + time.say("list.separator", reader.locale()) + right).orElse("");
    }

    private TierBoxes boxes(QueueRow row, Reader reader) {
        return tiers.boxes(Stream.of(Tier.values()).map(tier -> mark(row, tier)).toList(), reader.locale());
    }

    private static Mark mark(QueueRow row, Tier tier) {
        if (tier == row.tier()) {
            return row.awaitingSince() != null ? Mark.WAITING : Mark.HELD;
        }
        return row.escalated() && tier.compareTo(row.tier()) < 0 ? Mark.PAST : Mark.UNTOUCHED;
    }

    private static String group(QueueRow row, @Nullable Instant due, Reader reader) {
        if (row.endedAt() != null) {
            return "ENDED";
        }
        if (due == null) {
            return "WAITING";
        }
        if (reader.now().isAfter(due)) {
            return "BROKEN";
        }
        if (due.isBefore(reader.now().plus(HOUR))) {
            return "HOUR";
        }
        return reader.dayOf(due).equals(reader.today()) ? "TODAY" : "LATER";
    }
}
