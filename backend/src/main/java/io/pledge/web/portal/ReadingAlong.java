package io.pledge.web.portal;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.communication.PlannedReader;
import io.pledge.communication.PlansInForce;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.PrivateLinks.Opened;
import io.pledge.ticket.Ticket;

/**
 * What somebody may do behind their private link. Who turned to us speaks. Who hears of the case by a plan reads how far things are, but
 * not what the two sides wrote each other, nor its files; and says whether it is solved where the plan in force lets them.
 */
@Component
class ReadingAlong {
    private final PrivateLinks links;
    private final Participants participants;
    private final Cases cases;
    private final PlansInForce plans;

    ReadingAlong(PrivateLinks links, Participants participants, Cases cases, PlansInForce plans) {
        this.links = links;
        this.participants = participants;
        this.cases = cases;
        this.plans = plans;
    }

    /** What the link opens, to whoever it is for. @throws UnknownLink for a link that opens nothing */
    Opened open(String token) {
        return links.open(token).orElseThrow(UnknownLink::new);
    }

    /** The same, to who turned to us alone. @throws UnknownLink for others too */
    Opened speaking(String token) {
        return links.open(token).filter(link -> reader(link).filter(one -> !one.byPlan()).isPresent())
                .orElseThrow(UnknownLink::new);
    }

    /** The same, to who may say whether it is solved. @throws UnknownLink for others too */
    Opened answering(String token) {
        return links.open(token)
                .filter(link -> reader(link).filter(one -> answers(one, cases.require(link.ticket()))).isPresent())
                .orElseThrow(UnknownLink::new);
    }

    /** Whether somebody may say that a case is solved, or is not. */
    boolean answers(Participant person, Ticket ticket) {
        return !person.byPlan() || plans.of(ticket).stream()
                .filter(one -> one.contact().equals(person.contact())).findFirst()
                .map((PlannedReader one) -> one.answers(ticket.severity())).orElse(false);
    }

    private Optional<Participant> reader(Opened link) {
        return Optional.ofNullable(participants.everybody(java.util.List.of(link.ticket())).get(link.participant()));
    }
}
