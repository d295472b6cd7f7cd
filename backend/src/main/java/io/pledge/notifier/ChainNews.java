package io.pledge.notifier;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.pledge.notifier.StaffMail.Notice;
import io.pledge.notifier.StaffMail.Posted;
import io.pledge.organisation.Deputies;
import io.pledge.organisation.Duty;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.sla.Chain;
import io.pledge.sla.PolicyChains;
import io.pledge.sla.PromiseBroken;
import io.pledge.sla.Promises;
import io.pledge.sla.PromisesBroken;
import io.pledge.ticket.Cases;
import io.pledge.ticket.CasesEscalated;
import io.pledge.ticket.EscalationCause;
import io.pledge.ticket.EscalationsIgnored;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;

/**
 * What a chain tells people of the staff. Nobody is told the same thing twice: somebody who is several of those that a step names is
 * told once, and whoever was told of a case since its chain began is not told that it climbed. Only who can take it now is written
 * whatever they were told before, since that gives them something to do: the first step writes such a person of the broken promise
 * and asks them to take the case, which are two things. What was noticed late, or in the night of a chain that keeps it, comes to
 * each person in one mail. In the night of a chain that does not keep it, who is on duty is told and asked beside the others.
 */
@Component
@ConditionalOnProperty(name = "pledge.notifications.enabled", matchIfMissing = true)
class ChainNews {
    /** After those who move cases, before those who look whom a chain has told. */
    static final int TURN = Ordered.LOWEST_PRECEDENCE - 1;

    private final StaffMail mail;
    private final ToldOfCases told;
    private final Heads heads;
    private final Cases cases;
    private final PolicyChains chains;
    private final Promises promises;
    private final Staff staff;
    private final Deputies deputies;
    private final Duty duty;
    private final Units units;
    private final Clock clock;

    ChainNews(StaffMail mail, ToldOfCases told, Heads heads, Cases cases, PolicyChains chains, Promises promises,
            Staff staff, Deputies deputies, Duty duty, Units units, Clock clock) {
        this.mail = mail;
        this.told = told;
        this.heads = heads;
        this.cases = cases;
        this.chains = chains;
        this.promises = promises;
        this.staff = staff;
        this.deputies = deputies;
        this.duty = duty;
        this.units = units;
        this.clock = clock;
    }

    /** Of each silence once. */
    @EventListener
    @Order(TURN)
    void on(PromisesBroken broken) {
        var tickets = cases.require(broken.tickets());
        var silences = Silences.in(broken.tickets(), promises);
        mail.send(broken.all().stream().flatMap(one -> {
            var ticket = Objects.requireNonNull(tickets.get(one.ticket()));
            var notice = broken(one, ticket, silences.name(one));
            var tier = units.unit(one.unit()).tier();
            var people = heads.told(one.chain().toldOfBreachAt(tier), one.unit(), one.person(),
                    ticket.accountManager());
            onDuty(one.unit(), one.chain()).ifPresent(people::add);
            return people.stream().map(person -> new Posted(person, notice));
        }).toList());
        promises.told(broken.all().stream().flatMap(one -> silences.known(one).stream()).toList());
    }

    /** Those who can take it, the people of the unit it has come to; and whoever else hears of it only now. */
    @EventListener
    @Order(TURN)
    void on(CasesEscalated escalated) {
        var takers = escalated.cases().stream().map(CasesEscalated.Case::to).distinct()
                .collect(Collectors.toMap(Function.identity(), heads::workersOf));
        var chainOf = chains.of(escalated.tickets());
        var others = others(escalated, chainOf);
        var noticed = escalated.at().recordedAt();
        mail.send(escalated.cases().stream().flatMap(one -> {
            var atNight = Objects.requireNonNull(chainOf.get(one.ticket())).atNight();
            var late = Lateness.of(one.expectedAt(), noticed);
            var ask = ask(one).ofChain(late, atNight);
            var tell = climbed(one).ofChain(late, atNight);
            var asked = new LinkedHashSet<>(Objects.requireNonNull(takers.get(one.to())));
            onDuty(one.to(), Objects.requireNonNull(chainOf.get(one.ticket()))).ifPresent(asked::add);
            return Stream.concat(asked.stream().map(person -> new Posted(person, ask)),
                    others.getOrDefault(one.ticket(), Set.of()).stream().filter(person -> !asked.contains(person))
                            .map(person -> new Posted(person, tell)));
        }).toList());
    }

