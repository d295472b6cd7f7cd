package io.pledge.notifier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.communication.Occasion;
import io.pledge.notifications.ConfirmationOverdue;
import io.pledge.notifier.CaseAudience.Called;
import io.pledge.notifier.StaffMail.Notice;
import io.pledge.organisation.PersonId;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.TicketId;

/** What the staff is written when a plan asks something of them: to call somebody, or to reach who has not confirmed. */
@Component
class PlanNotices {
    private final StaffMail mail;
    private final Participants participants;

    PlanNotices(StaffMail mail, Participants participants) {
        this.mail = mail;
        this.participants = participants;
    }

    void call(Called call, PersonId to, long confirmation, Instant until) {
        mail.send(to, call(call.ticket().id(), call.person(), call.occasion(), confirmation, until));
    }

    @EventListener
    void on(ConfirmationOverdue overdue) {
        var ticket = References.ticket(overdue.reference());
        if (ticket.isEmpty() || overdue.to() == null || !PlanTasks.isOne(overdue.key())) {
            return;
        }
        var id = PlanTasks.person(overdue.key());
        var person = Objects.requireNonNull(participants.find(List.of(id)).get(id));
        var to = StaffNames.read(overdue.to());
        mail.send(to, PlanTasks.isCall(overdue.key())
                ? call(ticket.get(), person, Occasion.valueOf(overdue.key().split(":")[2]), overdue.confirmationId(),
                        overdue.dueAt())
                : Notice.of(Letter.NOT_READ, ticket.get(), Long.toString(overdue.confirmationId()))
                        .saying(Map.of("person", person.name(), "phone", phone(person)))
                        .at(Map.of("due", overdue.dueAt())));
    }

    private static Notice call(TicketId ticket, Participant person, Occasion occasion, long confirmation,
            Instant until) {
        return Notice.of(Letter.PLAN_CALL, ticket, Long.toString(confirmation)).saying(
                Map.of("person", person.name(), "phone", phone(person), "occasion", occasion.name()))
                .at(Map.of("due", until));
    }

    private static String phone(Participant person) {
        return Optional.ofNullable(person.phone()).orElse("–");
    }
}
