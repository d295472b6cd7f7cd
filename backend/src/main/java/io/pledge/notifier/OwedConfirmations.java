package io.pledge.notifier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.notifications.Confirmation;
import io.pledge.notifications.ConfirmationOverdue;
import io.pledge.notifications.ConfirmationRequest;
import io.pledge.notifications.Confirmations;
import io.pledge.notifier.StaffMail.Notice;
import io.pledge.organisation.Deputies;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.sla.Chain;
import io.pledge.sla.PolicyChains;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.Promises;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Moment;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketEvent;

/**
 * A new case is confirmed by the head of the unit and by the account manager; where one is silent, the next above is asked. Where it
 * came in at night and its chain lets people be written then, who is on duty confirms before the head.
 */
@Component
@ConditionalOnProperty(name = "pledge.notifications.enabled", matchIfMissing = true)
class OwedConfirmations {
    private final Confirmations confirmations;
    private final StaffMail mail;
    private final Heads heads;
    private final Cases cases;
    private final Promises promises;
    private final PolicyChains chains;
    private final Staff staff;
    private final Deputies deputies;
    private final NotifierProperties properties;
    private final Clock clock;

    OwedConfirmations(Confirmations confirmations, StaffMail mail, Heads heads, Cases cases, Promises promises,
            PolicyChains chains,
            Staff staff, Deputies deputies, NotifierProperties properties, Clock clock) {
        this.confirmations = confirmations;
        this.mail = mail;
        this.heads = heads;
        this.cases = cases;
        this.promises = promises;
        this.chains = chains;
        this.staff = staff;
        this.deputies = deputies;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener
    void on(TicketEvent.Submitted submitted) {
        var ticket = cases.require(submitted.ticket());
        var up = heads.upFrom(ticket.unit());
        var head = up.isEmpty() ? null : up.getFirst();
        var duty = atNight(ticket) ? ticket.onDuty() : null;
        ask(ticket, "head", duty == null ? head : duty, up, submitted.at());
        if (duty != null && head != null && !duty.equals(head)) {
            tell(ticket, head);
        }
        var manager = ticket.accountManager();
        if (manager != null && staff.isAtWork(manager) && (head == null || !acting(manager).equals(acting(head)))) {
            ask(ticket, "account-manager", manager, heads.upFrom(staff.person(manager).unit()), submitted.at());
        }
    }

    /** To the customer's account manager the case is as new as one that comes in. */
    @EventListener
    void on(TicketEvent.CustomerAttached attached) {
        var ticket = cases.require(attached.ticket());
        var manager = ticket.accountManager();
        if (Objects.equals(manager, attached.accountManager())) {
            return;
        }
        release(ticket, attached);
        if (manager != null && staff.isAtWork(manager)) {
            ask(ticket, "account-manager-" + manager.value(), manager, heads.upFrom(staff.person(manager).unit()),
                    attached.at());
        }
    }

    /** Who is to know of the matter confirms the case in which it goes on. */
    @EventListener
    void on(TicketEvent.Merged merged) {
        var by = merged.by().staff();
        if (by != null) {
            confirmations.forReference("ticket:" + merged.ticket().value()).stream().filter(Confirmation::open)
                    .filter(owed -> isOfCase(owed.key()))
                    .forEach(owed -> confirmations.confirm(owed.id(), StaffNames.of(by), merged.at().recordedAt()));
        }
    }

    @EventListener
    void on(ConfirmationOverdue overdue) {
        var ticket = References.ticket(overdue.reference());
        if (ticket.isPresent() && overdue.to() != null && !PlanTasks.isOne(overdue.key())) {
            var letter = UnreachedCustomers.isOne(overdue.key()) ? Letter.NOT_REACHED : Letter.NOT_CONFIRMED;
            mail.send(StaffNames.read(overdue.to()), Notice
                    .of(letter, ticket.get(), Long.toString(overdue.confirmationId()))
                    .saying(Map.of("person", staff.person(StaffNames.read(overdue.from())).name()))
                    .at(Map.of("due", overdue.dueAt())));
        }
    }

    /** Who looks after the customer no longer, and answers for no unit that has the case, owes no confirmation of it. */
    private void release(Ticket ticket, TicketEvent.CustomerAttached attached) {
        var former = attached.accountManager();
        var by = attached.by().staff();
        if (former == null || by == null || heads.upFrom(ticket.unit()).contains(former)) {
            return;
        }
        confirmations.forReference("ticket:" + ticket.id().value()).stream()
                .filter(owed -> isOfCase(owed.key()))
                .filter(owed -> owed.open() && List.of(StaffNames.of(former), StaffNames.of(acting(former)))
                        .contains(owed.current().person()))
                .forEach(owed -> confirmations.confirm(owed.id(), StaffNames.of(by), attached.at().recordedAt()));
    }

    /** Whether it is the case itself that is to be confirmed. */
    private static boolean isOfCase(String key) {
        return !UnreachedCustomers.isOne(key) && !PlanTasks.isOne(key);
    }

    private void ask(Ticket ticket, String as, @Nullable PersonId person, List<PersonId> next, Moment at) {
        if (person == null) {
            return;
        }
        var reference = "ticket:" + ticket.id().value();
        confirmations.ask(new ConfirmationRequest(reference + ":" + as, reference, ticket.number().value(),
                StaffNames.of(acting(person)), at.recordedAt(), at.recordedAt().plus(properties.confirmWithin()),
                next.stream().map(this::acting).map(StaffNames::of).distinct().toList()));
        tell(ticket, person);
    }

    private void tell(Ticket ticket, PersonId person) {
        mail.send(person, Notice.of(Letter.NEW_CASE, ticket.id(), ticket.id().value() + "")
                .at(acknowledgement(ticket).map(due -> Map.of("promised", due)).orElse(Map.of())));
    }

    /** Whether the chain that the case would climb lets people be written at night. */
    private boolean atNight(Ticket ticket) {
        return Optional.ofNullable(chains.of(List.of(ticket.id())).get(ticket.id())).filter(Chain::atNight).isPresent();
    }

    /** Who is there to confirm: the person, or who stands in for them. */
    private PersonId acting(PersonId person) {
        return deputies.acting(person, clock.instant());
    }

    private Optional<Instant> acknowledgement(Ticket ticket) {
        return promises.of(ticket.id()).stream().filter(p -> p.kind() == PromiseKind.ACKNOWLEDGEMENT).findFirst()
                .map(Promise::dueAt);
    }
}
