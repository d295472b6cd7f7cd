package io.pledge.web.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.ticket.Author;
import io.pledge.ticket.Message;
import io.pledge.ticket.Participant;
import io.pledge.ticket.TimelineEntry;
import io.pledge.web.view.PromiseMark;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** What stands below a message of ours: which promises it kept or answered late, and whether the customer has it. */
@Component
class MessageFeet {
    private final TimeWords time;

    MessageFeet(TimeWords time) {
        this.time = time;
    }

    /**
     * @param made the promises of the case
     * @param lost how the message did not reach somebody, or came back
     * @param people the customer's side
     */
    List<PromiseMark> of(Message message, List<Promise> made, List<TimelineEntry> lost, Map<Long, Participant> people,
            Reader reader) {
        if (message.internal() || message.author() != Author.STAFF) {
            return List.of();
        }
        return Stream.concat(heard(message, made, lost.isEmpty(), reader),
                lost.stream().map(entry -> lost(entry, people, reader))).toList();
    }

    private Stream<PromiseMark> heard(Message message, List<Promise> made, boolean underWay, Reader reader) {
        var heardAt = message.heardAt();
        if (heardAt == null) {
            return underWay
                    ? Stream.of(new PromiseMark("plain", "ring-dashed", say(reader, "desk.foot.underway")))
                    : Stream.empty();
        }
        return made.stream().filter(p -> heardAt.equals(p.outcomeAt()) && p.kind() != PromiseKind.RESOLUTION)
                .flatMap(p -> foot(p, reader).stream());
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

    private PromiseMark lost(TimelineEntry entry, Map<Long, Participant> people, Reader reader) {
        return new PromiseMark("due", "return", say(reader, "desk.foot." + entry.detail().get("how"),
                reader(entry, people, reader), time.moment(entry.at().occurredAt(), reader), why(entry, reader)));
    }

    /** Whom a letter did not reach. */
    String reader(TimelineEntry lost, Map<Long, Participant> people, Reader reader) {
        return Optional.ofNullable(lost.detail().get("participant")).filter(id -> id.matches("[0-9]+"))
                .map(Long::valueOf).map(people::get).map(Participant::name).filter(name -> !name.isBlank())
                .orElseGet(() -> say(reader, "desk.customer.theirs"));
    }

    /** Why a letter did not reach somebody. */
    String why(TimelineEntry lost, Reader reader) {
        return say(reader, "undelivered." + lost.detail().get("failure"));
    }

    private String say(Reader reader, String key, Object... parts) {
        return time.say(key, reader.locale(), parts);
    }
}
