package io.pledge.steps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.steps.StepRows.New;
import io.pledge.steps.StepRows.Opened;
import io.pledge.ticket.Involvement;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;

/** Lets follow what follows: steps that can be done now get their time, and a unit that owes one sees the case from then on. */
@Component
class Unfolding {
    private final StepRows rows;
    private final StepsVersions versions;
    private final StepTimes times;
    private final Units units;
    private final Involvement involvement;

    Unfolding(StepRows rows, StepsVersions versions, StepTimes times, Units units, Involvement involvement) {
        this.rows = rows;
        this.versions = versions;
        this.times = times;
        this.units = units;
        this.involvement = involvement;
    }

    /** A case came in: it gets the steps of its kind under the version in force. */
    void begin(Ticket ticket, Instant at) {
        var kind = versions.book(versions.current()).of(ticket.kind());
        rows.begin(ticket, versions.current(), kind.steps().map(step -> new New(step, unit(step))).toList());
        follow(ticket, sheet(ticket), at);
    }

    private @Nullable UnitId unit(StepDefinition step) {
        var key = step.by().unit();
        return key == null ? null : units.atWorkFrom(units.byKey(key).map(ServiceUnit::id).orElseThrow()).id();
    }

    /** Something about the steps has changed. */
    void follow(Ticket ticket, Instant at) {
        follow(ticket, sheet(ticket), at);
    }

    private StepSheet sheet(Ticket ticket) {
        return rows.of(ticket).orElseThrow();
    }

    private void follow(Ticket ticket, StepSheet sheet, Instant at) {
        var states = Progress.follow(sheet.kind(), sheet.standing());
        Map<StepState, List<CaseStep>> changed = new EnumMap<>(StepState.class);
        sheet.steps().stream().filter(step -> states.get(step.key()) != step.state()).forEach(step -> changed
                .computeIfAbsent(Objects.requireNonNull(states.get(step.key())), _ -> new ArrayList<>()).add(step));
        var opened = changed.getOrDefault(StepState.OPEN, List.of());
        rows.open(opened.stream().map(step -> times.opened(ticket, step, at)).toList());
        Arrays.stream(StepState.values()).filter(state -> state != StepState.OPEN)
                .forEach(state -> rows.rest(changed.getOrDefault(state, List.of()), state));
        opened.stream().map(CaseStep::unit).filter(Objects::nonNull).map(units::unit)
                .filter(unit -> !ticket.unitPath().startsWith(unit.path()))
                .forEach(unit -> involvement.involve(List.of(ticket.id()), unit));
    }

    /** A step that was done is to be done again; what hung on it waits anew. */
    void again(Ticket ticket, CaseStep step, Instant at) {
        var hanging = sheet(ticket).steps().stream()
                .filter(other -> other.state() == StepState.UNNEEDED || other.state() == StepState.OPEN)
                .filter(other -> Progress.waitsFor(other.definition()).contains(step.key())
                        || step.key().equals(other.definition().unlessDone()))
                .toList();
        rows.rest(hanging, StepState.WAITING);
        List<Opened> opened = List.of(times.opened(ticket, step, at));
        rows.open(opened);
        follow(ticket, at);
    }

    /** A case has ended: these steps are owed no more; the others outlive it. */
    void end(TicketId ticket, List<CaseStep> steps) {
        rows.rest(steps, StepState.DROPPED);
        rows.outlive(ticket, true);
    }

    /** A case that had ended is open again, and so are the steps that its end had dropped. */
    void revive(Ticket ticket, Instant at) {
        rows.rest(sheet(ticket).steps().stream().filter(step -> step.state() == StepState.DROPPED).toList(),
                StepState.WAITING);
        rows.outlive(ticket.id(), false);
        follow(ticket, at);
    }
}