    /** Who answers for the unit that let it lie. */
    @EventListener
    void on(EscalationsIgnored ignored) {
        var chainOf = chains.of(ignored.cases().stream().map(EscalationsIgnored.Case::ticket).toList());
        var noticed = ignored.at().recordedAt();
        mail.send(ignored.cases().stream().flatMap(one -> {
            var atNight = Objects.requireNonNull(chainOf.get(one.ticket())).atNight();
            var notice = Notice.of(Letter.ESCALATION_IGNORED, one.ticket(), one.escalation() + "")
                    .ofChain(Lateness.of(one.takeBy(), noticed), atNight);
            return heads.of(one.unit()).stream().map(person -> new Posted(person, notice));
        }).toList());
    }

    private Notice broken(PromiseBroken one, Ticket ticket, String silence) {
        var with = Optional.ofNullable(heads.inCharge(ticket)).map(person -> staff.person(person).name()).orElse("");
        return Notice.of(Letter.BROKEN, ticket.id(), silence).promise(one.kind()).at(Map.of("due", one.dueAt()))
                .saying(Map.of("with", with))
                .ofChain(Lateness.of(one.dueAt(), one.detectedAt()), one.chain().atNight());
    }

    private Notice ask(CasesEscalated.Case one) {
        return Notice.of(Letter.ESCALATED, one.ticket(), one.escalation() + "").cause(one.cause())
                .saying(Map.of("reason", one.reason(), "from", units.unit(one.from()).name()))
                .at(Optional.ofNullable(one.takeBy()).map(moment -> Map.of("takeBy", moment)).orElse(Map.of()));
    }

    private Notice climbed(CasesEscalated.Case one) {
        return Notice.of(Letter.CLIMBED, one.ticket(), one.escalation() + "")
                .saying(Map.of("reason", one.reason(), "from", units.unit(one.from()).name()));
    }

    /** Whom the steps of cases that nobody took name, without those who were told since the chain began. */
    private Map<TicketId, Set<PersonId>> others(CasesEscalated escalated, Map<TicketId, Chain> chainOf) {
        var noticed = escalated.at().recordedAt();
        var untaken = escalated.cases().stream().filter(one -> one.cause() == EscalationCause.NOT_TAKEN).toList();
        var ids = untaken.stream().map(CasesEscalated.Case::ticket).toList();
        var tickets = cases.require(ids);
        var before = told.since(untaken.stream()
                .collect(Collectors.toMap(CasesEscalated.Case::ticket, CasesEscalated.Case::begunAt)));
        return untaken.stream().collect(Collectors.toMap(CasesEscalated.Case::ticket, one -> {
            var step = Objects.requireNonNull(chainOf.get(one.ticket())).step(one.step());
            var manager = Objects.requireNonNull(tickets.get(one.ticket())).accountManager();
            var people = new LinkedHashSet<>(heads.told(step.tell(), one.from(), null, manager));
            var already = before.getOrDefault(one.ticket(), Set.of());
            people.removeIf(person -> already.contains(deputies.acting(person, noticed)));
            return people;
        }));
    }

    /** Who is on duty for a unit that is closed now, where the chain lets people be written at night. */
    private Optional<PersonId> onDuty(UnitId unit, Chain chain) {
        return chain.atNight() ? duty.onDuty(unit, clock.instant()) : Optional.empty();
    }
}
