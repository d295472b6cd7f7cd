package io.pledge.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Person;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.ticket.Attachments;
import io.pledge.ticket.Attachments.Attachment;
import io.pledge.ticket.Author;
import io.pledge.ticket.MergedCases;
import io.pledge.ticket.Message;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.TimelineEntry;
import io.pledge.ticket.Via;
import io.pledge.ticket.What;
import io.pledge.web.PromiseMoves;
import io.pledge.web.view.EntryView;
import io.pledge.web.view.EntryView.Kind;
import io.pledge.web.view.PersonView;
import io.pledge.web.view.PromiseMark;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The history of a case, newest first: what was written on both sides and among us, and what happened. */
@Component
class TicketEntries {
    private final Timeline timeline;
    private final Messages messages;
    private final Attachments attachments;
    private final Participants participants;
    private final Staff staff;
    private final Units units;
    private final TicketChanges changes;
    private final MergedCases merged;
    private final TimeWords time;

    TicketEntries(Timeline timeline, Messages messages, Attachments attachments, Participants participants, Staff staff,
            Units units, TicketChanges changes, MergedCases merged, TimeWords time) {
        this.timeline = timeline;
        this.messages = messages;
        this.attachments = attachments;
        this.participants = participants;
        this.staff = staff;
        this.units = units;
        this.changes = changes;
        this.merged = merged;
        this.time = time;
    }

    List<EntryView> of(Ticket ticket, List<Promise> made, Reader reader) {
        var matter = merged.with(ticket.id());
        var sides = new Sides(ticket, made,
                participants.of(matter).values().stream().flatMap(List::stream)
                        .collect(Collectors.toMap(Participant::id, person -> person)),
                attachments.of(matter).stream().collect(Collectors.groupingBy(Attachment::message)), reader);
        List<Dated> entries = new ArrayList<>();
        messages.of(matter).forEach(m -> entries.add(new Dated(m.at().occurredAt(), 1, message(m, sides))));
        timeline.of(ticket.id()).stream().filter(entry -> !isMessage(entry.what()))
                .forEach(entry -> entries.add(new Dated(entry.at().occurredAt(), 0, line(entry, reader))));
        return entries.stream().sorted(Comparator.comparing(Dated::at).thenComparing(Dated::rank).reversed())
                .map(Dated::entry).toList();
    }

    private EntryView message(Message message, Sides sides) {
        boolean customer = message.author() == Author.CUSTOMER;
        Kind kind = message.internal() ? Kind.INTERNAL : customer ? Kind.CUSTOMER : Kind.PUBLIC;
        return new EntryView("m" + message.id(), kind, PersonView.of(who(message, sides)), meta(message, sides),
                message.body(), "",
                sides.files.getOrDefault(message.id(), List.of()).stream()
                        .map(file -> new EntryView.FileView(file.name(),
                                "/desk/tickets/%s/files/%d".formatted(sides.ticket.number().value(), file.id())))
                        .toList(),
                feet(message, sides));
    }

    private String who(Message message, Sides sides) {
        if (message.person() != null) {
            return staff.person(message.person()).name();
        }
        return Optional.ofNullable(message.participant()).map(sides.people::get).map(Participant::name)
                .orElse("Pledge");
    }

    /** Who said it where, when and how; and in which case, where that one goes on in this. */
    private String meta(Message message, Sides sides) {
        String said = meta(message, sides.reader);
        return message.ticket().equals(sides.ticket.id())
                ? said
                : say(sides.reader, "desk.meta.merged", said, message.ticket().number().value());
    }

    private String meta(Message message, Reader reader) {
        String when = time.moment(message.at().occurredAt(), reader);
        String way = message.via() == Via.CALL ? say(reader, "desk.meta.call", when) : when;
        return Optional.ofNullable(message.person()).map(staff::person)
                .map(person -> say(reader, "desk.meta", units.unit(person.unit()).name(), way)).orElse(way);
    }

    /** Which promises this message kept or answered late, and whether the customer has it yet. */
    private List<PromiseMark> feet(Message message, Sides sides) {
        if (message.internal() || message.author() != Author.STAFF) {
            return List.of();
        }
        if (message.heardAt() == null) {
            return List.of(new PromiseMark("plain", "ring-dashed", say(sides.reader, "desk.foot.underway")));
        }
        return sides.made.stream()
                .filter(p -> message.heardAt().equals(p.outcomeAt()) && p.kind() != PromiseKind.RESOLUTION)
                .flatMap(p -> foot(p, sides.reader).stream()).toList();
    }

