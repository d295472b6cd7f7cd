package io.pledge.steps;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The short form and the steps of one kind of case. */
public record KindSteps(List<Field> form, List<Track> tracks) {
    /** Nothing is asked and nothing prescribed. */
    static final KindSteps NONE = new KindSteps(List.of(), List.of());

    public KindSteps {
        form = List.copyOf(form);
        tracks = List.copyOf(tracks);
    }

    /** All steps, track by track. */
    public Stream<StepDefinition> steps() {
        return tracks.stream().flatMap(track -> track.steps().stream());
    }

    public Optional<StepDefinition> step(String key) {
        return steps().filter(step -> step.key().equals(key)).findFirst();
    }

    public Optional<Field> formField(String key) {
        return form.stream().filter(field -> field.key().equals(key)).findFirst();
    }
}
