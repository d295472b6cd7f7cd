package io.pledge.quality;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Scope;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;
import io.pledge.sla.Promises;
import io.pledge.ticket.Refused;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketNotFound;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.What;

/** Rules on complaints, and knows what was ruled. */
@Component
public class Rulings {
    private final RulingRecords records;
    private final Reviews reviews;
    private final Impartiality impartiality;
    private final Promises promises;
    private final Timeline timeline;
    private final Units units;
    private final QualityRules rules;
    private final ApplicationEventPublisher events;

    Rulings(RulingRecords records, Reviews reviews, Impartiality impartiality, Promises promises, Timeline timeline,
            Units units, QualityRules rules, ApplicationEventPublisher events) {
        this.records = records;
        this.reviews = reviews;
        this.impartiality = impartiality;
        this.promises = promises;
        this.timeline = timeline;
        this.units = units;
        this.rules = rules;
        this.events = events;
    }

    /** All rulings on a case, oldest first; only the last one counts. */
    public List<Ruling> of(TicketId ticket) {
        return records.of(ticket);
    }

    public Optional<Ruling> find(long id) {
        return records.find(id);
    }

    /** The rulings that stand on cases within the scope, the latest first; at most {@code limit}. */
    public List<Ruling> standing(Scope scope, int limit) {
        return records.standing(scope, limit);
    }

    /** The rulings that stand and put a valid complaint down to this person, the latest first. */
    public List<Ruling> against(PersonId person) {
        return records.against(person);
    }

    /** The rulings that stand and put a valid complaint down to one of these units as a whole, the latest first. */
    public List<Ruling> againstUnits(List<ServiceUnit> headed) {
        return headed.isEmpty() ? List.of() : records.againstUnits(headed);
    }

    /**
     * Who held a case: each unit as a whole, and each person who had taken it there, or heads the unit where nobody
     * had. Only they can be responsible.
     */
    public List<Responsible> holders(TicketId ticket) {
        var holders = new LinkedHashSet<Responsible>();
        for (var entry : timeline.of(ticket)) {
            if (entry.unit() != null) {
                holders.add(new Responsible(entry.unit(), null));
            }
            if (entry.unit() != null && entry.what() == What.TAKEN && entry.person() != null) {
                holders.add(new Responsible(entry.unit(), entry.person()));
            }
        }
        promises.of(ticket).stream().filter(promise -> promise.credit().person() != null)
                .forEach(promise -> holders.add(new Responsible(promise.credit().unit(), promise.credit().person())));
        return List.copyOf(holders);
    }

    /**
     * Rules on a case. The ruling stays for ever; another one supersedes it.
     *
     * @return the id of the ruling
     * @throws TicketNotFound where the case is not before quality
     * @throws Refused where the officer may not rule on it, or something is missing or does not fit the case
     * @throws OptimisticLockingFailureException where somebody else ruled meanwhile
     */
    @Transactional
    public long rule(TicketId ticket, NewRuling ruling, PersonId by, Instant at) {
        if (!reviews.lock(ticket)) {
            throw new TicketNotFound(ticket.number().value());
        }
        var last = records.of(ticket).stream().reduce((_, later) -> later).map(Ruling::id).orElse(null);
        if (!Objects.equals(last, ruling.seen())) {
            throw new OptimisticLockingFailureException("somebody else ruled meanwhile");
        }
        require(ticket, ruling, by);
        return enter(ticket, ruling, last, by, at);
    }

    /** Lets a ruling fall on an appeal that was granted. */
    void overturn(Ruling ruling, String reasoning, PersonId by, Instant at) {
        var notValid = new NewRuling(Verdict.NOT_VALID, ruling.cause(), null, reasoning, ruling.id());
        enter(ruling.ticket(), notValid, ruling.id(), by, at);
    }

    private long enter(TicketId ticket, NewRuling ruling, @Nullable Long supersedes, PersonId by, Instant at) {
        var until = at.plus(rules.appealWithin());
        var responsible = ruling.verdict() == Verdict.VALID ? ruling.responsible() : null;
        var path = responsible == null ? null : units.unit(responsible.unit()).path();
        long id = records.add(ticket, ruling, supersedes, responsible, path, new RulingRecords.By(by, at, until));
        reviews.ruled(ticket);
        events.publishEvent(new RulingMade(id, ticket, ruling.verdict(), responsible, by, at, until));
        return id;
    }

    private void require(TicketId ticket, NewRuling ruling, PersonId by) {
        if (ruling.reasoning().isBlank()) {
            throw new Refused("noReasoning");
        }
        impartiality.require(by, Optional.ofNullable(ruling.responsible()));
        if (ruling.verdict() == Verdict.VALID && (ruling.cause() == null || ruling.responsible() == null)) {
            throw new Refused("causeAndResponsible");
        }
        if (ruling.responsible() != null && !holders(ticket).contains(ruling.responsible())) {
            throw new Refused("neverHeld");
        }
    }
}
