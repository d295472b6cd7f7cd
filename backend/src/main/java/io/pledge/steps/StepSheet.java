package io.pledge.steps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.pledge.ticket.TicketId;

/**
 * What was told in the short form of a case, and how its steps stand.
 *
 * @param version of the definition under which the case came in
 * @param answers by field of the form
 * @param steps in the order of the definition
 */
public record StepSheet(TicketId ticket, long version, KindSteps kind, Map<String, String> answers,
        List<CaseStep> steps) {
    public StepSheet {
        answers = Map.copyOf(answers);
        steps = List.copyOf(steps);
    }

    public Optional<CaseStep> step(long id) {
        return steps.stream().filter(step -> step.id() == id).findFirst();
    }

    public Optional<CaseStep> step(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /** The steps of one track. */
    public List<CaseStep> of(Track track) {
        return track.steps().stream().flatMap(definition -> step(definition.key()).stream()).toList();
    }

    /** The serial number that the form or a step was told, where one was. */
    public Optional<String> serial() {
        return kind.form().stream().filter(field -> field.type() == FieldType.SERIAL)
                .flatMap(field -> Optional.ofNullable(answers.get(field.key())).stream()).findFirst();
    }

    Map<String, Progress.Standing> standing() {
        return steps.stream().collect(Collectors.toMap(CaseStep::key,
                step -> new Progress.Standing(step.state(), step.values())));
    }
}
