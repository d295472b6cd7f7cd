package io.pledge.notifier;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.notifier.StaffMail.Notice;
import io.pledge.notifier.StaffMail.Posted;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.sla.Promises;
import io.pledge.sla.PromisesBroken;
import io.pledge.ticket.Cases;
import io.pledge.ticket.CasesEscalated;
import io.pledge.ticket.Followers;
import io.pledge.ticket.Messages;
import io.pledge.ticket.PeopleMentioned;
import io.pledge.ticket.TicketEvent;
import io.pledge.ticket.TicketId;

/**
 * What those hear who follow a case, or were called in a note of it. Who follows is written what the customer wrote, that it climbed
 * and that a promise broke, collected into one mail; and not what they are told anyway since the case is theirs.
 */
@Component
@ConditionalOnProperty(name = "pledge.notifications.enabled", matchIfMissing = true)
class FollowNews {
    private static final String DIGEST = "followed";

    private final StaffMail mail;
    private final Followers followers;
    private final ToldOfCases told;
    private final Heads heads;
    private final Cases cases;
    private final Messages messages;
    private final Promises promises;
    private final Staff staff;
    private final Units units;

    FollowNews(StaffMail mail, Followers followers, ToldOfCases told, Heads heads, Cases cases, Messages messages,
            Promises promises, Staff staff, Units units) {
        this.mail = mail;
        this.followers = followers;
        this.told = told;
        this.heads = heads;
        this.cases = cases;
        this.messages = messages;
        this.promises = promises;
        this.staff = staff;
        this.units = units;
    }

    /** At once, since somebody waits for them. */
    @EventListener
    void on(PeopleMentioned mentioned) {
        var notice = Notice.of(Letter.MENTIONED, mentioned.ticket(), mentioned.message() + "")
                .saying(Map.of("person", staff.person(mentioned.by()).name(), "text",
                        messages.message(mentioned.message()).body()));
        mail.send(mentioned.people().stream().map(person -> new Posted(person, notice)).toList());
    }

    @EventListener
    void on(TicketEvent.CustomerWrote wrote) {
        var id = wrote.ticket();
        var people = new HashSet<>(followers.of(Set.of(id)).getOrDefault(id, Set.of()));
        Optional.ofNullable(heads.inCharge(cases.require(id))).ifPresent(people::remove);
        var notice = Notice.of(Letter.FOLLOWED_WROTE, id, wrote.message() + "").collectedAs(DIGEST)
                .saying(Map.of("text", messages.message(wrote.message()).body()));
        mail.send(people.stream().map(person -> new Posted(person, notice)).toList());
    }

    @EventListener
    void on(CasesEscalated escalated) {
        var people = untold(escalated.tickets(), escalated.at().recordedAt());
        mail.send(escalated.cases().stream().filter(one -> people.containsKey(one.ticket())).flatMap(one -> {
            var notice = Notice.of(Letter.FOLLOWED_ESCALATED, one.ticket(), one.escalation() + "")
                    .collectedAs(DIGEST).cause(one.cause()).saying(Map.of("from", units.unit(one.from()).name()));
            return Objects.requireNonNull(people.get(one.ticket())).stream()
                    .map(person -> new Posted(person, notice));
        }).toList());
    }

    /** Of each silence once. */
    @EventListener
    void on(PromisesBroken broken) {
        var followed = followers.of(broken.tickets());
        if (followed.isEmpty()) {
            return;
        }
        var silences = Silences.in(broken.tickets(), promises);
        var detected = broken.all().getFirst().detectedAt();
        var people = untold(followed.keySet(), detected);
        mail.send(broken.all().stream().filter(one -> people.containsKey(one.ticket())).flatMap(one -> {
            var notice = Notice.of(Letter.FOLLOWED_BROKEN, one.ticket(), silences.name(one)).collectedAs(DIGEST)
                    .promise(one.kind()).at(Map.of("due", one.dueAt()));
            return Objects.requireNonNull(people.get(one.ticket())).stream()
                    .map(person -> new Posted(person, notice));
        }).toList());
    }

    /** Followers of cases, without those whom a chain has told just now. */
    private Map<TicketId, Set<PersonId>> untold(Collection<TicketId> tickets, Instant now) {
        var followed = followers.of(tickets);
        if (followed.isEmpty()) {
            return followed;
        }
        var known = told.since(
                followed.keySet().stream().collect(Collectors.toMap(Function.identity(), _ -> now)));
        followed.forEach((ticket, people) -> people.removeAll(known.getOrDefault(ticket, Set.of())));
        return followed;
    }
}
