package io.pledge.notifier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.communication.Occasion;
import io.pledge.notifications.Confirmations;
import io.pledge.organisation.PersonId;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.Promises;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Participants;
import io.pledge.ticket.TicketEvent;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Via;

/**
 * What only those hear who hear by a plan: how a case stands when it becomes one of theirs, and that an engineer is on site. And which of
 * their tasks are over by what else happens.
 */
@Component
@ConditionalOnProperty(name = "pledge.notifications.enabled", matchIfMissing = true)
class PlanNews {
    private final CustomerMail mail;
    private final Confirmations confirmations;
    private final Promises promises;
    private final Cases cases;
    private final Messages messages;
    private final Participants participants;

    PlanNews(CustomerMail mail, Confirmations confirmations, Promises promises, Cases cases, Messages messages,
            Participants participants) {
        this.mail = mail;
        this.confirmations = confirmations;
        this.promises = promises;
        this.cases = cases;
        this.messages = messages;
        this.participants = participants;
    }

    /** Who hears only of cases so severe has not heard of this one yet. */
    @EventListener
    void on(TicketEvent.SeverityChanged changed) {
        mail.send(changed.ticket(), standing(changed.ticket(), changed.to().name()),
                one -> one.hearsOf(changed.to()) && !one.hearsOf(changed.from()));
    }

    /** To the customer's people the case is as new as one that comes in; what was asked of people of another customer is over. */
    @EventListener
    void on(TicketEvent.CustomerAttached attached) {
        var severity = cases.require(attached.ticket()).severity();
        if (attached.from() != null) {
            settle(attached.ticket(), attached.by().staff(), attached.at().recordedAt());
        }
        mail.send(attached.ticket(), standing(attached.ticket(), "attached-" + attached.at().occurredAt()),
                one -> one.hears(Set.of(Occasion.RECEIVED), severity));
    }

    @EventListener
    void on(TicketEvent.VisitArrived arrived) {
        var id = arrived.ticket();
        mail.send(id, Note.of(Letter.ARRIVED, id, id.value() + "-" + arrived.at().occurredAt())
                .at(Map.of("arrived", arrived.at().occurredAt())));
    }

    /** The same people hear of the case in which it goes on. */
    @EventListener
    void on(TicketEvent.Merged merged) {
        settle(merged.ticket(), merged.by().staff(), merged.at().recordedAt());
    }

    /** A call that is logged was with who turned to us. */
    @EventListener
    void on(TicketEvent.MessageWritten written) {
        var by = written.by().staff();
        if (by != null && messages.message(written.message()).via() == Via.CALL) {
            var submitter = participants.submitter(written.ticket()).id();
            confirmations.forReference(StaffMail.reference(written.ticket())).stream()
                    .filter(owed -> owed.open() && PlanTasks.isCall(owed.key())
                            && PlanTasks.person(owed.key()) == submitter)
                    .forEach(owed -> confirmations.confirm(owed.id(), StaffNames.of(by), written.at().recordedAt()));
        }
    }

    private void settle(TicketId ticket, @Nullable PersonId by, Instant at) {
        if (by != null) {
            confirmations.forReference(StaffMail.reference(ticket)).stream()
                    .filter(owed -> owed.open() && PlanTasks.isOne(owed.key()))
                    .forEach(owed -> confirmations.confirm(owed.id(), StaffNames.of(by), at));
        }
    }

    private Note standing(TicketId id, String why) {
        var silences = Silences.in(List.of(id), promises);
        Optional<Instant> next = silences.running(id, PromiseKind.ACKNOWLEDGEMENT)
                .or(() -> silences.running(id, PromiseKind.PROGRESS));
        return Note.of(Letter.STANDING, id, id.value() + "-" + why).next(next.orElse(null));
    }
}