    private Optional<PromiseMark> foot(Promise promise, Reader reader) {
        if (promise.dueAt() == null || promise.outcomeAt() == null) {
            return Optional.empty();
        }
        String what = time.say("promise." + promise.kind(), reader.locale());
        String due = time.moment(promise.dueAt(), reader);
        return switch (promise.state()) {
            case KEPT -> Optional.of(new PromiseMark("kept", "tick-disc", say(reader, "desk.foot.kept", what, due,
                    time.early(Duration.between(promise.outcomeAt(), promise.dueAt()), reader.locale()))));
            case BROKEN -> Optional.of(new PromiseMark("late", "split-hollow", say(reader, "desk.foot.late", what, due,
                    time.late(Duration.between(promise.dueAt(), promise.outcomeAt()), reader.locale()))));
            case RUNNING, PAUSED, SUPERSEDED, WITHDRAWN -> Optional.empty();
        };
    }

    /** A case that climbed by itself has nobody's reason: why it did says the cause. */
    private static String key(TimelineEntry entry) {
        boolean unsaid = entry.what() == What.ESCALATED && entry.detail().getOrDefault("reason", "").isEmpty();
        if (unsaid) {
            return "ESCALATED." + entry.detail().get("cause");
        }
        return entry.what() == What.VISIT_ARRIVED && entry.detail().containsKey("note")
                ? "VISIT_ARRIVED.noted"
                : PromiseMoves.key(entry);
    }

    private EntryView line(TimelineEntry entry, Reader reader) {
        boolean broken = entry.what() == What.PROMISE_BROKEN;
        String when = time.moment(entry.at().occurredAt(), reader);
        String words = say(reader, "desk.line." + key(entry), person(entry.person()).orElse("Pledge"),
                where(entry),
                entry.detail().getOrDefault("reason", entry.detail().getOrDefault("remedy", "")),
                promise(entry, reader), PromiseMoves.to(entry, time, reader), changes.of(entry, reader));
        return EntryView.line(id(entry), broken ? Kind.BROKEN_LINE : Kind.LINE, icon(entry.what()),
                when + " " + words);
    }

    /** In somebody's words, or what made it happen by itself. */
    private String why(TimelineEntry entry, Reader reader) {
        Map<String, String> detail = entry.detail();
        String said = detail.getOrDefault("reason", detail.getOrDefault("remedy", ""));
        return said.isBlank() && detail.containsKey("cause") ? say(reader, "desk.cause." + detail.get("cause")) : said;
    }

    private Optional<String> person(@Nullable PersonId id) {
        return Optional.ofNullable(id).map(staff::person).map(Person::name);
    }

    /** To which unit or person; else the unit that had the case. */
    private String where(TimelineEntry entry) {
        Optional<Long> to = Optional.ofNullable(entry.detail().get("to")).filter(id -> id.matches("[0-9]+"))
                .map(Long::parseLong);
        if (entry.what() == What.ASSIGNED) {
            return to.map(id -> staff.person(new PersonId(id)).name()).orElse("");
        }
        return to.map(UnitId::new).or(() -> Optional.ofNullable(entry.unit())).map(units::unit).map(unit -> unit.name())
                .orElse("");
    }

    private String promise(TimelineEntry entry, Reader reader) {
        return Optional.ofNullable(entry.detail().get("kind")).map(kind -> time.say("promise." + kind, reader.locale()))
                .orElse("");
    }

    /** Under which id an entry of the timeline stands on the page: what was written under that of the message. */
    static String id(TimelineEntry entry) {
        return isMessage(entry.what()) ? "m" + entry.message() : "t" + entry.id();
    }

    private static boolean isMessage(What what) {
        return what == What.REPLIED || what == What.CALLED || what == What.NOTED || what == What.CUSTOMER_WROTE;
    }

    private static String icon(What what) {
        return switch (what) {
            case SUBMITTED -> "send";
            case TAKEN, ASSIGNED -> "person";
            case HELD -> "bars";
            case RESUMED, PROMISE_MADE, PROMISE_MOVED, PROMISE_CHANGED, PROMISED_ANEW -> "clock";
            case SEVERITY_CHANGED -> "flag";
            case CUSTOMER_ATTACHED -> "person";
            case ESCALATED, ESCALATION_IGNORED -> "up";
            case HANDED_BACK -> "down";
            case RESOLVED -> "wrench";
            case VISIT_ARRIVED -> "pin";
            case SHIPPED -> "truck";
            case CONFIRMED -> "check";
            case REJECTED, REOPENED -> "return";
            case MERGED, ABSORBED -> "merge";
            case LINKED, UNLINKED, SPLIT -> "link";
            case PROMISE_BROKEN -> "split";
            case REMINDED, CLOSED_UNCONFIRMED, CANCELLED, REPLIED, CALLED, NOTED, CUSTOMER_WROTE -> "info";
        };
    }

    private String say(Reader reader, String key, Object... parts) {
        return time.say(key, reader.locale(), parts);
    }

    private record Dated(Instant at, int rank, EntryView entry) {}

    private record Sides(Ticket ticket, List<Promise> made, Map<Long, Participant> people,
            Map<Long, List<Attachment>> files, Reader reader) {}
}
