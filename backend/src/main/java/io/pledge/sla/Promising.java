package io.pledge.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Author;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.MergedCases;
import io.pledge.ticket.Message;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Moment;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.Via;
import io.pledge.ticket.What;

/** Says what would be promised, and makes the promises that a person gives explicitly. */
@Component
public class Promising {
    private static final Duration WEEK = Duration.ofDays(7);

    private final PoliciesInForce policies;
    private final TicketPromises ledger;
    private final Promises promises;
    private final Units units;
    private final LedgerRecords records;
    private final Timeline timeline;
    private final Conversation conversation;
    private final Messages messages;
    private final MergedCases merged;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Promising(PoliciesInForce policies, TicketPromises ledger, Promises promises, Units units,
            LedgerRecords records, Timeline timeline, Conversation conversation, Messages messages, MergedCases merged,
            ApplicationEventPublisher events, Clock clock) {
        this.policies = policies;
        this.ledger = ledger;
        this.promises = promises;
        this.units = units;
        this.records = records;
        this.timeline = timeline;
        this.conversation = conversation;
        this.messages = messages;
        this.merged = merged;
        this.events = events;
        this.clock = clock;
    }

    /** What somebody would be promised who has no contract or is not recognised, for the form before it is sent. */
    public Quote quote(TicketKind kind, Severity severity, UnitId home, Instant now) {
        var terms = policies.terms(kind, Traits.ofNobody(severity), units.unit(home));
        var target = terms.targets().get(PromiseKind.ACKNOWLEDGEMENT);
        return new Quote(target.calendar().add(now, target.allowance()), target.allowance(),
                target.calendar().between(now, now.plus(WEEK)).seconds() == WEEK.toSeconds());
    }

    /** When the next word is due by the terms of the case if somebody writes now; an author may name an earlier time, no later one. */
    public Instant latestNextWord(TicketId ticket, Instant now) {
        var target = records.terms(ticket).targets().get(PromiseKind.PROGRESS);
        return target.calendar().add(now, target.allowance());
    }

    /**
     * Names another time: an earlier one is promised and does not move; a later one takes the place of the promise only with
     * the customer's recorded agreement, and without it is announced while the promise runs on. After a broken promise, or
     * where there was none, the time is promised anew.
     *
     * @param by who of the staff names it
     * @throws Refused where the time has passed, or the message in which the customer is said to have agreed is none of this case
     */
    @Transactional
    public void name(TicketId ticket, PromiseKind kind, Instant dueAt, Agreement agreement, Actor.Staff by) {
        var agreedIn = agreedIn(ticket, agreement, by);
        var made = promises.of(ticket).stream().filter(p -> p.kind() == kind)
                .max(Comparator.comparingInt(Promise::sequence));
        boolean later = made.filter(p -> p.state() == PromiseState.PAUSED
                || p.state() == PromiseState.RUNNING && dueAt.isAfter(p.dueAt())).isPresent();
        if (later) {
            renegotiate(ticket, kind, dueAt, agreedIn, by);
        } else {
            promise(ticket, kind, dueAt, by);
        }
    }

    /** The message that can be read again: one of the customer or a logged call, in the case or one that goes on in it. */
    private @Nullable Long agreedIn(TicketId ticket, Agreement agreement, Actor.Staff by) {
        return switch (agreement) {
            case Agreement.None _ -> null;
            case Agreement.Spoken(var said) ->
                conversation.logCall(ticket, said, null, by.person(), clock.instant());
            case Agreement.Written(var message) -> messages.of(merged.with(ticket)).stream()
                    .filter(one -> one.id() == message && !one.internal())
                    .filter(one -> one.author() == Author.CUSTOMER || one.via() == Via.CALL).findFirst()
                    .map(Message::id).orElseThrow(() -> new Refused("noAgreement"));
        };
    }

    /**
     * Promises arrival, a shipment or the solution for a time that a person names; it does not move.
     *
     * @throws Refused where the time has passed, or is later than what is promised already
     */
    @Transactional
    public void promise(TicketId ticket, PromiseKind kind, Instant dueAt, Actor by) {
        var at = moment();
        requireAhead(dueAt, at);
        running(ticket, kind).map(Promise::dueAt).filter(due -> dueAt.isAfter(due)).ifPresent(_ -> {
            throw new Refused("laterThanPromised");
        });
        ledger.happened(ticket, new LedgerEvent.Promised(at.occurredAt(), kind, dueAt), at);
        timeline.tell(ticket, What.PROMISE_MADE, by, Map.of("kind", kind.name(), "dueAt", dueAt.toString()), at);
    }

    /** Moves a promise with the customer's recorded agreement; without it the delay is only announced, to the customer too. */
    private void renegotiate(TicketId ticket, PromiseKind kind, Instant dueAt, @Nullable Long agreedIn,
            Actor.Staff by) {
        var at = moment();
        requireAhead(dueAt, at);
        var promised = unsettled(ticket, kind);
        boolean agreed = agreedIn != null;
        ledger.happened(ticket, new LedgerEvent.Renegotiate(at.occurredAt(), kind, dueAt, agreed), at);
        var named = Map.of("kind", kind.name(), "dueAt", dueAt.toString(), "agreed", Boolean.toString(agreed));
        timeline.tell(ticket, What.PROMISE_MOVED, by, agreedIn, named, at);
        if (!agreed) {
            promised.ifPresent(promise -> events.publishEvent(
                    new DelayAnnounced(ticket, at, kind, promise.dueAt(), dueAt)));
        }
    }

    private Optional<Promise> unsettled(TicketId ticket, PromiseKind kind) {
        return promises.of(ticket).stream().filter(p -> p.kind() == kind && !p.state().settled()).findFirst();
    }

    private Optional<Promise> running(TicketId ticket, PromiseKind kind) {
        return promises.of(ticket).stream().filter(p -> p.kind() == kind && p.state() == PromiseState.RUNNING)
                .findFirst();
    }

    private Moment moment() {
        var now = clock.instant();
        return new Moment(now, now);
    }

    private static void requireAhead(Instant dueAt, Moment at) {
        if (!dueAt.isAfter(at.occurredAt())) {
            throw new Refused("promisePassed");
        }
    }

    /**
     * A promise as it would be made.
     *
     * @param by when a person answers at the latest
     * @param within the working time until then
     * @param dayAndNight whether every hour counts
     */
    public record Quote(Instant by, WorkingTime within, boolean dayAndNight) {}
}
