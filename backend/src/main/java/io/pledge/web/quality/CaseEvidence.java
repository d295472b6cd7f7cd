package io.pledge.web.quality;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.sla.Promise;
import io.pledge.sla.Promises;
import io.pledge.survey.Responses;
import io.pledge.survey.Surveys;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.TimelineEntry;
import io.pledge.web.PromiseReadings;
import io.pledge.web.explain.PromiseKey;
import io.pledge.web.view.PromiseRow;
import io.pledge.web.view.PromiseWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** What a ruling rests on: promises, the course of the case, and what the customer said afterwards. */
@Component
class CaseEvidence {
    private final Promises promises;
    private final Timeline timeline;
    private final Surveys surveys;
    private final Responses responses;
    private final Staff staff;
    private final Units units;
    private final PromiseWords promiseWords;
    private final TimeWords time;

    CaseEvidence(Promises promises, Timeline timeline, Surveys surveys, Responses responses, Staff staff, Units units,
            PromiseWords promiseWords, TimeWords time) {
        this.promises = promises;
        this.timeline = timeline;
        this.surveys = surveys;
        this.responses = responses;
        this.staff = staff;
        this.units = units;
        this.promiseWords = promiseWords;
        this.time = time;
    }

    RulingView.Evidence of(Ticket ticket, Reader reader) {
        var rows = promises.of(ticket.id()).stream().map(promise -> row(promise, reader)).toList();
        var lines = timeline.of(ticket.id()).stream().map(entry -> line(entry, reader)).toList();
        var said = surveys.of(ticket.id()).flatMap(survey -> responses.of(survey.id()))
                .map(given -> new RulingView.Said(given.answer().score(), given.answer().comment())).orElse(null);
        return new RulingView.Evidence(rows, List.copyOf(lines), said);
    }

    private PromiseRow row(Promise promise, Reader reader) {
        var holder = promise.credit();
        var who = Optional.ofNullable(holder.person()).map(id -> staff.person(id).name() + ", ").orElse("")
                + units.unit(holder.unit()).name();
        return new PromiseRow(promiseWords.kind(promise.kind().name(), reader.locale()), who,
                promiseWords.badge(PromiseReadings.of(promise, reader.now()), reader),
                "/desk/tickets/" + promise.ticket().number().value() + "/promises/" + PromiseKey.of(promise));
    }

    private RulingView.Line line(TimelineEntry entry, Reader reader) {
        var who = entry.person() != null
                ? staff.person(entry.person()).name()
                : time.say("quality.author." + entry.author(), reader.locale());
        var reason = entry.detail().get("reason");
        var what = time.say("quality.what." + entry.what(), reader.locale());
        return new RulingView.Line(time.moment(entry.at().occurredAt(), reader),
                reason == null || reason.isBlank() ? what : what + ": " + reason, who);
    }
}
