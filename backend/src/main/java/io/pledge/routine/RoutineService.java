package io.pledge.routine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.customer.Contact;
import io.pledge.customer.Customer;
import io.pledge.customer.Customers;
import io.pledge.customer.Recognised;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sla.Promising;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Homes;
import io.pledge.ticket.Intake;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Submission;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/**
 * Makes the case of each routine service some days before it is due. The policies promise what they promise for a case of this kind, and
 * that somebody is there by the end of the day on which it is due, where the site is.
 */
@Component
public class RoutineService {
    private static final int BATCH = 20;

    private final OwedServices services;
    private final Intake intake;
    private final Homes homes;
    private final Customers customers;
    private final Promising promising;
    private final Promises promises;
    private final MessageSource texts;

    RoutineService(OwedServices services, Intake intake, Homes homes, Customers customers, Promising promising,
            Promises promises, MessageSource texts) {
        this.services = services;
        this.intake = intake;
        this.homes = homes;
        this.customers = customers;
        this.promising = promising;
        this.promises = promises;
        this.texts = texts;
    }

    /**
     * Makes the cases whose day has come.
     *
     * @return how many services were due; call again while it is not zero
     */
    @Transactional
    public int sweep(Instant now) {
        var due = services.due(now, BATCH);
        due.forEach(service -> make(service, now));
        return due.size();
    }

    private void make(OwedService service, Instant now) {
        var customer = customers.customer(service.customer());
        var id = intake.submit(submission(service, customer, now));
        promiseTheDay(service, id, now);
        services.made(service, id, service.following(LocalDate.ofInstant(now, service.zone())));
    }

    private Submission submission(OwedService service, Customer customer, Instant now) {
        var contact = customers.contactsOf(customer.id()).getFirst();
        var known = new Recognised(customer.id(), contact.id(), service.site(), service.unit(), customer.level(), null);
        return new Submission("service:%d:%s".formatted(service.id(), service.nextOn()), TicketKind.SERVICE,
                Severity.MINOR, text(service, contact.language()), IntakeChannel.SCHEDULE,
                submitter(contact, customer, service.zone()), null, null, service.siteName(),
                homes.of(known, null, contact.language()), known, List.of(), new Actor.System(), now);
    }

    private static Submission.Submitter submitter(Contact contact, Customer customer, ZoneId zone) {
        var name = contact.name() == null ? customer.name() : contact.name();
        return new Submission.Submitter(name, contact.email(), contact.phone(), contact.language(), zone);
    }

    private String text(OwedService service, Locale language) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language).format(service.nextOn());
        return texts.getMessage("routine.text",
                new Object[]{service.name(), service.siteName(), day, service.contract()}, language);
    }

    /** Unless the policy promises an earlier arrival, or the day is over. */
    private void promiseTheDay(OwedService service, TicketId id, Instant now) {
        var until = service.nextOn().plusDays(1).atStartOfDay(service.zone()).toInstant();
        boolean sooner = promises.of(id).stream()
                .anyMatch(made -> made.kind() == PromiseKind.ON_SITE && made.state() == PromiseState.RUNNING
                        && made.dueAt() != null && made.dueAt().isBefore(until));
        if (until.isAfter(now) && !sooner) {
            promising.promise(id, PromiseKind.ON_SITE, until, new Actor.System());
        }
    }
}
