package io.pledge.notifier;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.incident.Incident;
import io.pledge.incident.IncidentCases;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.sla.DelayAnnounced;
import io.pledge.sla.PromiseBroken;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.Promises;
import io.pledge.sla.PromisesBroken;
import io.pledge.sla.PromisesMoved;
import io.pledge.sla.Promising;
import io.pledge.survey.SurveySent;
import io.pledge.ticket.Cases;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Resolution;
import io.pledge.ticket.Resolutions;
import io.pledge.ticket.TicketEvent;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketProperties;
import io.pledge.ticket.Via;

/**
 * What customers are written, queued in the transaction in which it happened: so the page that follows already knows that
 * their mail server took it. Comes after those who keep promises and move cases.
 */
@Component
@ConditionalOnProperty(name = "pledge.notifications.enabled", matchIfMissing = true)
class CustomerNews {
    private final CustomerMail mail;
    private final Promises promises;
    private final Promising promising;
    private final Messages messages;
    private final Resolutions resolutions;
    private final Participants participants;
    private final Cases cases;
    private final IncidentCases incidents;
    private final Staff staff;
    private final Addresses addresses;
    private final TicketProperties rules;

    CustomerNews(CustomerMail mail, Promises promises, Promising promising, Messages messages,
            Resolutions resolutions, Participants participants, Cases cases, IncidentCases incidents, Staff staff,
            Addresses addresses,
            TicketProperties rules) {
        this.mail = mail;
        this.promises = promises;
        this.promising = promising;
        this.messages = messages;
        this.resolutions = resolutions;
        this.participants = participants;
        this.cases = cases;
        this.incidents = incidents;
        this.staff = staff;
        this.addresses = addresses;
        this.rules = rules;
    }

    @EventListener
    void on(TicketEvent event) {
        var id = event.ticket();
        switch (event) {
            case TicketEvent.Submitted _ -> submitted(id);
            case TicketEvent.MessageWritten written -> written(id, written.message());
            case TicketEvent.Resolved resolved -> resolved(id, resolved.message());
            case TicketEvent.Reminded reminded -> reminded(id, reminded);
            case TicketEvent.Confirmed confirmed -> mail.send(id, note(Letter.CLOSED, id, confirmed.resolution()));
            case TicketEvent.ClosedUnconfirmed closed -> mail.send(id,
                    note(Letter.CLOSED_UNCONFIRMED, id, closed.resolution())
                            .at(Map.of("until", closed.at().occurredAt().plus(rules.linkLife()))));
            case TicketEvent.Rejected rejected -> reopened(id, "no-" + rejected.resolution());
            case TicketEvent.Reopened reopened -> reopened(id, "at-" + reopened.at().occurredAt());
            case TicketEvent.Cancelled cancelled -> mail.send(id, Note.of(Letter.CANCELLED, id, id.value() + "")
                    .saying(Map.of("reason", cancelled.reason())));
            case TicketEvent.Merged merged -> merged(id, merged.into());
            case TicketEvent.Shipped shipped -> shipped(id, shipped);
            case TicketEvent.Taken _,TicketEvent.Assigned _,TicketEvent.PutBack _,TicketEvent.Heard _,TicketEvent.AutomaticHeard _,TicketEvent.Noted _,TicketEvent.CustomerWrote _,TicketEvent.Held _,TicketEvent.Resumed _,TicketEvent.HandedBack _,TicketEvent.SeverityChanged _,TicketEvent.CustomerAttached _,TicketEvent.VisitArrived _ -> {
                // how the vendor works inside; the customer hears of it in words a person writes, see also PlanNews
            }
        }
    }

    /** One apology for each silence: further promises that break before anybody answered are the same one to the customer. */
    @EventListener
    void on(PromisesBroken broken) {
        var silences = Silences.in(broken.tickets(), promises);
        mail.send(broken.all().stream().filter(one -> !one.answered())
                .map(one -> new About(one.ticket(), missed(one, silences))).toList());
    }

    private static Note missed(PromiseBroken broken, Silences silences) {
        var id = broken.ticket();
        return Note.of(Letter.MISSED, id, silences.name(broken)).promise(broken.kind())
                .at(Map.of("due", broken.dueAt()))
                .next(silences.running(id, PromiseKind.PROGRESS).orElse(null))
                .digestedAs(Lateness.of(broken.dueAt(), broken.detectedAt()) ? "missed" : null);
    }

