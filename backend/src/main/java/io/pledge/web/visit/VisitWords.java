package io.pledge.web.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.visit.Visit;
import io.pledge.visit.VisitState;
import io.pledge.web.WindowWords;
import io.pledge.web.view.PersonView;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says visits in the reader's words. */
@Component
class VisitWords {
    private final Staff staff;
    private final WindowWords windows;
    private final TimeWords time;

    VisitWords(Staff staff, WindowWords windows, TimeWords time) {
        this.staff = staff;
        this.windows = windows;
        this.time = time;
    }

    List<VisitView> of(List<Visit> visits, Reader reader) {
        return visits.stream().map(visit -> of(visit, reader)).toList();
    }

    VisitView of(Visit visit, Reader reader) {
        var unconfirmed = unconfirmed(visit, reader);
        return new VisitView(visit.id().value(), visit.ticket().number().value(), when(visit, reader),
                Optional.ofNullable(visit.engineer()).map(this::name).map(PersonView::of).orElse(null), visit.place(),
                visit.purpose(), badge(visit, unconfirmed, reader), unconfirmed,
                visit.askedMessage() != null && visit.state().ahead(), note(visit, reader), visit.state().ahead());
    }

    /** When it is planned, else when the engineer came, in the zone of the site. */
    String when(Visit visit, Reader reader) {
        return Optional.ofNullable(visit.window()).map(window -> windows.of(window, reader))
                .orElseGet(() -> at(visit, visit.begins(), reader));
    }

    /** A moment in the zone of the site, which it names. */
    String at(Visit visit, Instant moment, Reader reader) {
        var there = new Reader(reader.locale(), visit.zone(), reader.now());
        return time.say("visit.at", reader.locale(), time.moment(moment, there),
                time.zone(visit.zone(), reader.locale()));
    }

    /** A visit tomorrow or sooner to which the customer has not said yes. */
    private static boolean unconfirmed(Visit visit, Reader reader) {
        var window = visit.window();
        return visit.state() == VisitState.PROPOSED && window != null
                && !LocalDate.ofInstant(window.from(), visit.zone())
                        .isAfter(LocalDate.ofInstant(reader.now(), visit.zone()).plusDays(1));
    }

    private PromiseBadge badge(Visit visit, boolean unconfirmed, Reader reader) {
        var words = time.say(unconfirmed ? "visit.state.unconfirmed" : "visit.state." + visit.state(),
                reader.locale());
        return switch (visit.state()) {
            case PROPOSED -> unconfirmed ? badge("due", "triangle", words) : badge("open", "ring-dashed", words);
            case CONFIRMED -> badge("running", "check", words);
            case ON_SITE -> badge("running", "pin", words);
            case DONE -> badge("kept", "tick-disc", words);
            case MOVED -> badge("moved", "arrow", words);
            case CANCELLED -> badge("withdrawn", "ring-struck", words);
        };
    }

    private static PromiseBadge badge(String tone, String shape, String words) {
        return new PromiseBadge(tone, shape, words, words, null, null);
    }

    private String note(Visit visit, Reader reader) {
        return switch (visit.state()) {
            case PROPOSED -> travelling(visit, visit.askedMessage() == null ? "" : say(reader, "visit.note.asked"),
                    reader);
            case CONFIRMED -> travelling(visit, confirmed(visit, reader), reader);
            case ON_SITE -> say(reader, "visit.note.arrived", moment(visit, visit.arrivedAt(), reader));
            case DONE -> done(visit, reader);
            case MOVED, CANCELLED -> ended(visit, reader);
        };
    }

    private String travelling(Visit visit, String otherwise, Reader reader) {
        return visit.travellingAt() == null
                ? otherwise
                : say(reader, "visit.note.travelling", moment(visit, visit.travellingAt(), reader));
    }

    private String confirmed(Visit visit, Reader reader) {
        return visit.confirmedBy() == null
                ? say(reader, "visit.note.confirmed")
                : say(reader, "visit.note.confirmed.phone", name(visit.confirmedBy()));
    }

    private String done(Visit visit, Reader reader) {
        var arrived = moment(visit, visit.arrivedAt(), reader);
        return visit.leftAt() == null
                ? say(reader, "visit.note.arrived", arrived)
                : say(reader, "visit.note.done", arrived, moment(visit, visit.leftAt(), reader),
                        Optional.ofNullable(visit.signedBy()).orElse(""));
    }

    private String ended(Visit visit, Reader reader) {
        return Optional.ofNullable(visit.end())
                .map(end -> end.by() == null
                        ? say(reader, "visit.note.ended")
                        : say(reader, "visit.note." + visit.state(), name(end.by()),
                                Optional.ofNullable(end.reason()).orElse("")))
                .orElse("");
    }

    private String moment(Visit visit, @Nullable Instant moment, Reader reader) {
        return moment == null
                ? ""
                : time.moment(moment, new Reader(reader.locale(), visit.zone(), reader.now()));
    }

    String name(PersonId person) {
        return staff.person(person).name();
    }

    private String say(Reader reader, String key, Object... words) {
        return time.say(key, reader.locale(), words);
    }
}
