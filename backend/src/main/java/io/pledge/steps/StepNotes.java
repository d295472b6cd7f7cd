package io.pledge.steps;

import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.pledge.ticket.Actor;
import io.pledge.ticket.Moment;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.What;

/** What the timeline of a case keeps of its steps: which, under which version of the definition, and what was written into it. */
@Component
public class StepNotes {
    /** Before the key of each field in an entry's detail. */
    private static final String FIELD = "field.";
    private static final String STEP = "step";
    private static final String VERSION = "version";
    private static final String REASON = "reason";

    private final Timeline timeline;
    private final StepsVersions versions;

    StepNotes(Timeline timeline, StepsVersions versions) {
        this.timeline = timeline;
        this.versions = versions;
    }

    void done(Ticket ticket, long version, CaseStep step, Map<String, String> values, Actor by, Moment at) {
        var detail = detail(version, step);
        values.forEach((field, value) -> detail.put(FIELD + field, value));
        timeline.tell(ticket.id(), What.STEP_DONE, by, detail, at);
        if (step.definition().customerReads() != null) {
            timeline.tell(ticket.id(), What.STEP_TOLD, by, detail(version, step), at);
        }
    }

    void reopened(Ticket ticket, long version, CaseStep step, String reason, Actor by, Moment at) {
        var detail = detail(version, step);
        detail.put(REASON, reason);
        timeline.tell(ticket.id(), What.STEP_REOPENED, by, detail, at);
    }

    private static HashMap<String, String> detail(long version, CaseStep step) {
        return new HashMap<>(Map.of(STEP, step.key(), VERSION, Long.toString(version)));
    }

    /**
     * Reads an entry about a step.
     *
     * @param detail of an entry {@code STEP_DONE}, {@code STEP_REOPENED} or {@code STEP_TOLD} of this case
     */
    public Noted read(Ticket ticket, Map<String, String> detail) {
        var kind = versions.book(Long.parseLong(detail.getOrDefault(VERSION, ""))).of(ticket.kind());
        Map<String, String> values = new HashMap<>();
        detail.forEach((key, value) -> {
            if (key.startsWith(FIELD)) {
                values.put(key.substring(FIELD.length()), value);
            }
        });
        return new Noted(kind.step(detail.getOrDefault(STEP, "")).orElseThrow(), values);
    }

    /** A step with what was written into it then. */
    public record Noted(StepDefinition step, Map<String, String> values) {}
}
