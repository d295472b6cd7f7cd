package io.pledge.ticket;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.customer.Customers;
import io.pledge.customer.Recognised;
import io.pledge.customer.SiteId;
import io.pledge.organisation.Duty;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;

/** Takes cases in: one transaction writes the case, its first entry, and, through whoever listens, its promises. */
@Component
public class Intake {
    private final Docket docket;
    private final Tickets tickets;
    private final Participants participants;
    private final Attachments attachments;
    private final Units units;
    private final Duty duty;
    private final Customers customers;

    Intake(Docket docket, Tickets tickets, Participants participants, Attachments attachments, Units units, Duty duty,
            Customers customers) {
        this.docket = docket;
        this.tickets = tickets;
        this.participants = participants;
        this.attachments = attachments;
        this.units = units;
        this.duty = duty;
        this.customers = customers;
    }

    /**
     * Takes a case in. The same submission key again changes nothing and gives the same ticket.
     *
     * @throws Refused where the case is said to have come in in the future
     */
    @Transactional
    public TicketId submit(Submission submission) {
        return tickets.findBySubmissionKey(submission.key()).map(Ticket::id).orElseGet(() -> open(submission));
    }

    /** The ticket that an earlier submission with this key became. */
    public Optional<TicketId> submitted(String key) {
        return tickets.findBySubmissionKey(key).map(Ticket::id);
    }

    private TicketId open(Submission submission) {
        var at = docket.moment(submission.occurredAt());
        var ticket = docket.save(ticket(submission, units.unit(submission.home().unit()), at));
        var contact = Optional.ofNullable(submission.recognised()).map(r -> r.contact().value()).orElse(null);
        long submitter = participants.add(ticket.id(), submission.submitter(), contact, true, at.recordedAt());
        var told = submission.channel() == IntakeChannel.SCHEDULE ? new Actor.System() : new Actor.Customer(submitter);
        var author = submission.enteredBy() instanceof Actor.Staff staff ? staff : told;
        long message = docket.write(ticket, new Messages.Draft(false, Via.PAGE, submission.text(), null),
                told, at);
        attachments.add(ticket.id(), message, submission.attachments(), at.recordedAt());
        docket.record(ticket, What.SUBMITTED, author, message, came(submission, ticket), at);
        docket.announce(new TicketEvent.Submitted(ticket.id(), at));
        return ticket.id();
    }

    private static Map<String, String> came(Submission submission, Ticket ticket) {
        var detail = new HashMap<String, String>();
        detail.put("channel", submission.channel().name());
        detail.put("home", submission.home().reason().name());
        Optional.ofNullable(submission.home().of()).ifPresent(of -> detail.put("homeOf", of));
        Optional.ofNullable(ticket.onDuty()).ifPresent(who -> detail.put("duty", Long.toString(who.value())));
        return detail;
    }

    private Ticket ticket(Submission s, ServiceUnit home, Moment at) {
        var known = Optional.ofNullable(s.recognised());
        var customer = known.map(r -> customers.customer(r.customer()));
        return new Ticket(s.key(), s.kind(), s.severity(), s.channel(), s.title(), s.product(), s.serial(), s.place(),
                s.submitter().language().toLanguageTag(), s.submitter().zone().getId(),
                customer.map(c -> c.id().value()).orElse(null),
                known.map(Recognised::site).map(SiteId::value).orElse(null),
                known.map(Recognised::level).orElse(null),
                customer.map(c -> c.accountManager()).map(p -> p.value()).orElse(null), home.id().value(),
                home.id().value(), s.home().reason(), s.home().of(),
                Optional.ofNullable(s.home().insteadOf()).map(UnitId::value).orElse(null),
                duty.onDuty(home.id(), at.occurredAt()).map(PersonId::value).orElse(null), home.path(),
                List.of(home.path()), home.tier(), at.occurredAt(), at.recordedAt())
                .awaitingFromTheStart();
    }
}
