package io.pledge.web.quality;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pledge.web.view.PersonView;

/** A ruling in the reader's words, with the appeal against it. */
public record RulingView(long id, String number, String title, boolean valid, String verdict, @Nullable String cause,
        @Nullable String responsible, String reasoning, PersonView by, String when, String appealUntil,
        boolean appealable, boolean superseded, @Nullable AppealView appeal) {

    /**
     * An appeal in the reader's words.
     *
     * @param sameOfficer whether the officer who reads may only decide it with a marked reason
     */
    public record AppealView(long id, PersonView by, String grounds, String when, String decideBy, boolean open,
            @Nullable String decision, @Nullable String reasoning, @Nullable String marked,
            @Nullable PersonView decidedBy,
            boolean sameOfficer, boolean ownRuling) {}

    /** One line of what is known of a case. */
    record Line(String when, String what, String who) {}

    /** One row of what waits. */
    record Waiting(String number, String title, String reason, String due, boolean overdue) {}

    /** What the customer answered in the survey. */
    record Said(int score, @Nullable String comment) {}

    /** Rows of evidence on one case. */
    record Evidence(List<io.pledge.web.view.PromiseRow> promises, List<Line> timeline, @Nullable Said said) {}
}
