package io.pledge.web.steps;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.steps.CaseStep;
import io.pledge.steps.StepDefinition;
import io.pledge.steps.StepNotes;
import io.pledge.steps.Warranty;
import io.pledge.steps.Warranty.Says;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TimelineEntry;
import io.pledge.web.steps.FieldWords.Fact;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.PromiseReading;
import io.pledge.web.view.PromiseWords;
import io.pledge.web.view.Reader;

/** Steps in the reader's words: who does them, by when, and what was written into them. */
@Component
public class StepWords {
    private static final double SOON = 0.75;

    private final StepNotes notes;
    private final FieldWords words;
    private final PromiseWords promises;
    private final Staff staff;
    private final Units units;

    StepWords(StepNotes notes, FieldWords words, PromiseWords promises, Staff staff, Units units) {
        this.notes = notes;
        this.words = words;
        this.promises = promises;
        this.staff = staff;
        this.units = units;
    }

    /** What an entry of the timeline tells of a step: which, and for a done one what was written; what the customer reads of it. */
    public String of(Ticket ticket, TimelineEntry entry, Reader reader) {
        var noted = notes.read(ticket, entry.detail());
        var label = noted.step().label().in(reader.locale());
        return switch (entry.what()) {
            case STEP_TOLD -> customerReads(ticket, entry, reader);
            case STEP_DONE -> Stream.concat(Stream.of(label), facts(noted.step(), noted.values(), reader).stream()
                    .map(fact -> words.say("fact", reader.locale(), fact.label(), fact.value())))
                    .collect(Collectors.joining(words.say("facts", reader.locale())));
            default -> label;
        };
    }

    /** What the customer reads of a step that is done. */
    public String customerReads(Ticket ticket, TimelineEntry entry, Reader reader) {
        return Optional.ofNullable(notes.read(ticket, entry.detail()).step().customerReads())
                .map(said -> said.in(reader.locale())).orElse("");
    }

    /** What was written into a step, and what the register said then where it was asked. */
    List<Fact> facts(StepDefinition step, Map<String, String> values, Reader reader) {
        var register = Optional.ofNullable(values.get(Warranty.KEPT)).map(Says::valueOf)
                .map(says -> new Fact(words.say("register", reader.locale()), register(says,
                        Optional.ofNullable(values.get(Warranty.KEPT_UNTIL)).map(LocalDate::parse).orElse(null),
                        reader)));
        return Stream.concat(words.facts(step.fields(), values, reader.locale()).stream(), register.stream()).toList();
    }

    /** What the register says of a warranty. */
    String register(Warranty warranty, Reader reader) {
        var said = register(warranty.says(), warranty.until(), reader);
        return Stream.of(warranty.serial(), warranty.product(), said).filter(Objects::nonNull)
                .collect(Collectors.joining(words.say("facts", reader.locale())));
    }

    private String register(Says says, @Nullable LocalDate until, Reader reader) {
        return words.say("register." + says, reader.locale(),
                Optional.ofNullable(FieldWords.day(until, reader.locale()))
                        .orElse(""));
    }

    /** Who owes a step of a case that lies with this unit and person. */
    String who(CaseStep step, UnitId lies, @Nullable PersonId assignee, Reader reader) {
        return switch (step.definition().by().who()) {
            case HOLDER -> Optional.ofNullable(assignee).map(person -> staff.person(person).name())
                    .orElseGet(() -> words.say("who.HEAD", reader.locale(), units.unit(lies).name()));
            case HEAD -> words.say("who.HEAD", reader.locale(), units.unit(lies).name());
            case ACCOUNT_MANAGER, QUALITY -> words.say("who." + step.definition().by().who(), reader.locale());
            case UNIT -> units.unit(Objects.requireNonNull(step.unit())).name();
        };
    }

    /** The time that is left for an open step; none where it has none. */
    Optional<PromiseBadge> badge(CaseStep step, Reader reader) {
        var due = step.dueAt();
        var ready = step.readyAt();
        if (due == null || ready == null) {
            return Optional.empty();
        }
        double whole = Math.max(1, due.getEpochSecond() - ready.getEpochSecond());
        return Optional.of(promises.badge(new PromiseReading.Running("STEP", due,
                ready.plusSeconds((long) (whole * SOON)),
                (reader.now().getEpochSecond() - ready.getEpochSecond()) / whole), reader));
    }
}
