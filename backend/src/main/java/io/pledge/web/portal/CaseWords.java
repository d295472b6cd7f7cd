package io.pledge.web.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Person;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.web.portal.CasePages.OpenedCase;
import io.pledge.web.portal.CaseView.Coming;
import io.pledge.web.portal.CaseView.Missed;
import io.pledge.web.portal.CaseView.Solved;
import io.pledge.web.view.Plate;
import io.pledge.web.view.RailDrawing;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Puts a case into the customer's words: what the page says first, its plate, and what is to come. */
@Component
class CaseWords {
    private final MessageSource texts;
    private final TimeWords time;
    private final RailDrawing rails;

    CaseWords(MessageSource texts, TimeWords time, RailDrawing rails) {
        this.texts = texts;
        this.time = time;
        this.rails = rails;
    }

    String situation(OpenedCase opened) {
        return switch (opened.situation()) {
            case Situation.Waiting waiting -> waiting.missed() == null ? "WAITING" : "MISSED";
            case Situation.Asked _ -> "ASKED";
            case Situation.Over over -> over.confirmed() ? "CLOSED" : "UNCONFIRMED";
            case Situation.Withdrawn _ -> "WITHDRAWN";
            case Situation.GoesOn _ -> "GOES_ON";
        };
    }

    String headline(OpenedCase opened) {
        Reader reader = opened.reader();
        return switch (opened.situation()) {
            case Situation.Waiting waiting when waiting.missed() != null -> say(reader, "portal.case.MISSED");
            case Situation.Waiting _ when opened.ticket().takenAt() == null -> say(reader, "portal.case.NEW");
            case Situation.Waiting _ when opened.ticket().assignee() == null ->
                say(reader, "portal.case.MOVED", opened.unit());
            case Situation.Waiting _ -> say(reader, "portal.case.WAITING", who(opened));
            case Situation.Asked _ -> say(reader, "portal.case.ASKED", who(opened));
            case Situation.GoesOn other -> say(reader, "portal.case.GOES_ON", other.number());
            case Situation.Over _,Situation.Withdrawn _ -> say(reader, "portal.case." + situation(opened));
        };
    }

    @Nullable
    Plate plate(OpenedCase opened) {
        Reader reader = opened.reader();
        return switch (opened.situation()) {
            case Situation.Waiting waiting when waiting.next() != null -> plate(waiting.next(),
                    waiting.missed() == null
                            ? say(reader, opened.me().byPlan() ? "portal.plate.along" : "portal.plate")
                            : say(reader, "portal.plate.after", who(opened)),
                    reader);
            case Situation.Waiting _ -> null;
            case Situation.Asked asked -> plate(asked.wordAfterNo(), say(reader, "portal.plate.ifNot"), reader);
            case Situation.Over _,Situation.Withdrawn _,Situation.GoesOn _ -> null;
        };
    }

    /** What else the customer can expect, in order. */
    List<Coming> dates(OpenedCase opened) {
        Reader reader = opened.reader();
        return switch (opened.situation()) {
            case Situation.Waiting _ -> opened.made().stream()
                    .filter(promise -> promise.state() == PromiseState.RUNNING && !isWord(promise))
                    .map(promise -> new Coming(time.moment(due(promise), reader),
                            say(reader, "portal.coming." + promise.kind())))
                    .toList();
            case Situation.Asked asked -> afterSilence(opened, asked);
            case Situation.Over _,Situation.Withdrawn _,Situation.GoesOn _ -> List.of();
        };
    }

    @Nullable
    Missed missed(OpenedCase opened) {
        if (!(opened.situation() instanceof Situation.Waiting waiting) || waiting.missed() == null) {
            return null;
        }
        Reader reader = opened.reader();
        Instant due = due(waiting.missed());
        return new Missed(say(reader, "portal.missed.title", time.momentInSentence(due, reader)),
                say(reader, "portal.missed.text", time.time(reader.now(), reader.zone())),
                rails.of(waiting.missed().madeAt(), due, time.moment(waiting.missed().madeAt(), reader), List.of(),
                        reader));
    }

    @Nullable
    Solved solution(OpenedCase opened) {
        boolean shown = !(opened.situation() instanceof Situation.Waiting);
        return opened.resolution().filter(_ -> shown)
                .map(done -> new Solved(done.cause(), done.remedy(), done.prevention())).orElse(null);
    }

    @Nullable
    String reopenUntil(OpenedCase opened) {
        return opened.situation() instanceof Situation.Over over && over.reopenUntil().isAfter(opened.reader().now())
                ? time.day(over.reopenUntil(), opened.reader())
                : null;
    }

    private List<Coming> afterSilence(OpenedCase opened, Situation.Asked asked) {
        var solved = opened.resolution().orElseThrow();
        Reader reader = opened.reader();
        Stream<Coming> reminders = asked.deadlines().reminders(solved.resolvedAt(), solved.closesAt()).stream()
                .filter(at -> at.isAfter(reader.now()))
                .map(at -> new Coming(time.moment(at, reader), say(reader, "portal.silence.reminder")));
        return Stream.concat(reminders, Stream.of(new Coming(time.moment(solved.closesAt(), reader),
                say(reader, "portal.silence.end", asked.deadlines().linkLife().toDays())))).toList();
    }

    private Plate plate(Promise next, String label, Reader reader) {
        Instant due = due(next);
        return new Plate(label, due, time.time(due, reader.zone()), false, time.day(due, reader),
                time.zone(reader.zone(), reader.locale()),
                rails.of(next.madeAt(), due, time.moment(next.madeAt(), reader), List.of(), reader));
    }

    private Plate plate(Instant at, String label, Reader reader) {
        return new Plate(label, at, time.time(at, reader.zone()), false, time.day(at, reader),
                time.zone(reader.zone(), reader.locale()), null);
    }

    private static boolean isWord(Promise promise) {
        return promise.kind() == PromiseKind.ACKNOWLEDGEMENT || promise.kind() == PromiseKind.PROGRESS;
    }

    private static Instant due(Promise promise) {
        return Optional.ofNullable(promise.dueAt()).orElseThrow();
    }

    private String who(OpenedCase opened) {
        return opened.answering().map(Person::name).orElse(opened.unit());
    }

    private String say(Reader reader, String key, Object... words) {
        return texts.getMessage(key, words, reader.locale());
    }
}
