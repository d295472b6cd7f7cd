package io.pledge.web.help;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.help.HelpLists;
import io.pledge.help.HelpRequest;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.ticket.Ticket;
import io.pledge.web.view.PersonView;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says requests in the reader's words. What is late is over a time that units agreed on, and never called a broken promise. */
@Component
class HelpWords {
    private static final double SOON = 0.75;

    private final Staff staff;
    private final Units units;
    private final TimeWords time;

    HelpWords(Staff staff, Units units, TimeWords time) {
        this.staff = staff;
        this.units = units;
        this.time = time;
    }

    HelpView view(HelpLists.Line line, Reader reader) {
        String about = Stream.of(Optional.of(line.request().ticket().number().value()), line.customer(),
                Optional.of(say(reader, "severity." + line.severity()))).flatMap(Optional::stream)
                .reduce((one, other) -> one + say(reader, "list.separator") + other).orElse("");
        return view(line.request(), line.title(), about, reader);
    }

    HelpView view(HelpRequest request, Ticket ticket, Reader reader) {
        return view(request, ticket.title(), "", reader);
    }

    private HelpView view(HelpRequest request, String title, String about, Reader reader) {
        String unit = units.unit(request.unit()).name();
        return new HelpView(request.id(), request.ticket().number().value(), title, about, request.question(),
                request.tried(),
                request.person() == null ? unit : say(reader, "help.whom", name(request.person()), unit),
                say(reader, "help.from", name(request.askedBy()), units.unit(request.from()).name()),
                time.moment(request.askedAt(), reader), time.moment(request.dueAt(), reader),
                request.takenBy() == null ? null : PersonView.of(name(request.takenBy())), badge(request, reader),
                request.words(), ended(request, reader), request.open());
    }

    private @Nullable String ended(HelpRequest request, Reader reader) {
        var outcome = request.outcome();
        var at = request.endedAt();
        return outcome == null || at == null
                ? null
                : say(reader, "help.ended." + outcome + (request.endedBy() == null ? ".byItself" : ""),
                        name(request.endedBy()), time.moment(at, reader));
    }

    private PromiseBadge badge(HelpRequest request, Reader reader) {
        Instant due = request.dueAt();
        Instant ended = request.endedAt();
        if (request.outcome() == HelpRequest.Outcome.WITHDRAWN) {
            return badge("withdrawn", "ring-struck", say(reader, "badge.withdrawn"));
        }
        if (ended != null) {
            return request.late(reader.now())
                    ? badge("late", "split-hollow", time.late(Duration.between(due, ended), reader.locale()))
                    : badge("kept", "tick-disc", say(reader, "help.state." + request.outcome()));
        }
        if (request.late(reader.now())) {
            return badge("due", "triangle", say(reader, "help.late", time.span(Duration.between(due, reader.now()),
                    reader.locale())));
        }
        var soon = request.askedAt()
                .plusMillis((long) (Duration.between(request.askedAt(), due).toMillis() * SOON));
        return reader.now().isBefore(soon)
                ? badge("running", "ring-quarter", left(due, reader))
                : badge("due", "triangle", left(due, reader));
    }

    private String left(Instant due, Reader reader) {
        return time.left(Duration.between(reader.now(), due), reader.locale());
    }

    private static PromiseBadge badge(String tone, String shape, String words) {
        return new PromiseBadge(tone, shape, words, words, null, null);
    }

    private String name(@Nullable PersonId person) {
        return person == null ? "" : staff.person(person).name();
    }

    private String say(Reader reader, String key, Object... parts) {
        return time.say(key, reader.locale(), parts);
    }
}
