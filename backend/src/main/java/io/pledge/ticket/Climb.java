package io.pledge.ticket;

import java.time.Instant;
import java.util.HashMap;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.ServiceUnit;

/**
 * A case's move up, as long as the case has not moved.
 *
 * @param above the unit that gets it
 * @param step where in its chain it stands then
 * @param begunAt when the chain began in which this is a step
 * @param expectedAt when it should have moved; later than that, it was noticed late
 */
record Climb(Ticket ticket, ServiceUnit above, EscalationCause cause, String reason, @Nullable String tried,
        Chains.Step step, Instant begunAt, Instant expectedAt) {

    EscalationRecords.Raised raised() {
        return new EscalationRecords.Raised(ticket.id(), cause, reason, tried, ticket.unit(), above.id(),
                step.number(), step.takeBy(), begunAt);
    }

    Timeline.Line line(Actor by, Moment at) {
        var detail = detail(reason, above);
        detail.put("cause", cause.name());
        return Timeline.Line.of(ticket, What.ESCALATED, by, null, detail, at);
    }

    CasesEscalated.Case announced(long escalation) {
        return new CasesEscalated.Case(ticket.id(), escalation, cause, reason, ticket.unit(), above.id(),
                step.number(), step.takeBy(), begunAt, expectedAt);
    }

    /** What the timeline keeps of a move to another unit. */
    static HashMap<String, String> detail(String reason, ServiceUnit to) {
        var detail = new HashMap<String, String>();
        detail.put("reason", reason);
        detail.put("to", Long.toString(to.id().value()));
        return detail;
    }
}
