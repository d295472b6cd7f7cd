package io.pledge.steps;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Attachments;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.FieldWork;
import io.pledge.ticket.Moment;
import io.pledge.ticket.NewAttachment;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketNotFound;
import io.pledge.ticket.TicketState;

/** Does the steps of cases, each once, and opens them again where something was wrong with them. */
@Component
public class Steps {
    private final Cases cases;
    private final StepRows rows;
    private final StepRights rights;
    private final Unfolding unfolding;
    private final StepNotes notes;
    private final Warranties warranties;
    private final FieldWork fieldWork;
    private final Conversation conversation;
    private final Attachments attachments;
    private final Clock clock;

    Steps(Cases cases, StepRows rows, StepRights rights, Unfolding unfolding, StepNotes notes, Warranties warranties,
            FieldWork fieldWork, Conversation conversation, Attachments attachments, Clock clock) {
        this.cases = cases;
        this.rows = rows;
        this.rights = rights;
        this.unfolding = unfolding;
        this.notes = notes;
        this.warranties = warranties;
        this.fieldWork = fieldWork;
        this.conversation = conversation;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** What was told of a case and how its steps stand; empty where it came in before there were steps. */
    public Optional<StepSheet> of(Ticket ticket) {
        return rows.of(ticket);
    }

    /**
     * Does a step. A part that leaves by it is told to {@link FieldWork}, which keeps the promise of a shipment; words to the customer are
     * sent. The same person with the same words again changes nothing.
     *
     * @param occurredAt when the part left; for every other step, now
     * @throws TicketNotFound where the case has no such step
     * @throws AnswersWrong where a field is missing or wrong
     * @throws Refused where the step is done, waits for others, is not needed or not this person's
     */
    @Transactional
    public void finish(TicketId id, long step, Written written, PersonId by, Instant occurredAt) {
        rows.lock(id);
        var ticket = cases.require(id);
        var sheet = sheet(ticket);
        var owed = sheet.step(step).orElseThrow(() -> new TicketNotFound(id.number().value()));
        requireRight(owed, ticket, by);
        var answers = Answers.read(owed.definition().fields(), written.typed, written.fileNames(),
                rights.isHead(by, ticket));
        if (doneBefore(owed, answers, by)) {
            return;
        }
        requireOpen(owed);
        if (!answers.wrong().isEmpty()) {
            throw new AnswersWrong(answers.wrong());
        }
        act(ticket, sheet, owed, answers.values(), written, by, occurredAt);
    }

    private void act(Ticket ticket, StepSheet sheet, CaseStep step, Map<String, String> answers, Written written,
            PersonId by, Instant occurredAt) {
        var definition = step.definition();
        var values = new HashMap<>(answers);
        if (definition.warranty()) {
            serial(step, answers).or(() -> serial(ticket, sheet))
                    .ifPresent(serial -> values.putAll(warranties.of(serial, ticket, occurredAt).kept()));
        }
        complete(ticket, sheet, step, values, by, occurredAt);
        if (definition.ships()) {
            fieldWork.shipped(ticket.id(), values.getOrDefault(StepDefinition.WHAT, ""), Parcel.number(values),
                    new Actor.Staff(by), occurredAt);
        }
        if (definition.tells() != null) {
            conversation.reply(ticket.id(), values.getOrDefault(definition.tells(), ""), null, List.of(), by,
                    occurredAt);
        }
        keep(ticket, definition, written, by, occurredAt);
    }

    /** The step is done; what waited for it can follow. */
    void complete(Ticket ticket, StepSheet sheet, CaseStep step, Map<String, String> values, PersonId by,
            Instant at) {
        rows.done(step, values, by, at);
        notes.done(ticket, sheet.version(), step, values, new Actor.Staff(by), new Moment(at, clock.instant()));
        unfolding.follow(ticket, at);
    }

    /** Files stand with a note among staff, under the name of the step. */
    private void keep(Ticket ticket, StepDefinition step, Written written, PersonId by, Instant at) {
        var files = written.files.values().stream().flatMap(List::stream).toList();
        if (!files.isEmpty()) {
            long note = conversation.note(ticket.id(), step.label().in(ticket.language()), by, at);
            attachments.add(ticket.id(), note, files, clock.instant());
        }
    }

    /**
     * Lets a step be done once more, since something was wrong with it; what was written then stays in the history. Steps that hang on it
     * and are not done wait again.
     *
     * @throws TicketNotFound where the case has no such step
     * @throws Refused where it is not done, cannot be taken back, is not this person's, or the customer is being asked
     */
    @Transactional
    public void reopen(TicketId id, long step, String reason, PersonId by, Instant at) {
        rows.lock(id);
        var ticket = cases.require(id);
        var sheet = sheet(ticket);
        var done = sheet.step(step).orElseThrow(() -> new TicketNotFound(id.number().value()));
        requireRight(done, ticket, by);
        if (done.state() != StepState.DONE) {
            throw new Refused("stepNotDone");
        }
        if (!done.definition().reopens()) {
            throw new Refused("stepFinal");
        }
        boolean asked = ticket.state() == TicketState.RESOLVED || ticket.state().ended();
        if (asked && done.definition().beforeResolving()) {
            throw new Refused("stepAsked");
        }
        notes.reopened(ticket, sheet.version(), done, reason, new Actor.Staff(by), new Moment(at, clock.instant()));
        unfolding.again(ticket, done, at);
    }

    private void requireRight(CaseStep step, Ticket ticket, PersonId by) {
        if (!rights.may(by, step, ticket, clock.instant())) {
            throw new Refused("stepNotYours");
        }
    }

    private static boolean doneBefore(CaseStep step, Answers answers, PersonId by) {
        return step.state() == StepState.DONE && by.equals(step.doneBy()) && answers.wrong().isEmpty()
                && step.values().entrySet().containsAll(answers.values().entrySet());
    }

    private static void requireOpen(CaseStep step) {
        switch (step.state()) {
            case OPEN -> {
            }
            case WAITING -> throw new Refused("stepWaits");
            case DONE -> throw new Refused("stepDone");
            case UNNEEDED -> throw new Refused("stepUnneeded");
            case DROPPED -> throw new Refused("ended");
        }
    }

    private StepSheet sheet(Ticket ticket) {
        return rows.of(ticket).orElseThrow(() -> new TicketNotFound(ticket.number().value()));
    }

    private static Optional<String> serial(CaseStep step, Map<String, String> answers) {
        return step.definition().fields().stream().filter(field -> field.type() == FieldType.SERIAL)
                .flatMap(field -> Optional.ofNullable(answers.get(field.key())).stream()).findFirst();
    }

    /** The serial number that a case is about, as far as its form or its customer told. */
    public static Optional<String> serial(Ticket ticket, StepSheet sheet) {
        return sheet.serial().or(() -> Optional.ofNullable(ticket.serial()));
    }

    /**
     * What somebody wrote to finish a step.
     *
     * @param files by field
     */
    public record Written(Map<String, String> typed, Map<String, List<NewAttachment>> files) {
        public Written {
            typed = Map.copyOf(typed);
            files = Map.copyOf(files);
        }

        Map<String, String> fileNames() {
            return files.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue()
                    .stream().map(NewAttachment::name).collect(Collectors.joining(", "))));
        }
    }
}
