package io.pledge.web.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import io.pledge.web.VisitLines;
import io.pledge.web.view.EntryView;
import io.pledge.web.view.EntryView.Kind;
import io.pledge.web.view.PersonView;
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
    private final MessageFeet feet;
    private final TierUseWords uses;
    private final TimeWords time;

    TicketEntries(Timeline timeline, Messages messages, Attachments attachments, Participants participants, Staff staff,
            Units units, TicketChanges changes, MergedCases merged, MessageFeet feet, TierUseWords uses,
            TimeWords time) {
        this.timeline = timeline;
        this.messages = messages;
        this.attachments = attachments;
        this.participants = participants;
        this.staff = staff;
        this.units = units;
        this.changes = changes;
        this.merged = merged;
        this.feet = feet;
        this.uses = uses;
        this.time = time;
    }

    List<EntryView> of(Ticket ticket, List<Promise> made, Reader reader) {
        var matter = merged.with(ticket.id());
        var happened = matter.stream().flatMap(id -> timeline.of(id).stream()).toList();
        var written = messages.of(matter);
        var sides = new Sides(ticket, made,
                participants.everybody(matter),
                attachments.of(matter).stream().collect(Collectors.groupingBy(Attachment::message)), lost(happened),
                written.stream().collect(Collectors.toMap(Message::id, one -> one.at().occurredAt())),
                uses.of(ticket.id(), happened.stream().filter(entry -> moved(entry, ticket))
                        .map(entry -> entry.at().occurredAt()).toList(), reader),
                reader);
        List<Dated> entries = new ArrayList<>();
        written.forEach(m -> entries.add(new Dated(m.at().occurredAt(), 1, message(m, sides))));
        happened.stream().filter(entry -> entry.ticket().equals(ticket.id()) && !isMessage(entry.what()))
                .forEach(entry -> entries.add(new Dated(entry.at().occurredAt(), 0, line(entry, sides))));
        return entries.stream().sorted(Comparator.comparing(Dated::at).thenComparing(Dated::rank).reversed())
                .map(Dated::entry).toList();
    }

    /** By the message that a letter carried. */
    private static Map<Long, List<TimelineEntry>> lost(List<TimelineEntry> happened) {
        return happened.stream().filter(entry -> entry.what() == What.NOT_DELIVERED && entry.message() != null)
                .collect(Collectors.groupingBy(entry -> Objects.requireNonNull(entry.message())));
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
                feet.of(message, sides.made, sides.lost.getOrDefault(message.id(), List.of()), sides.people,
                        sides.reader));
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

    /** A case that climbed by itself has nobody's reason: why it did says the cause. */
    private static String key(TimelineEntry entry) {
        boolean unsaid = entry.what() == What.ESCALATED && entry.detail().getOrDefault("reason", "").isEmpty();
        if (unsaid) {
            return "ESCALATED." + entry.detail().get("cause");
        }
        if (entry.what() == What.NOT_DELIVERED) {
            return "NOT_DELIVERED." + entry.detail().get("how");
        }
        if (entry.what() == What.PROMISE_MOVED && entry.message() != null) {
            return "PROMISE_MOVED.said";
        }
        if (VisitLines.tells(entry)) {
            return VisitLines.key(entry);
        }
        return entry.what() == What.VISIT_ARRIVED && entry.detail().containsKey("note")
                ? "VISIT_ARRIVED.noted"
                : PromiseMoves.key(entry);
    }

    private EntryView line(TimelineEntry entry, Sides sides) {
        Reader reader = sides.reader;
        boolean broken = entry.what() == What.PROMISE_BROKEN;
        String when = time.moment(entry.at().occurredAt(), reader);
        String words = say(reader, "desk.line." + key(entry), person(entry.person()).orElse("Pledge"),
                entry.detail().containsKey("participant") ? feet.reader(entry, sides.people, reader) : where(entry),
                entry.what() == What.NOT_DELIVERED
                        ? feet.why(entry, reader)
                        : entry.detail().getOrDefault("reason", entry.detail().getOrDefault("remedy", "")),
                promise(entry, reader), PromiseMoves.to(entry, time, reader), changes.of(sides.ticket, entry, reader),
                agreedIn(entry, sides));
        return EntryView.line(id(entry), broken ? Kind.BROKEN_LINE : Kind.LINE, icon(entry.what()),
                when + " " + words + (moved(entry, sides.ticket)
                        ? sides.used.getOrDefault(entry.at().occurredAt(), "")
                        : ""));
    }

    /** Whether the case went to another tier by it: then it is said what each had used. */
    private static boolean moved(TimelineEntry entry, Ticket ticket) {
        return entry.ticket().equals(ticket.id())
                && (entry.what() == What.ESCALATED || entry.what() == What.HANDED_BACK);
    }

    /** When the customer said the words that moved a promise. */
    private String agreedIn(TimelineEntry entry, Sides sides) {
        return Optional.ofNullable(entry.message()).filter(_ -> entry.what() == What.PROMISE_MOVED)
                .map(sides.said::get).map(at -> time.momentInSentence(at, sides.reader)).orElse("");
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
        if (entry.what() == What.ASSIGNED || entry.what() == What.PUT_BACK) {
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
            case TAKEN, ASSIGNED, PUT_BACK -> "person";
            case HELD -> "bars";
            case RESUMED, PROMISE_MADE, PROMISE_MOVED, PROMISE_CHANGED, PROMISED_ANEW, TIME_USED -> "clock";
            case SEVERITY_CHANGED -> "flag";
            case CUSTOMER_ATTACHED -> "person";
            case ESCALATED, ESCALATION_IGNORED -> "up";
            case HANDED_BACK -> "down";
            case RESOLVED -> "wrench";
            case VISIT_PLANNED, VISIT_CONFIRMED, VISIT_MOVED -> "calendar";
            case VISIT_DONE -> "check";
            case VISIT_CANCELLED -> "close";
            case VISIT_ARRIVED -> "pin";
            case SHIPPED -> "truck";
            case PLAN_CALLED -> "phone";
            case CONFIRMED, STEP_DONE -> "check";
            case REJECTED, REOPENED, NOT_DELIVERED -> "return";
            case MERGED, ABSORBED -> "merge";
            case LINKED, UNLINKED, SPLIT -> "link";
            case PROMISE_BROKEN -> "split";
            case HELP_ASKED, HELP_TAKEN, HELP_ANSWERED, HELP_DECLINED, HELP_WITHDRAWN, HELP_LATE -> "people";
            case INCIDENT_JOINED, INCIDENT_LEFT -> "bolt";
            case STEP_REOPENED -> "undo";
            case STEP_TOLD -> "send";
            case REMINDED, CLOSED_UNCONFIRMED, CANCELLED, REPLIED, CALLED, NOTED, CUSTOMER_WROTE -> "info";
        };
    }

    private String say(Reader reader, String key, Object... parts) {
        return time.say(key, reader.locale(), parts);
    }

    private record Dated(Instant at, int rank, EntryView entry) {}

    private record Sides(Ticket ticket, List<Promise> made, Map<Long, Participant> people,
            Map<Long, List<Attachment>> files, Map<Long, List<TimelineEntry>> lost, Map<Long, Instant> said,
            Map<Instant, String> used, Reader reader) {}
}
