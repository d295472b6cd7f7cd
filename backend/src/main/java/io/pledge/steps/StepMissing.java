package io.pledge.steps;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.pledge.ticket.Refused;

/** A case cannot be resolved before certain steps are done. */
public class StepMissing extends Refused {
    private static final long serialVersionUID = 1L;
    private final transient List<Words> steps;

    StepMissing(List<Words> steps) {
        super("stepMissing");
        this.steps = List.copyOf(steps);
    }

    /** What is missing, in the reader's language. */
    @Override
    public Object[] parts(Locale language) {
        return new Object[]{steps.stream().map(step -> step.in(language))
                .collect(Collectors.joining("zh".equals(language.getLanguage()) ? "、" : ", "))};
    }
}
