package io.pledge.notifier;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.notifier.StaffMail.Notice;
import io.pledge.notifier.StaffMail.Posted;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.Staff;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.sla.PromiseWarned;
import io.pledge.sla.Promises;
import io.pledge.sla.PromisesBroken;
import io.pledge.sla.PromisesWarned;
import io.pledge.survey.RecoveryCallOpened;
import io.pledge.ticket.Cases;
import io.pledge.ticket.CasesEscalated;
import io.pledge.ticket.Escalation;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Messages;
import io.pledge.ticket.TicketEvent;
import io.pledge.ticket.TicketId;

/** What people of the staff are written when something happened to a case of theirs. Comes after those who move cases. */
@Component
@ConditionalOnProperty(name = "pledge.notifications.enabled", matchIfMissing = true)
class StaffNews {
    private final StaffMail mail;
    private final Heads heads;
    private final Cases cases;
    private final Messages messages;
    private final Escalations escalations;
    private final Promises promises;
    private final Staff staff;
    private final Units units;

    StaffNews(StaffMail mail, Heads heads, Cases cases, Messages messages, Escalations escalations,
            Promises promises, Staff staff, Units units) {
        this.mail = mail;
        this.heads = heads;
        this.cases = cases;
        this.messages = messages;
        this.escalations = escalations;
        this.promises = promises;
        this.staff = staff;
        this.units = units;
    }

    @EventListener
    void on(TicketEvent event) {
        var id = event.ticket();
        switch (event) {
            case TicketEvent.Assigned assigned -> assigned(assigned);
            case TicketEvent.EscalationIgnored ignored -> mail.send(heads.of(ignored.unit()).orElse(null),
                    Notice.of(Letter.ESCALATION_IGNORED, id, ignored.escalation() + ""));
            case TicketEvent.HandedBack back -> handedBack(back);
            case TicketEvent.CustomerWrote wrote -> mail.send(heads.inCharge(cases.require(id)),
                    Notice.of(Letter.CUSTOMER_WROTE, id, wrote.message() + "")
                            .saying(Map.of("text", messages.message(wrote.message()).body())));
            case TicketEvent.Rejected no -> customerNo(id, no.resolution() + "", no.reason());
            case TicketEvent.Reopened again -> customerNo(id, id.value() + "-" + again.at().occurredAt(),
                    again.reason());
            case TicketEvent.Submitted _,TicketEvent.Taken _,TicketEvent.MessageWritten _,TicketEvent.Heard _,TicketEvent.AutomaticHeard _,TicketEvent.Noted _,TicketEvent.Held _,TicketEvent.Resumed _,TicketEvent.Resolved _,TicketEvent.Confirmed _,TicketEvent.Reminded _,TicketEvent.ClosedUnconfirmed _,TicketEvent.Cancelled _,TicketEvent.SeverityChanged _,TicketEvent.CustomerAttached _ -> {
                // nobody inside has to act on it; a case that is new to somebody must be confirmed, see OwedConfirmations
            }
        }
    }

    @EventListener
    void on(PromisesWarned warned) {
        mail.send(warned.all().stream().filter(one -> one.person() != null)
                .map(one -> new Posted(Objects.requireNonNull(one.person()), warning(one))).toList());
    }

    /** The chain is told once of each silence; what was noticed late comes to each person in one mail. */
    @EventListener
    void on(PromisesBroken broken) {
        var tickets = cases.require(broken.tickets());
        var silences = Silences.in(broken.tickets(), promises);
        mail.send(broken.all().stream().flatMap(one -> {
            var ticket = Objects.requireNonNull(tickets.get(one.ticket()));
            var notice = Notice.of(Letter.BROKEN, ticket.id(), silences.name(one)).promise(one.kind())
                    .at(Map.of("due", one.dueAt())).saying(Map.of("with", name(heads.inCharge(ticket))))
                    .digestedAs(CustomerNews.noticedLate(one) ? "broken" : null);
            return heads.chain(one.unit(), one.person(), ticket.accountManager()).stream()
                    .map(person -> new Posted(person, notice));
        }).toList());
        promises.notified(broken);
    }

    /** Those who can take it: the people of the unit it has come to. */
    @EventListener
    void on(CasesEscalated escalated) {
        var takers = escalated.cases().stream().map(CasesEscalated.Case::to).distinct()
                .collect(Collectors.toMap(Function.identity(), this::takers));
        mail.send(escalated.cases().stream().flatMap(one -> {
            var notice = Notice.of(Letter.ESCALATED, one.ticket(), one.escalation() + "").cause(one.cause())
                    .saying(Map.of("reason", one.reason(), "from", units.unit(one.from()).name()))
                    .at(Map.of("takeBy", escalated.takeBy()));
            return Objects.requireNonNull(takers.get(one.to())).stream().map(person -> new Posted(person, notice));
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

    private Set<PersonId> takers(UnitId unit) {
        var people = new LinkedHashSet<PersonId>();
        heads.of(unit).ifPresent(people::add);
        staff.inUnit(unit).stream().filter(person -> person.holds(Role.ENGINEER))
                .forEach(person -> people.add(person.id()));
        return people;
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
        var people = heads.chain(ticket.unit(), ticket.assignee(), ticket.accountManager());
        var notice = Notice.of(Letter.CUSTOMER_NO, id, occasion).saying(Map.of("reason", reason));
        people.forEach(person -> mail.send(person, notice));
    }

    private String name(@Nullable PersonId person) {
        return person == null ? "" : staff.person(person).name();
    }
}
