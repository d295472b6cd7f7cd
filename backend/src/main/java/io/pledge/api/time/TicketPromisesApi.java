package io.pledge.api.time;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.pledge.api.time.Simulation.PromiseBody;
import io.pledge.calendar.Stretch;
import io.pledge.security.SignedIn;
import io.pledge.sla.Explanation;
import io.pledge.sla.Explanations;
import io.pledge.sla.Leg;
import io.pledge.ticket.Cases;
import io.pledge.ticket.TicketNotFound;

/** The promises of a ticket, each with how it came to its time. */
@RestController
class TicketPromisesApi {
    private final Cases cases;
    private final Explanations explanations;
    private final Clock clock;

    TicketPromisesApi(Cases cases, Explanations explanations, Clock clock) {
        this.cases = cases;
        this.explanations = explanations;
        this.clock = clock;
    }

    /**
     * All promises of a ticket in the order in which they were made.
     *
     * @param number such as {@code PL-10042}; 404 where there is none, or none that the caller may see
     */
    @GetMapping("/api/v1/tickets/{number}/promises")
    Map<String, List<Explained>> promises(@PathVariable String number, @AuthenticationPrincipal SignedIn me) {
        var ticket = cases.find(number, me.scope());
        return Map.of("promises", explanations.of(ticket.id(), clock.instant()).stream().map(Explained::of).toList());
    }

    @ExceptionHandler
    ProblemDetail notFound(TicketNotFound unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "there is no such ticket, or not for you");
    }

    /** @param explicit whether a person named the time */
    record Explained(PromiseBody promise, boolean explicit, ExplanationBody explanation) {
        static Explained of(Explanation explanation) {
            return new Explained(PromiseBody.of(explanation.reading()), explanation.reading().explicit(),
                    ExplanationBody.of(explanation));
        }
    }

    /**
     * @param because what the line asked for and the ticket had; empty for the line that takes everybody
     * @param usedBeforeSeconds working time that an earlier promise of the kind had used up
     */
    record ExplanationBody(String line, long policyVersion, Map<String, List<String>> because, long usedBeforeSeconds,
            List<LegBody> legs, List<ChangeBody> changes) {
        static ExplanationBody of(Explanation explanation) {
            return new ExplanationBody(explanation.terms().line(), explanation.terms().policyVersion(),
                    explanation.because(), explanation.usedBefore().seconds(),
                    explanation.legs().stream().map(LegBody::of).toList(),
                    explanation.changes().stream().map(ChangeBody::of).toList());
        }
    }

    /**
     * Other terms that came to hold for the promise.
     *
     * @param cause severity, customer or policy
     */
    record ChangeBody(Instant at, @Nullable String cause, String line, long allowanceSeconds, String calendar) {
        static ChangeBody of(Explanation.Change change) {
            return new ChangeBody(change.at(), change.why() == null ? null : Words.of(change.why().cause()),
                    change.terms().line(), change.target().allowance().seconds(),
                    change.target().calendar().name());
        }
    }

    /**
     * @param pause why this part is left out: held or resolved; null where it counts
     * @param workingSeconds working time within it
     */
    record LegBody(Instant from, Instant to, boolean counts, @Nullable String pause, String line,
            long allowanceSeconds, String calendar, long workingSeconds, List<Stretch> stretches) {
        static LegBody of(Leg leg) {
            return new LegBody(leg.from(), leg.to(), leg.counts(), leg.pause() == null ? null : Words.of(leg.pause()),
                    leg.terms().line(), leg.target().allowance().seconds(), leg.target().calendar().name(),
                    leg.working().seconds(), leg.stretches());
        }
    }
}
