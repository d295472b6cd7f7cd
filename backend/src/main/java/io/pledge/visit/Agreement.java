package io.pledge.visit;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.ticket.Actor;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Refused;
import io.pledge.ticket.What;

/** What the customer says to the time of a visit: yes, or another time please. */
@Component
public class Agreement {
    private final VisitRows rows;
    private final VisitEntries entries;
    private final Conversation conversation;
    private final Messages messages;
    private final Clock clock;

    Agreement(VisitRows rows, VisitEntries entries, Conversation conversation, Messages messages, Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.conversation = conversation;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The time suits the customer. A second yes changes nothing.
     *
     * @param by the customer, or who of the staff was told so by telephone
     * @throws Refused where the visit is not ahead any more
     */
    @Transactional
    public void confirm(VisitId id, Actor by) {
        var visit = rows.lock(id);
        Ahead.require(visit);
        if (visit.state() == VisitState.PROPOSED) {
            var now = clock.instant();
            rows.confirm(id, now, by.staff());
            entries.tell(visit, What.VISIT_CONFIRMED, by, now);
        }
    }

    /**
     * The customer asks for another time: a message on the case. What they had confirmed no longer is. The same words again change
     * nothing.
     *
     * @throws Refused where the visit is not ahead any more, or the case has ended
     */
    @Transactional
    public void askAnother(VisitId id, String words, long participant) {
        var visit = rows.lock(id);
        Ahead.require(visit);
        var asked = visit.askedMessage();
        if (asked == null || !messages.message(asked).body().equals(words)) {
            rows.askAnother(id, conversation.customerWrites(visit.ticket(), words, List.of(), participant,
                    clock.instant()));
        }
    }
}