    @EventListener
    void on(PromisesMoved moved) {
        var id = moved.ticket();
        mail.send(id, Note.of(Letter.PROMISES_MOVED, id,
                id.value() + "-" + moved.why().cause() + "-" + moved.at().occurredAt()).moved(moved));
    }

    @EventListener
    void on(DelayAnnounced delay) {
        var id = delay.ticket();
        var moments = new HashMap<>(Map.of("expected", delay.expected()));
        Optional.ofNullable(delay.promised()).ifPresent(due -> moments.put("due", due));
        mail.send(id, Note.of(Letter.DELAYED, id, id.value() + "-" + delay.kind() + "-" + delay.at().occurredAt())
                .promise(delay.kind()).at(moments));
    }

    @EventListener
    void on(SurveySent survey) {
        var reader = participants.of(survey.ticket()).stream().filter(p -> p.id() == survey.participant()).findFirst();
        reader.ifPresent(asked -> mail.send(cases.require(survey.ticket()), asked,
                Note.of(Letter.SURVEY, survey.ticket(), survey.survey() + "").at(Map.of("until", survey.expiresAt())),
                addresses.survey(survey.token())));
    }

    private void submitted(TicketId id) {
        var due = running(id, PromiseKind.ACKNOWLEDGEMENT).or(() -> running(id, PromiseKind.PROGRESS));
        boolean owed = cases.require(id).channel() == IntakeChannel.SCHEDULE;
        mail.send(id, Note.of(owed ? Letter.ROUTINE : Letter.ACKNOWLEDGEMENT, id, id.value() + "")
                .at(due.map(moment -> Map.of("promised", moment)).orElse(Map.of())).next(due.orElse(null)));
    }

    private void written(TicketId id, long message) {
        var said = messages.message(message);
        if (said.via() != Via.CALL) {
            var policy = promising.latestNextWord(id, said.at().occurredAt());
            var letter = incidents.incident(id).filter(Incident::shown).isPresent() ? Letter.WIDER : Letter.REPLY;
            mail.send(id, Note.of(letter, id, message + "").carrying(message)
                    .saying(Map.of("text", said.body(), "person", name(said.person())))
                    .next(Optional.ofNullable(said.nextWordAt()).orElse(policy)));
        }
    }

    private void resolved(TicketId id, long message) {
        var said = messages.message(message);
        mail.send(id, Note.of(Letter.RESOLVED, id, message + "").carrying(message).saying(Map.of("text", said.body(),
                "person", name(said.person()), "remedy",
                resolutions.last(id).map(Resolution::remedy).orElse(""))));
    }

    private void reminded(TicketId id, TicketEvent.Reminded reminded) {
        var closes = resolutions.last(id).map(Resolution::closesAt);
        mail.send(id, Note.of(Letter.REMINDER, id, reminded.resolution() + "-" + reminded.count())
                .at(closes.map(moment -> Map.of("closes", moment)).orElse(Map.of())));
    }

    private void shipped(TicketId id, TicketEvent.Shipped shipped) {
        var words = new HashMap<>(Map.of("part", shipped.what()));
        Optional.ofNullable(shipped.tracking()).ifPresent(number -> words.put("tracking", number));
        mail.send(id, note(Letter.SHIPPED, id, shipped.shipment()).saying(words)
                .at(Map.of("shipped", shipped.at().occurredAt())));
    }

    /** Said of the case that goes on, to everybody on the customer's side of both. */
    private void merged(TicketId id, TicketId into) {
        mail.send(into, Note.of(Letter.MERGED, into, id.value() + "-" + into.value())
                .saying(Map.of("other", id.number().value())).next(nextWord(into)));
    }

    private void reopened(TicketId id, String occasion) {
        mail.send(id, Note.of(Letter.REOPENED, id, id.value() + "-" + occasion).next(nextWord(id)));
    }

    private static Note note(Letter letter, TicketId id, long resolution) {
        return Note.of(letter, id, Long.toString(resolution));
    }

    private @Nullable Instant nextWord(TicketId id) {
        return running(id, PromiseKind.PROGRESS).orElse(null);
    }

    private Optional<Instant> running(TicketId id, PromiseKind kind) {
        return Silences.in(List.of(id), promises).running(id, kind);
    }

    private String name(@Nullable PersonId person) {
        return person == null ? "" : staff.person(person).name();
    }
}
