package io.pledge.web.steps;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.pledge.organisation.Staff;
import io.pledge.security.SignedIn;
import io.pledge.steps.CaseStep;
import io.pledge.steps.Field;
import io.pledge.steps.FieldType;
import io.pledge.steps.StepRights;
import io.pledge.steps.StepSheet;
import io.pledge.steps.StepState;
import io.pledge.steps.Steps;
import io.pledge.steps.Warranties;
import io.pledge.ticket.Ticket;
import io.pledge.web.steps.FieldWords.Fact;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The panel of steps on the page of a case: what is next, who owes it, by when, and the form that finishes it. */
@Component
public class StepsPanel {
    private final Steps steps;
    private final StepRights rights;
    private final Warranties warranties;
    private final StepWords words;
    private final FieldWords fields;
    private final Staff staff;
    private final TimeWords time;

    StepsPanel(Steps steps, StepRights rights, Warranties warranties, StepWords words, FieldWords fields, Staff staff,
            TimeWords time) {
        this.steps = steps;
        this.rights = rights;
        this.warranties = warranties;
        this.words = words;
        this.fields = fields;
        this.staff = staff;
        this.time = time;
    }

    /** Puts the panel into the model of a case's page; nothing where the case has neither answers nor steps. */
    public void fill(Model model, Ticket ticket, SignedIn me, Reader reader) {
        steps.of(ticket).filter(sheet -> !sheet.steps().isEmpty() || !sheet.answers().isEmpty())
                .ifPresent(sheet -> {
                    var tried = model.getAttribute(StepTry.NAME) instanceof StepTry one ? one : null;
                    var look = new Look(ticket, sheet, me, reader, tried);
                    model.addAttribute("steps", new Panel(told(sheet, null, reader), sheet.kind().tracks().stream()
                            .map(track -> new Lines(track.label().in(reader.locale()),
                                    sheet.of(track).stream().map(step -> line(step, look)).toList()))
                            .toList()));
                });
    }

    /** What the customer told in the form of a case, for the customer. */
    public List<Fact> told(Ticket ticket, Reader reader) {
        return steps.of(ticket).map(sheet -> told(sheet, Field.Asked.CUSTOMER, reader)).orElse(List.of());
    }

    private List<Fact> told(StepSheet sheet, Field.@Nullable Asked who, Reader reader) {
        return fields.facts(sheet.kind().form().stream().filter(field -> who == null || field.asked() == who).toList(),
                sheet.answers(), reader.locale());
    }

    private StepLine line(CaseStep step, Look look) {
        boolean open = step.state() == StepState.OPEN;
        boolean may = rights.may(look.me.id(), step, look.ticket, look.reader.now());
        boolean finishes = open && may;
        boolean reopens = may && step.state() == StepState.DONE && step.definition().reopens();
        var tried = look.tried(step);
        var shown = tried.filter(one -> one.reopening() ? reopens : finishes);
        return new StepLine(step.id(), step.definition().label().in(look.reader.locale()),
                step.state().name().toLowerCase(Locale.ROOT), shape(step, look), note(step, look),
                open ? words.badge(step, look.reader).orElse(null) : null,
                words.facts(step.definition(), step.values(), look.reader), open ? register(step, look) : null,
                finishes ? views(step, look) : List.of(), finishes ? form(step, look) : null, reopens,
                shown.filter(StepTry::reopening).map(StepTry::whole).orElse(null),
                tried.filter(_ -> shown.isEmpty()).map(one -> lost(one, step, look)).orElse(null));
    }

    /** What was refused at a form that is there no more: nothing that was typed is lost by that. */
    private StepLine.Lost lost(StepTry tried, CaseStep step, Look look) {
        return new StepLine.Lost(tried.whole(), fields.facts(step.definition().fields(), tried.typed(),
                look.reader.locale()).stream().filter(fact -> !fact.value().isBlank()).toList());
    }

    private static String shape(CaseStep step, Look look) {
        return switch (step.state()) {
            case OPEN -> step.overdue(look.reader.now()) ? "split" : "ring";
            case WAITING -> "ring-dashed";
            case DONE -> "tick-disc";
            case UNNEEDED, DROPPED -> "ring-struck";
        };
    }

    private String note(CaseStep step, Look look) {
        var reader = look.reader;
        return switch (step.state()) {
            case OPEN -> {
                var who = words.who(step, look.ticket.unit(), look.ticket.assignee(), reader);
                yield step.dueAt() == null
                        ? who
                        : fields.say("owes", reader.locale(), who, time.momentInSentence(step.dueAt(), reader));
            }
            case WAITING -> fields.say("waits", reader.locale(), waitsFor(step, look));
            case DONE -> fields.say("did", reader.locale(),
                    Optional.ofNullable(step.doneBy()).map(by -> staff.person(by).name()).orElse(""),
                    Optional.ofNullable(step.doneAt()).map(at -> time.moment(at, reader)).orElse(""));
            case UNNEEDED, DROPPED -> fields.say("state." + step.state(), reader.locale());
        };
    }

    private static String waitsFor(CaseStep step, Look look) {
        return step.waitsFor().stream().flatMap(key -> look.sheet.step(key).stream())
                .filter(other -> !other.state().over())
                .map(other -> other.definition().label().in(look.reader.locale()))
                .collect(Collectors.joining(look.reader.locale().getLanguage().equals("zh") ? "、" : ", "));
    }

    private @Nullable String register(CaseStep step, Look look) {
        return step.definition().warranty()
                ? Steps.serial(look.ticket, look.sheet)
                        .map(serial -> fields.say("fact", look.reader.locale(),
                                fields.say("register", look.reader.locale()),
                                words.register(warranties.of(serial, look.ticket, look.reader.now()), look.reader)))
                        .orElseGet(() -> fields.say("register.none", look.reader.locale()))
                : null;
    }

    private List<FieldView> views(CaseStep step, Look look) {
        var typed = new HashMap<String, String>(step.values());
        Steps.serial(look.ticket, look.sheet).ifPresent(serial -> step.definition().fields().stream()
                .filter(field -> field.type() == FieldType.SERIAL)
                .forEach(field -> typed.putIfAbsent(field.key(), serial)));
        look.tried(step).ifPresent(tried -> typed.putAll(tried.typed()));
        var wrong = look.tried(step).map(StepTry::wrong).orElse(Map.of());
        return step.definition().fields().stream()
                .map(field -> fields.view(field, "s" + step.id(), typed, wrong, look.reader.locale())).toList();
    }

    private static StepLine.Form form(CaseStep step, Look look) {
        var tried = look.tried(step);
        var now = LocalDateTime.ofInstant(look.reader.now(), look.reader.zone()).truncatedTo(ChronoUnit.MINUTES)
                .toString();
        return new StepLine.Form(step.definition().ships(), step.definition().tells() != null, tried.isPresent(),
                tried.map(one -> one.typed().getOrDefault(StepTry.AT, now)).orElse(now),
                tried.map(one -> one.wrong().get(StepTry.AT)).orElse(null), tried.map(StepTry::whole).orElse(null));
    }

    /** What everything on a panel is seen with. */
    private record Look(Ticket ticket, StepSheet sheet, SignedIn me, Reader reader, @Nullable StepTry tried) {
        /** The form of this step that came back. */
        Optional<StepTry> tried(CaseStep step) {
            return Optional.ofNullable(tried).filter(one -> one.step() == step.id());
        }
    }

    /** The panel. */
    public record Panel(List<Fact> told, List<Lines> tracks) {}

    /** The steps of one track. */
    public record Lines(String label, List<StepLine> steps) {}
}
