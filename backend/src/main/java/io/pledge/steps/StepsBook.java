package io.pledge.steps;

import java.util.Map;
import java.util.stream.Stream;

import io.pledge.ticket.TicketKind;

/** All kinds as one version of the operator's file defines them. */
public record StepsBook(Map<TicketKind, KindSteps> kinds) {
    public StepsBook {
        kinds = Map.copyOf(kinds);
    }

    /** What the file says of a kind; a kind that it leaves out has no form and no steps. */
    public KindSteps of(TicketKind kind) {
        return kinds.getOrDefault(kind, KindSteps.NONE);
    }

    /** All steps of all kinds. */
    Stream<StepDefinition> steps() {
        return kinds.values().stream().flatMap(KindSteps::steps);
    }
}
