package io.pledge.ticket;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the customer heard. A message counts from the moment the customer's channel accepts it; one that goes only to
 * the page of the case, and a call, count at once.
 */
@Component
public class Hearing {
    private final Docket docket;
    private final Messages messages;
    private final Resolutions resolutions;

    Hearing(Docket docket, Messages messages, Resolutions resolutions) {
        this.docket = docket;
        this.messages = messages;
        this.resolutions = resolutions;
    }

    /** The customer's channel accepted a message. Said again, it changes nothing. */
    @Transactional
    public void heard(long message, Instant acceptedAt) {
        heard(messages.message(message), acceptedAt);
    }

    /** The customer's channel accepted the automatic apology. */
    @Transactional
    public void automaticHeard(TicketId ticket, Instant acceptedAt) {
        docket.announce(new TicketEvent.AutomaticHeard(ticket, new Moment(acceptedAt, docket.now())));
    }

    /**
     * A letter of ours did not reach somebody on the customer's side, or came back from there. What was heard before stays heard, and
     * what it kept stays kept.
     *
     * @param message what it carried; null where it carried none
     * @param detail further facts by name; nothing that names a person, since it is never erased
     */
    @Transactional
    public void notDelivered(TicketId ticket, @Nullable Long message, Map<String, String> detail, Instant at) {
        docket.record(docket.load(ticket), What.NOT_DELIVERED, new Actor.System(), message, detail,
                new Moment(at, docket.now()));
    }

    @EventListener
    void hearWhatNeedsNoChannel(TicketEvent.MessageWritten written) {
        hearAtOnce(written.message(), written.at());
    }

    @EventListener
    void hearWhatNeedsNoChannel(TicketEvent.Resolved resolved) {
        hearAtOnce(resolved.message(), resolved.at());
    }

    private void hearAtOnce(long message, Moment at) {
        Optional.of(messages.message(message)).filter(said -> said.via() != Via.MAIL)
                .ifPresent(said -> heard(said, at.occurredAt()));
    }

    /** That it was resolved is old news once the customer answered on the page, whenever their mail server took the mail. */
    private void heard(Message said, Instant acceptedAt) {
        if (said.internal() || said.author() != Author.STAFF || !messages.markHeard(said.id(), acceptedAt)
                || resolutions.answered(said.id())) {
            return;
        }
        var at = new Moment(acceptedAt, docket.now());
        docket.announce(new TicketEvent.Heard(said.ticket(), at, said.id(), said.person(), said.nextWordAt(),
                resolutions.reportedBy(said.id())));
    }
}
