package io.pledge.notifier;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.help.HelpEvent;
import io.pledge.help.HelpRequest;
import io.pledge.notifier.StaffMail.Notice;
import io.pledge.notifier.StaffMail.Posted;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;

/**
 * Who is written when one unit helps another: those who can help, whoever asked, and the head of a unit that did not answer in time. It
 * is counted in working time, so that nobody is written at night; what waits until the morning comes in one mail.
 */
@Component
@ConditionalOnProperty(name = "pledge.notifications.enabled", matchIfMissing = true)
class HelpNews {
    private final StaffMail mail;
    private final Heads heads;
    private final Addresses addresses;
    private final Staff staff;
    private final Units units;

    HelpNews(StaffMail mail, Heads heads, Addresses addresses, Staff staff, Units units) {
        this.mail = mail;
        this.heads = heads;
        this.addresses = addresses;
        this.staff = staff;
        this.units = units;
    }

    @EventListener
    void on(HelpEvent event) {
        mail.send(switch (event) {
            case HelpEvent.Asked(var request) -> asked(request);
            case HelpEvent.Answered(var request) -> toAsker(Letter.HELP_ANSWERED, "text", request);
            case HelpEvent.Declined(var request) -> toAsker(Letter.HELP_DECLINED, "reason", request);
            case HelpEvent.Withdrawn(var requests) -> requests.stream().flatMap(this::withdrawn).toList();
            case HelpEvent.Late late -> late.requests().stream().flatMap(one -> late(one, late)).toList();
        });
    }

    private List<Posted> asked(HelpRequest request) {
        var notice = notice(Letter.HELP_ASKED, request, Map.of("person", name(request.askedBy()), "from",
                name(request.from()), "tried", Objects.requireNonNullElse(request.tried(), "")))
                .at(Map.of("due", request.dueAt()));
        return to(helpers(request), notice).toList();
    }

    private List<Posted> toAsker(Letter letter, String said, HelpRequest request) {
        var words = Objects.requireNonNullElse(request.words(), "");
        return to(Set.of(request.askedBy()), notice(letter, request, Map.of("person", name(request.endedBy()), "helper",
                name(request.unit()), said, words))).toList();
    }

    private Stream<Posted> withdrawn(HelpRequest request) {
        var people = request.takenBy() == null ? helpers(request) : Set.of(request.takenBy());
        return to(people, notice(Letter.HELP_WITHDRAWN, request, Map.of("from", name(request.from()))));
    }

    private Stream<Posted> late(HelpRequest request, HelpEvent.Late late) {
        var people = new LinkedHashSet<PersonId>();
        people.add(request.askedBy());
        heads.of(request.unit()).ifPresent(people::add);
        var notice = notice(Letter.HELP_LATE, request, Map.of("person", name(request.askedBy()), "from",
                name(request.from()), "helper", name(request.unit()))).at(Map.of("due", request.dueAt()));
        return to(people, notice.ofChain(Lateness.of(request.dueAt(), late.noticedAt()), false));
    }

    /** Whoever was asked by name, else the unit's head and engineers. */
    private Set<PersonId> helpers(HelpRequest request) {
        return request.person() == null ? heads.workersOf(request.unit()) : Set.of(request.person());
    }

    private Notice notice(Letter letter, HelpRequest request, Map<String, String> words) {
        var said = new HashMap<>(words);
        said.put("question", request.question());
        return Notice.of(letter, request.ticket(), request.id() + "").saying(said)
                .leadingTo(addresses.help(request.id())).ofChain(false, false);
    }

    private static Stream<Posted> to(Set<PersonId> people, Notice notice) {
        return people.stream().map(person -> new Posted(person, notice));
    }

    private String name(@Nullable PersonId person) {
        return person == null ? "" : staff.person(person).name();
    }

    private String name(UnitId unit) {
        return units.unit(unit).name();
    }
}
