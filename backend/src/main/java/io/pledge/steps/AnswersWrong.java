package io.pledge.steps;

import java.util.Map;

/** Something is wrong with what was written into the fields of a step; nothing was done. */
public class AnswersWrong extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, FieldError> wrong;

    AnswersWrong(Map<String, FieldError> wrong) {
        super("wrong fields: " + wrong);
        this.wrong = Map.copyOf(wrong);
    }

    /** What is wrong, by field. */
    public Map<String, FieldError> wrong() {
        return wrong;
    }
}
