package io.pledge.steps;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.steps.Field.Asked;
import io.pledge.ticket.Intake;
import io.pledge.ticket.Submission;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/** The short forms of the kinds, and cases that come in with one. */
@Component
public class CaseForms {
    private final StepsVersions versions;
    private final StepRows rows;
    private final Intake intake;

    CaseForms(StepsVersions versions, StepRows rows, Intake intake) {
        this.versions = versions;
        this.rows = rows;
        this.intake = intake;
    }

    /** What is asked in the form of a kind; the staff are asked what the customer is asked, and their own. */
    public List<Field> fields(TicketKind kind, Asked who) {
        return versions.book(versions.current()).of(kind).form().stream()
                .filter(field -> who == Asked.STAFF || field.asked() == Asked.CUSTOMER).toList();
    }

    /**
     * Reads what was written into the form of a kind.
     *
     * @param files names of the files that were chosen, by field
     */
    public Answers read(TicketKind kind, Asked who, Map<String, String> typed, Map<String, String> files) {
        return Answers.read(fields(kind, who), typed, files, false);
    }

    /**
     * Takes a case in with what was told in the form of its kind, in one transaction. The same submission key again changes nothing and
     * gives the same case.
     *
     * @param answers as they were read
     */
    @Transactional
    public TicketId submit(Submission submission, Map<String, String> answers) {
        var before = intake.submitted(submission.key());
        if (before.isPresent()) {
            return before.get();
        }
        var id = intake.submit(submission);
        rows.tell(id, answers);
        return id;
    }
}
