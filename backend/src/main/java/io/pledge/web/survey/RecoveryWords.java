package io.pledge.web.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.survey.RecoveryCall;
import io.pledge.web.view.PersonView;
import io.pledge.web.view.Plate;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.RailDrawing;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says recovery calls in the reader's words. */
@Component
class RecoveryWords {
    /** The share of the time after which it is due soon. */
    private static final double SOON = 0.75;

    private final Staff staff;
    private final Units units;
    private final TimeWords time;
    private final RailDrawing rails;

    RecoveryWords(Staff staff, Units units, TimeWords time, RailDrawing rails) {
        this.staff = staff;
        this.units = units;
        this.time = time;
        this.rails = rails;
    }

    List<RecoveryView> views(List<RecoveryCall> calls, Reader reader) {
        return calls.stream().map(call -> view(call, reader)).toList();
    }

    RecoveryView view(RecoveryCall call, Reader reader) {
        var outcome = call.outcome();
        var when = Optional.ofNullable(call.closedAt()).orElse(call.dueAt());
        return new RecoveryView(call.id(), call.ticket().number().value(), call.title(), call.customer(),
                call.phone(), call.score(), call.comment(), units.unit(call.unit()).name(),
                person(call.assigned()), badge(call, reader), time.moment(when, reader),
                outcome == null ? null : time.say("recovery.outcome." + outcome.name(), reader.locale()), call.said(),
                person(call.closedBy()));
    }

    Plate plate(RecoveryCall call, Reader reader) {
        var locale = reader.locale();
        var key = call.open() ? "recovery.plate.open" : "recovery.plate.was";
        return new Plate(time.say(key, locale), call.dueAt(), time.time(call.dueAt(), reader.zone()), false,
                time.day(call.dueAt(), reader), time.zone(reader.zone(), locale),
                call.open() ? rails.of(call.openedAt(), call.dueAt(), "", List.of(), reader) : null);
    }

    private PromiseBadge badge(RecoveryCall call, Reader reader) {
        var locale = reader.locale();
        var due = call.dueAt();
        if (call.closedAt() != null) {
            return made(call, call.closedAt(), reader);
        }
        if (call.overdue(reader.now())) {
            var words = time.overdue(Duration.between(due, reader.now()), locale);
            return new PromiseBadge("broken", "split", words, spoken("broken", due, reader), due, null);
        }
        var whole = Duration.between(call.openedAt(), due);
        var soonAt = call.openedAt().plusMillis((long) (whole.toMillis() * SOON));
        var soon = !reader.now().isBefore(soonAt);
        return new PromiseBadge(soon ? "due" : "running", soon ? "triangle" : "ring-quarter",
                time.left(Duration.between(reader.now(), due), locale),
                spoken(soon ? "due" : "running", due, reader), due, soonAt);
    }

    private PromiseBadge made(RecoveryCall call, Instant closedAt, Reader reader) {
        var late = closedAt.isAfter(call.dueAt());
        var words = late
                ? time.late(Duration.between(call.dueAt(), closedAt), reader.locale())
                : time.say("badge.kept", reader.locale(), time.moment(closedAt, reader));
        return new PromiseBadge(late ? "late" : "kept", late ? "split-hollow" : "tick-disc", words,
                spoken(late ? "late" : "kept", call.dueAt(), reader), null, null);
    }

    private String spoken(String tone, Instant at, Reader reader) {
        Locale locale = reader.locale();
        return time.say("badge.spoken", locale, time.say("badge.state." + tone, locale),
                time.say("recovery.call", locale), time.spoken(at, reader));
    }

    private @Nullable PersonView person(@Nullable PersonId id) {
        return id == null ? null : PersonView.of(staff.person(id).name());
    }
}
