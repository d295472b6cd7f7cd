package io.pledge.web.portal;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Component;

import io.pledge.customer.Customers;
import io.pledge.customer.Recognised;
import io.pledge.customer.Recognition;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;
import io.pledge.steps.CaseForms;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Home;
import io.pledge.ticket.Homes;
import io.pledge.ticket.Intake;
import io.pledge.ticket.Messages;
import io.pledge.ticket.NewAttachment;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.Submission;
import io.pledge.ticket.TicketId;
import io.pledge.web.ContactAddress;
import io.pledge.web.Zones;

/** Takes a checked form in: who it is, where it goes first, in which zone they are told a time; and the link they get. */
@Component
class Reception {
    private final Recognition recognition;
    private final Customers customers;
    private final Homes homes;
    private final Units units;
    private final Intake intake;
    private final CaseForms forms;
    private final Conversation conversation;
    private final Messages messages;
    private final Participants participants;
    private final PrivateLinks links;
    private final SubmissionMapper mapper;
    private final Clock clock;

    Reception(Recognition recognition, Customers customers, Homes homes, Units units, Intake intake, CaseForms forms,
            Conversation conversation, Messages messages, Participants participants, PrivateLinks links,
            SubmissionMapper mapper, Clock clock) {
        this.recognition = recognition;
        this.customers = customers;
        this.homes = homes;
        this.units = units;
        this.intake = intake;
        this.forms = forms;
        this.conversation = conversation;
        this.messages = messages;
        this.participants = participants;
        this.links = links;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Makes a form a case, or, where the same form came before, finds that case; gives the token of a private link to it.
     *
     * @param answers to what is asked of this kind
     */
    String receive(SubmissionForm form, List<NewAttachment> files, Map<String, String> answers, Locale language) {
        TicketId ticket = intake.submitted(form.key()).map(earlier -> again(earlier, form, files))
                .orElseGet(() -> first(form, files, answers, language));
        return links.issue(ticket, participants.submitter(ticket).id());
    }

    private TicketId first(SubmissionForm form, List<NewAttachment> files, Map<String, String> answers,
            Locale language) {
        try {
            return forms.submit(submission(form, files, language), answers);
        } catch (DuplicateKeyException | DbActionExecutionException sentTwiceAtOnce) {
            return intake.submitted(form.key()).orElseThrow(() -> sentTwiceAtOnce);
        }
    }

    /** Somebody went back and sent the form again: what is new in it is a further message, so that nothing is lost. */
    private TicketId again(TicketId ticket, SubmissionForm form, List<NewAttachment> files) {
        Participant submitter = participants.submitter(ticket);
        boolean said = messages.of(ticket).stream().anyMatch(message -> message.body().equals(form.text().strip()));
        if (!said) {
            conversation.customerWrites(ticket, form.text().strip(), files, submitter.id(), clock.instant());
        }
        return ticket;
    }

    private Submission submission(SubmissionForm form, List<NewAttachment> files, Locale language) {
        ContactAddress address = ContactAddress.read(form.address()).orElseThrow();
        Recognised known = recognition.recognise(form.serial(), form.address().strip()).orElse(null);
        Home home = homes.of(known, form.product(), language);
        Submission.Submitter submitter = mapper.submitter(form, address, language,
                zone(known, form, units.unit(home.unit())));
        return mapper.submission(form, submitter, home, known, files, new Actor.System(), clock.instant());
    }

    /** Where they sit now tells more than where the equipment stands. */
    private ZoneId zone(@Nullable Recognised known, SubmissionForm form, ServiceUnit home) {
        return Zones.read(form.zone())
                .or(() -> Optional.ofNullable(known).map(Recognised::site).map(customers::site)
                        .map(site -> site.zone()))
                .orElse(home.zone());
    }
}
