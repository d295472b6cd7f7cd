package io.pledge.notifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.notifier.StaffMail.Notice;
import io.pledge.notifier.StaffMail.Posted;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.sla.PromiseTimeUsed;
import io.pledge.sla.PromisesTimeUsed;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Moment;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.What;

/**
 * Tells people up the line while there is still time for a solution, and writes down whom. Of one promise each person is told once,
 * whichever of those that a chain names they are; letters keep to the hours of their readers unless the chain goes by night.
 */
@Component
@ConditionalOnProperty(name = "pledge.notifications.enabled", matchIfMissing = true)
class TimeUsedNews {
    private final StaffMail mail;
    private final ToldOfCases remembered;
    private final Heads heads;
    private final Cases cases;
    private final Staff staff;
    private final Timeline timeline;

    TimeUsedNews(StaffMail mail, ToldOfCases remembered, Heads heads, Cases cases, Staff staff, Timeline timeline) {
        this.mail = mail;
        this.remembered = remembered;
        this.heads = heads;
        this.cases = cases;
        this.staff = staff;
        this.timeline = timeline;
    }

    @EventListener
    void on(PromisesTimeUsed used) {
        var tickets = cases.require(used.tickets());
        var before = remembered(used);
        var told = new LinkedHashMap<PromiseTimeUsed, SequencedSet<PersonId>>();
        for (var one : used.all()) {
            var people = heads.toldAhead(one.tell(), Objects.requireNonNull(tickets.get(one.ticket())));
            people.removeIf(person -> !Objects.requireNonNull(before.get(occasion(one))).add(person));
            told.put(one, people);
        }
        mail.send(used.all().stream().flatMap(one -> Objects.requireNonNull(told.get(one)).stream()
                .map(person -> new Posted(person, notice(one)))).toList());
        timeline.tell(used.all().stream().map(one -> entry(one, Objects.requireNonNull(told.get(one)))).toList());
    }

    /** Who was told of each of these promises already. */
    private Map<String, Set<PersonId>> remembered(PromisesTimeUsed used) {
        var occasions = new HashMap<String, TicketId>();
        used.all().forEach(one -> occasions.put(occasion(one), one.ticket()));
        var before = new HashMap<String, Set<PersonId>>();
        remembered.by(Letter.TIME_USED, occasions).forEach((occasion, people) -> before.put(occasion,
                new HashSet<>(people)));
        return before;
    }

    private Notice notice(PromiseTimeUsed one) {
        var with = Optional.ofNullable(one.person()).map(person -> staff.person(person).name()).orElse("");
        return Notice.of(Letter.TIME_USED, one.ticket(), occasion(one))
                .saying(Map.of("share", percent(one), "with", with)).at(Map.of("due", one.dueAt()))
                .ofChain(Lateness.of(one.reachedAt(), one.detectedAt()), one.atNight());
    }

    private static Timeline.Told entry(PromiseTimeUsed one, SequencedSet<PersonId> told) {
        return new Timeline.Told(one.ticket(), What.TIME_USED, Map.of("share", percent(one), "people",
                told.stream().map(person -> Long.toString(person.value())).collect(Collectors.joining(","))),
                new Moment(one.reachedAt(), one.detectedAt()));
    }

    private static String percent(PromiseTimeUsed one) {
        return Long.toString(Math.round(one.share() * 100));
    }

    private static String occasion(PromiseTimeUsed one) {
        return one.ticket().value() + "-" + one.sequence();
    }
}
