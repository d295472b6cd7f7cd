package io.pledge.notifier;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.notifier.StaffMail.Notice;
import io.pledge.notifier.StaffMail.Posted;
import io.pledge.organisation.Units;
import io.pledge.sla.BudgetsOverrun;
import io.pledge.sla.Chain.Told;
import io.pledge.sla.PromiseWarned;
import io.pledge.sla.PromisesWarned;
import io.pledge.survey.RecoveryCallOpened;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Escalation;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Messages;
import io.pledge.ticket.TicketEvent;
import io.pledge.ticket.TicketId;

/**
 * What people of the staff are written when something happened to a case of theirs; what chains tell is in {@link ChainNews}.
 * Comes after those who move cases.
 */
@Component
@ConditionalOnProperty(name = "pledge.notifications.enabled", matchIfMissing = true)
class StaffNews {
    private static final Set<Told> EVERYBODY = Set.of(Told.values());

    private final StaffMail mail;
    private final Heads heads;
    private final Cases cases;
    private final Messages messages;
    private final Escalations escalations;
    private final Units units;

    StaffNews(StaffMail mail, Heads heads, Cases cases, Messages messages, Escalations escalations,
            Units units) {
        this.mail = mail;
        this.heads = heads;
        this.cases = cases;
        this.messages = messages;
        this.escalations = escalations;
        this.units = units;
    }

    @EventListener
    void on(TicketEvent event) {
        var id = event.ticket();
        switch (event) {
            case TicketEvent.Assigned assigned -> assigned(assigned);
            case TicketEvent.HandedBack back -> handedBack(back);
            case TicketEvent.CustomerWrote wrote -> mail.send(heads.inCharge(cases.require(id)),
                    Notice.of(Letter.CUSTOMER_WROTE, id, wrote.message() + "")
                            .saying(Map.of("text", messages.message(wrote.message()).body())));
            case TicketEvent.Rejected no -> customerNo(id, no.resolution() + "", no.reason());
            case TicketEvent.Reopened again -> customerNo(id, id.value() + "-" + again.at().occurredAt(),
                    again.reason());
            case TicketEvent.Submitted _,TicketEvent.Taken _,TicketEvent.MessageWritten _,TicketEvent.Heard _,TicketEvent.AutomaticHeard _,TicketEvent.Noted _,TicketEvent.Held _,TicketEvent.Resumed _,TicketEvent.Resolved _,TicketEvent.Confirmed _,TicketEvent.Reminded _,TicketEvent.ClosedUnconfirmed _,TicketEvent.Cancelled _,TicketEvent.Merged _,TicketEvent.SeverityChanged _,TicketEvent.CustomerAttached _,TicketEvent.VisitArrived _,TicketEvent.Shipped _ -> {
                // nobody inside has to act on it; a case that is new to somebody must be confirmed, see OwedConfirmations
            }
        }
    }

    @EventListener
    void on(PromisesWarned warned) {
        mail.send(warned.all().stream().filter(one -> one.person() != null)
                .map(one -> new Posted(Objects.requireNonNull(one.person()), warning(one))).toList());
    }

    /** Whoever had the case and the head of the unit that had it, once, by day; the line above and the customer hear nothing. */
    @EventListener
    void on(BudgetsOverrun overrun) {
        mail.send(overrun.all().stream().flatMap(one -> {
            var notice = Notice
                    .of(Letter.BUDGET_OVERRUN, one.ticket(),
                            one.ticket().value() + "-" + one.tier() + "-" + one.round())
                    .saying(Map.of("holder", units.unit(one.unit()).name())).at(Map.of("due", one.overrunAt()))
                    .ofChain(Lateness.of(one.overrunAt(), one.detectedAt()), false);
            return heads.told(Set.of(Told.HOLDER, Told.HEAD), one.unit(), one.person(), null).stream()
                    .map(person -> new Posted(person, notice));
        }).toList());
    }

    @EventListener
    void on(RecoveryCallOpened call) {
        mail.send(call.to(), Notice.of(Letter.RECOVERY_CALL, call.ticket(), call.call() + "")
                .saying(Map.of("score", Integer.toString(call.score()))).at(Map.of("due", call.dueAt())));
    }

    private void assigned(TicketEvent.Assigned assigned) {
        if (!assigned.to().equals(assigned.by().staff())) {
            var id = assigned.ticket();
            var due = Optional.ofNullable(cases.require(id).nextDue());
            mail.send(assigned.to(), Notice.of(Letter.ASSIGNED, id, id.value() + "-" + assigned.at().occurredAt())
                    .at(due.map(moment -> Map.of("next", moment)).orElse(Map.of())));
        }
    }

    private static Notice warning(PromiseWarned warned) {
        return Notice
                .of(Letter.WARNING, warned.ticket(),
                        warned.ticket().value() + "-" + warned.kind() + "-" + warned.sequence())
                .promise(warned.kind()).at(Map.of("due", warned.dueAt()));
    }

    private void handedBack(TicketEvent.HandedBack back) {
        var instructions = escalations.of(back.ticket()).stream().map(Escalation::instructions)
                .filter(Objects::nonNull).reduce((_, later) -> later).orElse("");
        mail.send(heads.of(back.to()).orElse(null),
                Notice.of(Letter.HANDED_BACK, back.ticket(), back.ticket().value() + "-" + back.at().occurredAt())
                        .saying(Map.of("reason", instructions, "from", units.unit(back.from()).name())));
    }

    private void customerNo(TicketId id, String occasion, String reason) {
        var ticket = cases.require(id);
        var people = heads.told(EVERYBODY, ticket.unit(), ticket.assignee(), ticket.accountManager());
        var notice = Notice.of(Letter.CUSTOMER_NO, id, occasion).saying(Map.of("reason", reason));
        people.forEach(person -> mail.send(person, notice));
    }
}
