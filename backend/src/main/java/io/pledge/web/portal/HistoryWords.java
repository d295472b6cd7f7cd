package io.pledge.web.portal;

import java.util.List;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Staff;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.sla.Promise;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.TimelineEntry;
import io.pledge.ticket.What;
import io.pledge.web.ChangeWords;
import io.pledge.web.PromiseMoves;
import io.pledge.web.PromiseReadings;
import io.pledge.web.ShipmentWords;
import io.pledge.web.VisitLines;
import io.pledge.web.WindowWords;
import io.pledge.web.explain.PromiseKey;
import io.pledge.web.portal.CasePages.OpenedCase;
import io.pledge.web.steps.StepWords;
import io.pledge.web.view.PromiseRow;
import io.pledge.web.view.PromiseWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.StepView;
import io.pledge.web.view.TimeWords;

/** What happened to the case and what we promised, as lists. */
@Component
class HistoryWords {
    private static final int LATEST_STEPS = 12;

    private final Timeline timeline;
    private final Units units;
    private final Staff staff;
    private final TimeWords time;
    private final PromiseWords promises;
    private final ChangeWords changes;
    private final WindowWords windows;
    private final StepWords stepWords;
    private final MessageSource texts;

    HistoryWords(Timeline timeline, Units units, Staff staff, TimeWords time, PromiseWords promises,
            ChangeWords changes, WindowWords windows, StepWords stepWords, MessageSource texts) {
        this.timeline = timeline;
        this.units = units;
        this.staff = staff;
        this.time = time;
        this.promises = promises;
        this.changes = changes;
        this.windows = windows;
        this.stepWords = stepWords;
        this.texts = texts;
    }

    /** What happened that is no message, the latest things only. */
    List<StepView> steps(OpenedCase opened) {
        List<StepView> all = timeline.of(opened.ticket().id()).stream().filter(TimelineEntry::visibleToCustomer)
                .flatMap(entry -> step(entry, opened).stream()).toList();
        return all.subList(Math.max(0, all.size() - LATEST_STEPS), all.size());
    }

    /** All promises in the order of their making, with what became of them. */
    List<PromiseRow> promises(OpenedCase opened, String base) {
        Reader reader = opened.reader();
        return opened.made().stream()
                .map(promise -> new PromiseRow(promises.kind(promise.kind().name(), reader.locale()),
                        note(promise, reader), promises.badge(PromiseReadings.of(promise, reader.now()), reader),
                        base + "/promises/" + PromiseKey.of(promise)))
                .toList();
    }

    private String note(Promise promise, Reader reader) {
        if (promise.dueAt() == null) {
            return say(reader, "portal.note.paused");
        }
        String by = time.momentInSentence(promise.dueAt(), reader);
        return promise.outcomeAt() != null && (promise.state().settled() && promise.breachedAt() == null
                || promise.answeredLate())
                        ? say(reader, "portal.note.came", by, time.moment(promise.outcomeAt(), reader))
                        : say(reader, "portal.note.by", by);
    }

