package io.pledge.web.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.incident.Broadcast;
import io.pledge.incident.Broadcasts;
import io.pledge.incident.Incident;
import io.pledge.incident.IncidentCase;
import io.pledge.incident.IncidentCases;
import io.pledge.incident.IncidentCounts;
import io.pledge.incident.IncidentEntry;
import io.pledge.incident.Words;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.web.view.PersonView;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says incidents, their cases, letters and history in the reader's words. */
@Component
class IncidentWords {
    /** What a lead can do something about; every other failure is one for whoever looks after the system. */
    private static final Set<String> FAILURES_SAID = Set.of("nextWordPassed", "stepMissing");

    private final IncidentCases cases;
    private final Staff staff;
    private final Units units;
    private final TimeWords time;

    IncidentWords(IncidentCases cases, Staff staff, Units units, TimeWords time) {
        this.cases = cases;
        this.staff = staff;
        this.units = units;
        this.time = time;
    }

    IncidentView view(Incident incident, Reader reader) {
        return views(List.of(incident), reader).getFirst();
    }

    List<IncidentView> views(List<Incident> incidents, Reader reader) {
        var counts = cases.counts(incidents.stream().map(Incident::id).toList());
        return incidents.stream()
                .map(one -> view(one, counts.getOrDefault(one.id(), IncidentCounts.NONE), reader)).toList();
    }

    private IncidentView view(Incident incident, IncidentCounts counts, Reader reader) {
        String title = incident.title(reader.locale());
        Instant due = incident.open() ? counts.nextDue() : null;
        return new IncidentView(incident.id().value(), incident.id().number(), title,
                title.equals(incident.english()) ? incident.chinese() : incident.english(),
                say(reader, "severity." + incident.severity()), units.unit(incident.unit()).name(),
                PersonView.of(name(incident.lead())), time.moment(incident.declaredAt(), reader),
                say(reader, state(incident, counts.unsolved())), incident.open(), incident.shown(), counts,
                due == null ? null : time.moment(due, reader), due != null && due.isBefore(reader.now()));
    }

    private static String state(Incident incident, long unsolved) {
        if (!incident.open()) {
            return "incident.state.CLOSED";
        }
        return incident.resolvedAt() != null && unsolved == 0 ? "incident.state.ASKED" : "incident.state.OPEN";
    }

    CaseLine line(IncidentCase one, Reader reader) {
        Instant due = one.nextDue();
        var way = one.last();
        return new CaseLine(one.id().number().value(), one.title(), one.customer(),
                say(reader, "incident.language." + one.language()), units.unit(one.unit()).name(),
                one.assignee() == null ? null : PersonView.of(name(one.assignee())),
                say(reader, one.no() ? "incident.no" : "state." + one.state()), one.no(),
                due == null ? "" : time.moment(due, reader), due != null && due.isBefore(reader.now()),
                way == null ? "" : say(reader, "incident.way." + way), time.moment(one.submittedAt(), reader));
    }

    LetterLine letter(Broadcast sent, List<Broadcasts.Missed> missed, Reader reader) {
        var mine = missed.stream().filter(one -> one.broadcast() == sent.id()).toList();
        long unseen = sent.of(Broadcast.Way.LEFT_OUT) + sent.of(Broadcast.Way.FAILED) - mine.size();
        return new LetterLine(say(reader, "incident.letter." + sent.kind()), name(sent.by()),
                time.moment(sent.at(), reader),
                sent.words().entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(said -> text(said.getValue())).toList(),
                sent.nextWordAt() == null ? "" : time.moment(sent.nextWordAt(), reader),
                say(reader, "incident.sent", sent.of(Broadcast.Way.SENT), sent.all()), sent.of(Broadcast.Way.SENT),
                sent.all(), sent.of(Broadcast.Way.WAITING) > 0,
                mine.stream().map(one -> new MissedLine(one.ticket().number().value(), say(reader, "incident.missed."
                        + (one.way() == Broadcast.Way.FAILED && !FAILURES_SAID.contains(one.reason())
                                ? "unexpected"
                                : one.reason())),
                        one.way() == Broadcast.Way.FAILED)).toList(),
                unseen);
    }

    private static String text(Words words) {
        var solution = words.solution();
        return solution == null
                ? words.text()
                : Stream.of(words.text(), solution.cause(), solution.remedy(), solution.prevention())
                        .collect(Collectors.joining("\n"));
    }

    String entry(IncidentEntry entry, Reader reader) {
        var ticket = entry.ticket();
        String key = "incident.line." + entry.what() + (ticket == null && entry.what() == IncidentEntry.What.ATTACHED
                ? ".many"
                : "");
        return time.moment(entry.at(), reader) + " " + say(reader, key,
                entry.person() == null ? say(reader, "frame.product") : name(entry.person()),
                ticket == null ? "" : ticket.number().value(),
                entry.what() == IncidentEntry.What.LED
                        ? name(new PersonId(Long.parseLong(entry.detail())))
                        : entry.detail());
    }

    private String name(PersonId person) {
        return staff.person(person).name();
    }

    private String say(Reader reader, String key, Object... parts) {
        return time.say(key, reader.locale(), parts);
    }

    /**
     * A case of an incident.
     *
     * @param told what became of the last letter to all
     */
    record CaseLine(String number, String title, String customer, String language, String unit,
            @Nullable PersonView with, String state, boolean no, String due, boolean overdue, String told,
            String submitted) {}

    /**
     * A letter to all.
     *
     * @param unseen how many it did not reach whose cases the reader does not see
     */
    record LetterLine(String what, String by, String at, List<String> words, String next, String sent, long done,
            long all, boolean waits, List<MissedLine> missed, long unseen) {}

    /** A case that a letter did not reach. */
    record MissedLine(String number, String why, boolean failed) {}
}
