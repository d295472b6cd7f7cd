package io.pledge.steps;

import org.springframework.stereotype.Component;

import io.pledge.ticket.BeforeResolving;
import io.pledge.ticket.Ticket;

/** Lets no case be resolved while a step is owed that has to be done before. */
@Component
class StepsBeforeResolving implements BeforeResolving {
    private final StepRows rows;

    StepsBeforeResolving(StepRows rows) {
        this.rows = rows;
    }

    @Override
    public void require(Ticket ticket) {
        rows.lock(ticket.id());
        var missing = rows.of(ticket).stream().flatMap(sheet -> sheet.steps().stream()
                .filter(step -> step.definition().beforeResolving() && !step.state().over())
                .filter(step -> decided(step, sheet))).map(step -> step.definition().label()).toList();
        if (!missing.isEmpty()) {
            throw new StepMissing(missing);
        }
    }

    /** A step that is perhaps not needed is not named beside the one that decides on it. */
    private static boolean decided(CaseStep step, StepSheet sheet) {
        var condition = step.definition().onlyIf();
        return condition == null || sheet.step(condition.step())
                .filter(other -> !other.state().over() && other.definition().beforeResolving()).isEmpty();
    }
}
