package io.pledge.sla;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.ticket.Actor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Moment;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.Timeline.Told;
import io.pledge.ticket.Verb;
import io.pledge.ticket.What;

/**
 * Makes the promises of a ticket anew, since it is taken for something else or on purpose: what is left is the new allowance less the
 * working time used, times that persons named stay, and what is settled stays as it came out.
 */
@Component
public class Remaking {
    private final CaseTerms terms;
    private final TicketPromises ledger;
    private final LedgerRecords records;
    private final PromiseRows rows;
    private final Cases cases;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Remaking(CaseTerms terms, TicketPromises ledger, LedgerRecords records, PromiseRows rows, Cases cases,
            Timeline timeline, ApplicationEventPublisher events, Clock clock) {
        this.terms = terms;
        this.ledger = ledger;
        this.records = records;
        this.rows = rows;
        this.cases = cases;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Promises anew, on purpose, under the policies in force now.
     *
     * @param reason why, for those who work on it
     * @throws Refused where the case has ended, or nothing would change
     */
    @Transactional
    public void promiseAnew(TicketId id, String reason, Actor by) {
        var ticket = cases.require(id);
        if (!Verb.PROMISE_ANEW.allowed(ticket)) {
            throw new Refused("ended");
        }
        records.lock(List.of(id));
        if (TicketTerms.alike(terms.of(ticket), records.load(id).terms())) {
            throw new Refused("nothingToPromise");
        }
        var now = clock.instant();
        var at = new Moment(now, now);
        timeline.tell(id, What.PROMISED_ANEW, by, Map.of("reason", reason), at);
        var traits = terms.traits(ticket);
        remake(ticket, new TermsChange(TermsChange.Cause.POLICY, traits, traits, by.staff()), at);
    }

    /** Lets the terms of what a ticket is taken for now hold, in the caller's transaction. */
    void remake(Ticket ticket, TermsChange why, Moment at) {
        var id = ticket.id();
        var before = rows.of(List.of(id));
        ledger.happened(id, new LedgerEvent.ChangeTerms(at.occurredAt(), terms.of(ticket, why.after()), why), at);
        rows.follow(id);
        var moves = PromiseMove.between(before, rows.of(List.of(id))).stream().filter(PromiseMove::concernsCustomer)
                .toList();
        if (!moves.isEmpty()) {
            timeline.tell(
                    moves.stream().map(move -> new Told(id, What.PROMISE_CHANGED, detail(move, why), at)).toList());
            events.publishEvent(new PromisesMoved(id, at, why, moves));
        }
    }

    private static Map<String, String> detail(PromiseMove move, TermsChange why) {
        var detail = new HashMap<>(Map.of("kind", move.kind().name(), "change", why.cause().name(), "from",
                why.before().severity().name(), "to", why.after().severity().name()));
        Optional.ofNullable(move.to()).ifPresent(due -> detail.put("dueAt", due.toString()));
        return detail;
    }
}
