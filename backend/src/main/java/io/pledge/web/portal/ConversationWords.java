package io.pledge.web.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Person;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.Staff;
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
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Via;
import io.pledge.web.portal.CasePages.OpenedCase;
import io.pledge.web.view.EntryView;
import io.pledge.web.view.PersonView;
import io.pledge.web.view.PromiseMark;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** What was said on both sides, newest first, each of our messages with what became of the word it promised. */
@Component
class ConversationWords {
    private final Messages messages;
    private final Attachments attachments;
    private final MergedCases merged;
    private final Participants participants;
    private final Staff staff;
    private final TimeWords time;
    private final MessageSource texts;

    ConversationWords(Messages messages, Attachments attachments, MergedCases merged,
            Participants participants, Staff staff, TimeWords time, MessageSource texts) {
        this.messages = messages;
        this.attachments = attachments;
        this.merged = merged;
        this.participants = participants;
        this.staff = staff;
        this.time = time;
        this.texts = texts;
    }

    /** @param base the address of the case, under which its files lie */
    List<EntryView> of(OpenedCase opened, String base) {
        List<TicketId> matter = merged.with(opened.ticket().id());
        Set<Long> mine = mine(matter, opened.me());
        Map<Long, List<Attachment>> files = attachments.of(matter).stream()
                .collect(Collectors.groupingBy(Attachment::message));
        return messages.of(matter).stream().filter(message -> !message.internal())
                .sorted(Comparator.comparing((Message message) -> message.at().occurredAt()).thenComparing(Message::id)
                        .reversed())
                .map(message -> entry(message, files.getOrDefault(message.id(), List.of()), mine, opened, base))
                .toList();
    }

    /** Under which names this reader has written: cases that go on in this one knew the same person under another. */
    private Set<Long> mine(List<TicketId> matter, Participant me) {
        return participants.of(matter).values().stream().flatMap(List::stream)
                .filter(person -> person.id() == me.id()
                        || me.email() != null && me.email().equalsIgnoreCase(person.email()))
                .map(Participant::id).collect(Collectors.toSet());
    }

    private EntryView entry(Message message, List<Attachment> files, Set<Long> mine, OpenedCase opened, String base) {
        boolean own = message.author() == Author.CUSTOMER;
        return new EntryView("m" + message.id(), own ? EntryView.Kind.OWN : EntryView.Kind.OURS,
                own ? customer(message, mine, opened) : ours(message, opened.reader()), meta(message, opened.reader()),
                message.body(), "",
                files.stream().map(file -> new EntryView.FileView(file.name(), base + "/files/" + file.id())).toList(),
                foot(message, opened).map(List::of).orElse(List.of()));
    }

    private PersonView customer(Message message, Set<Long> mine, OpenedCase opened) {
        boolean me = message.participant() != null && mine.contains(message.participant());
        return me
                ? new PersonView(say(opened.reader(), "portal.you"), PersonView.of(opened.me().name()).initial(), null)
                : PersonView.of(say(opened.reader(), "portal.yourSide"));
    }

    private PersonView ours(Message message, Reader reader) {
        return message.person() == null
                ? PersonView.of(say(reader, "portal.us"))
                : PersonView.of(staff.person(message.person()).name());
    }

    private String meta(Message message, Reader reader) {
        String when = time.moment(message.at().occurredAt(), reader);
        if (message.author() == Author.CUSTOMER) {
            return say(reader, "portal.meta", when);
        }
        String way = message.via() == Via.CALL ? say(reader, "portal.meta.call", when) : when;
        return role(message.person(), reader).map(role -> say(reader, "portal.meta.role", role, way))
                .orElseGet(() -> say(reader, "portal.meta", way));
    }

    private Optional<String> role(@Nullable PersonId id, Reader reader) {
        return Optional.ofNullable(id).map(staff::person).map(Person::roles)
                .map(roles -> say(reader, "role." + roles.stream().sorted(Comparator.comparing(ConversationWords::rank))
                        .findFirst().orElse(Role.ENGINEER)));
    }

    /** A head who works on a case answers as the head. */
    private static int rank(Role role) {
        return role == Role.HEAD ? 0 : role.ordinal() + 1;
    }

    /** What became of the word that this message promised. */
    private Optional<PromiseMark> foot(Message message, OpenedCase opened) {
        Instant heard = message.heardAt();
        if (message.author() == Author.CUSTOMER || heard == null) {
            return Optional.empty();
        }
        return opened.made().stream()
                .filter(promise -> promise.kind() == PromiseKind.PROGRESS && promise.madeAt().equals(heard))
                .reduce((_, later) -> later).flatMap(promise -> mark(promise, opened.reader()));
    }

    private Optional<PromiseMark> mark(Promise promise, Reader reader) {
        String due = promise.dueAt() == null ? "" : time.moment(promise.dueAt(), reader);
        return switch (promise.state()) {
            case RUNNING -> Optional.of(new PromiseMark("plain", "ring-quarter", say(reader, "portal.foot.next", due)));
            case KEPT -> Optional.of(new PromiseMark("kept", "tick-disc",
                    say(reader, "portal.foot.kept", due, time.moment(met(promise), reader))));
            case BROKEN -> Optional.of(promise.outcomeAt() == null
                    ? new PromiseMark("broken", "split", say(reader, "portal.foot.broken", due))
                    : new PromiseMark("late", "split-hollow", say(reader, "portal.foot.late", due, time.late(
                            Duration.between(promise.dueAt(), met(promise)), reader.locale()))));
            case PAUSED, SUPERSEDED, WITHDRAWN -> Optional.empty();
        };
    }

    private static Instant met(Promise promise) {
        return Optional.ofNullable(promise.outcomeAt()).orElseThrow();
    }

    private String say(Reader reader, String key, Object... words) {
        return texts.getMessage(key, words, reader.locale());
    }
}