    private Optional<StepView> step(TimelineEntry entry, OpenedCase opened) {
        Reader reader = opened.reader();
        String when = time.moment(entry.at().occurredAt(), reader);
        return switch (entry.what()) {
            case SUBMITTED -> plain(entry, "send", when, reader);
            case TAKEN -> plain(entry, "person", when, reader);
            case RESUMED, PROMISE_MADE, PROMISE_MOVED, PROMISE_CHANGED -> plain(entry, "clock", when, reader);
            case HELD -> said(entry, "clock", when, reader);
            case ESCALATED -> plain(entry, "up", when, reader);
            case HANDED_BACK -> plain(entry, "down", when, reader);
            case RESOLVED -> plain(entry, "wrench", when, reader);
            case VISIT_PLANNED, VISIT_CONFIRMED, VISIT_MOVED, VISIT_CANCELLED -> plain(entry, "calendar", when, reader);
            case VISIT_DONE -> plain(entry, "check", when, reader);
            case VISIT_ARRIVED -> plain(entry, "pin", when, reader);
            case SHIPPED -> plain(entry, "truck", when, reader);
            case CONFIRMED -> Optional.of(new StepView("tick-disc", "kept", words(entry, reader), when));
            case REJECTED, REOPENED -> said(entry, "return", when, reader);
            case MERGED, ABSORBED -> plain(entry, "merge", when, reader);
            case STEP_TOLD -> Optional.of(new StepView("check", "plain",
                    stepWords.customerReads(opened.ticket(), entry, reader), when));
            case REMINDED, CLOSED_UNCONFIRMED, CANCELLED -> plain(entry, "info", when, reader);
            case PROMISE_BROKEN -> Optional.of(new StepView("split", "broken", words(entry, reader),
                    say(reader, "portal.step.broken.note", when)));
            case REPLIED, CALLED, CUSTOMER_WROTE, NOTED, ASSIGNED, PUT_BACK, ESCALATION_IGNORED, SEVERITY_CHANGED,
                    CUSTOMER_ATTACHED, TIME_USED, PROMISED_ANEW, NOT_DELIVERED, LINKED, UNLINKED, PLAN_CALLED, SPLIT,
                    HELP_ASKED, HELP_TAKEN, HELP_ANSWERED, HELP_DECLINED, HELP_WITHDRAWN, HELP_LATE, INCIDENT_JOINED,
                    INCIDENT_LEFT, STEP_DONE, STEP_REOPENED ->
                Optional.empty();
        };
    }

    private Optional<StepView> plain(TimelineEntry entry, String icon, String when, Reader reader) {
        return Optional.of(new StepView(icon, "plain", words(entry, reader), when));
    }

    /** With what was said then: what we wait for, or why it is not solved. */
    private Optional<StepView> said(TimelineEntry entry, String icon, String when, Reader reader) {
        String reason = entry.detail().getOrDefault("reason", "");
        return reason.isBlank()
                ? plain(entry, icon, when, reader)
                : plain(entry, icon, say(reader, "portal.step.said", when, reason), reader);
    }

    private String words(TimelineEntry entry, Reader reader) {
        String who = Optional.ofNullable(entry.person()).map(staff::person).map(person -> person.name())
                .orElse(say(reader, "portal.us"));
        return say(reader, "portal.step." + (VisitLines.tells(entry) ? VisitLines.key(entry) : PromiseMoves.key(entry)),
                entry.detail().containsKey("kind")
                        ? promise(entry, reader)
                        : who,
                unit(entry), PromiseMoves.to(entry, time, reader),
                detail(entry, reader));
    }

    private String detail(TimelineEntry entry, Reader reader) {
        return switch (entry.what()) {
            case VISIT_PLANNED, VISIT_CONFIRMED, VISIT_MOVED, VISIT_CANCELLED -> windows.of(entry, reader.locale());
            case SHIPPED -> ShipmentWords.of(entry, time, reader);
            case MERGED -> entry.detail().getOrDefault("into", "");
            case ABSORBED -> entry.detail().getOrDefault("from", "");
            default -> changes.why(entry, reader.locale());
        };
    }

    private String promise(TimelineEntry entry, Reader reader) {
        return promises.kind(entry.detail().getOrDefault("kind", "PROGRESS"), reader.locale());
    }

    /** Where the case went, else who had it. */
    private String unit(TimelineEntry entry) {
        return Optional.ofNullable(entry.detail().get("to")).filter(to -> to.chars().allMatch(Character::isDigit))
                .map(to -> new UnitId(Long.parseLong(to))).or(() -> Optional.ofNullable(entry.unit()))
                .map(units::unit).map(unit -> unit.name()).orElse("");
    }

    private String say(Reader reader, String key, Object... words) {
        return texts.getMessage(key, words, reader.locale());
    }
}
