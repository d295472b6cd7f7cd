package io.pledge.web.desk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.sla.Chain;
import io.pledge.sla.PolicyChains;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseState;
import io.pledge.ticket.Chains.Place;
import io.pledge.ticket.Escalation;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Verb;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Where a case stands in its chain: what happens next, and when, if nobody does anything. */
@Component
class TicketChain {
    private final Escalations escalations;
    private final PolicyChains chains;
    private final Units units;
    private final TimeWords time;

    TicketChain(Escalations escalations, PolicyChains chains, Units units, TimeWords time) {
        this.escalations = escalations;
        this.chains = chains;
        this.units = units;
        this.time = time;
    }

    /** Null for a case that climbs no more: it is resolved or has ended. */
    @Nullable
    Standing of(Ticket ticket, List<Promise> made, Reader reader) {
        if (!Verb.ESCALATE.allowed(ticket)) {
            return null;
        }
        var chain = Objects.requireNonNull(chains.of(List.of(ticket.id())).get(ticket.id()));
        return escalations.of(ticket.id()).stream().filter(Escalation::waits).findFirst()
                .map(waiting -> new Standing(waits(waiting, reader), step(chain, waiting.step(), reader),
                        ahead(chain, made, reader)))
                .orElseGet(() -> new Standing(rests(ticket, made, reader), step(chain, 0, reader),
                        ahead(chain, made, reader)));
    }

    /** It has come up and nobody has taken it. */
    private String waits(Escalation waiting, Reader reader) {
        if (waiting.takeBy() == null) {
            return say(reader, "desk.chain.waits");
        }
        var when = time.momentInSentence(waiting.takeBy(), reader);
        return next(waiting.place(), reader).map(above -> say(reader, "desk.chain.climbs", above, when))
                .orElseGet(() -> say(reader, "desk.chain.told", name(waiting.to()), when));
    }

    /** Nobody has to take it; a silence in which it has climbed already moves it no more. */
    private String rests(Ticket ticket, List<Promise> made, Reader reader) {
        if (made.stream().anyMatch(promise -> promise.state() == PromiseState.BROKEN && promise.unanswered())) {
            return say(reader, "desk.chain.begun");
        }
        return next(new Place(ticket.id(), ticket.unit(), 0), reader)
                .map(above -> say(reader, "desk.chain.breach", above))
                .orElseGet(() -> say(reader, "desk.chain.stays", name(ticket.unit())));
    }

    /** Who hears next of the time that is used, while it lasts. */
    private String ahead(Chain chain, List<Promise> made, Reader reader) {
        return made.stream().filter(promise -> promise.aheadAt() != null && promise.aheadTold() < chain.before().size())
                .findFirst().map(promise -> {
                    var notice = chain.before().get(promise.aheadTold());
                    var who = notice.tell().stream().map(up -> say(reader, "desk.chain.up." + up))
                            .collect(Collectors.joining(say(reader, "list.separator")));
                    return say(reader, "desk.chain.ahead", time.momentInSentence(promise.aheadAt(), reader),
                            Math.round(notice.at() * 100), who);
                }).orElse("");
    }

    private Optional<String> next(Place place, Reader reader) {
        return Optional.ofNullable(chains.next(List.of(place), reader.now()).get(place.ticket()))
                .map(step -> name(step.to()));
    }

    private String name(UnitId unit) {
        return units.unit(unit).name();
    }

    /** Terms from before there were chains have one without a name. */
    private String step(Chain chain, int number, Reader reader) {
        if (chain.name().isEmpty()) {
            return "";
        }
        return number == 0
                ? say(reader, "desk.chain.name", chain.name(), chain.steps().size())
                : say(reader, "desk.chain.step", chain.name(), number, chain.steps().size());
    }

    private String say(Reader reader, String key, Object... parts) {
        return time.say(key, reader.locale(), parts);
    }

    /**
     * Where the case stands.
     *
     * @param next what happens next
     * @param step which step of which chain that is; may be empty
     * @param ahead who hears of it before anything is broken; may be empty
     */
    record Standing(String next, String step, String ahead) {}
}
