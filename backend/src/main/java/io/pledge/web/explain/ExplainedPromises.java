package io.pledge.web.explain;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.sla.Explanations;
import io.pledge.sla.Promise;
import io.pledge.sla.Promises;
import io.pledge.ticket.TicketId;
import io.pledge.web.view.Reader;

/** Explains the promise that an address names. */
@Component
public class ExplainedPromises {
    private final Promises promises;
    private final Explanations explanations;
    private final ExplanationWords words;

    ExplainedPromises(Promises promises, Explanations explanations, ExplanationWords words) {
        this.promises = promises;
        this.explanations = explanations;
        this.words = words;
    }

    /**
     * The explanation for this reader, who has come to the case lawfully.
     *
     * @param address such as {@code progress-2}
     * @return empty where the case has no such promise
     */
    public Optional<ExplanationView> of(TicketId ticket, String address, Reader reader) {
        return PromiseKey.read(address).flatMap(key -> promises.of(ticket).stream()
                .filter(promise -> PromiseKey.of(promise).equals(key)).findFirst())
                .flatMap(promise -> explained(promise, reader));
    }

    private Optional<ExplanationView> explained(Promise promise, Reader reader) {
        return explanations.of(promise.ticket(), promise.kind(), promise.sequence(), reader.now())
                .map(explanation -> words.of(promise, explanation, reader));
    }
}
