package io.pledge.notifier;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.notifier.StaffMail.Notice;
import io.pledge.notifier.StaffMail.Posted;
import io.pledge.organisation.Deputies;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.steps.CaseStep;
import io.pledge.steps.StepRights;
import io.pledge.steps.StepsOwed;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Ticket;

/**
 * Tells people of steps: who owes one, once, and the head of the unit, once, that its time has passed. To the customer nothing was
 * promised by it, so letters keep to the hours of their readers.
 */
@Component
@ConditionalOnProperty(name = "pledge.notifications.enabled", matchIfMissing = true)
class StepNews {
    private final StaffMail mail;
    private final Heads heads;
    private final StepRights rights;
    private final Cases cases;
    private final Deputies deputies;
    private final Staff staff;

    StepNews(StaffMail mail, Heads heads, StepRights rights, Cases cases, Deputies deputies, Staff staff) {
        this.mail = mail;
        this.heads = heads;
        this.rights = rights;
        this.cases = cases;
        this.deputies = deputies;
        this.staff = staff;
    }

    @EventListener
    void on(StepsOwed owed) {
        var tickets = cases.require(owed.tickets());
        mail.send(owed.all().stream().flatMap(one -> letters(one,
                Objects.requireNonNull(tickets.get(one.step().ticket())), owed)).toList());
    }

    private Stream<Posted> letters(StepsOwed.Owed one, Ticket ticket, StepsOwed owed) {
        boolean overdue = one.step().overdue(owed.now());
        SequencedSet<PersonId> people = new LinkedHashSet<>();
        if (!one.known()) {
            rights.owing(one.step(), ticket).forEach(people::add);
        }
        if (overdue) {
            var unit = one.step().unit();
            heads.of(unit == null ? ticket.unit() : unit).ifPresent(people::add);
        }
        return people.stream().map(person -> new Posted(person,
                notice(overdue ? Letter.STEP_OVERDUE : Letter.STEP_OWED, one.step(), ticket, person, owed)));
    }

    /** A step that is opened once more is told of once more. */
    private Notice notice(Letter letter, CaseStep step, Ticket ticket, PersonId person, StepsOwed owed) {
        var since = Objects.requireNonNull(step.readyAt());
        var reader = staff.person(deputies.acting(person, owed.now()));
        var with = Optional.ofNullable(ticket.assignee()).map(one -> staff.person(one).name()).orElse("");
        return Notice.of(letter, ticket.id(), step.id() + "-" + since.getEpochSecond())
                .saying(Map.of("step", step.definition().label().in(reader.language()), "with", with))
                .at(Map.of("due", Objects.requireNonNull(step.dueAt()))).ofChain(false, false);
    }
}
