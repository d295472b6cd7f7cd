package io.pledge.web.appraisal;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import io.pledge.appraisal.Evidence;
import io.pledge.appraisal.Measure;
import io.pledge.appraisal.Side;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.PromiseReading;
import io.pledge.web.view.PromiseWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says what a figure counts, case by case, and why. */
@Component
class EvidenceWords {
    private final PromiseWords promises;
    private final TimeWords time;

    EvidenceWords(PromiseWords promises, TimeWords time) {
        this.promises = promises;
        this.time = time;
    }

    List<Row> of(List<Evidence> evidence, Reader reader) {
        return evidence.stream().map(one -> row(one, reader)).toList();
    }

    private Row row(Evidence one, Reader reader) {
        String number = one.ticket().number().value();
        return new Row(time.moment(one.at(), reader), badge(one, reader), number, "/desk/tickets/" + number,
                one.title(),
                detail(one, reader), time.say("appraisal.why." + one.why(), reader.locale()),
                one.side() == Side.LEFT_OUT);
    }

    private PromiseBadge badge(Evidence one, Reader reader) {
        if (one.measure() != Measure.PROMISES_KEPT) {
            String words = one.score() != null
                    ? one.score() + " / 10"
                    : time.say("appraisal.what." + one.why(), reader.locale());
            return new PromiseBadge("moved", one.side() == Side.AGAINST ? "split-hollow" : "ring-dashed", words, words,
                    null,
                    null);
        }
        if (one.side() == Side.LEFT_OUT) {
            return promises.badge(new PromiseReading.Withdrawn(kind(one)), reader)
                    .withWords(time.say("appraisal.side.LEFT_OUT", reader.locale()));
        }
        // a resolution that the customer accepted while it waited for them has no due time
        Instant due = one.dueAt() == null ? one.at() : one.dueAt();
        if (one.metAt() == null) {
            return promises.badge(new PromiseReading.Broken(kind(one), due), reader);
        }
        return promises.badge(one.side() == Side.FOR
                ? new PromiseReading.Kept(kind(one), due, one.metAt())
                : new PromiseReading.Late(kind(one), due, one.metAt()), reader);
    }

    private String detail(Evidence one, Reader reader) {
        if (one.detail() == null) {
            return "";
        }
        return switch (one.measure()) {
            case PROMISES_KEPT -> promises.kind(one.detail(), reader.locale());
            case VALID_COMPLAINTS -> time.say("quality.cause." + one.detail(), reader.locale());
            case STAYED_CLOSED, SATISFACTION -> "";
        };
    }

    private static String kind(Evidence one) {
        return one.detail() == null ? "PROGRESS" : one.detail();
    }

    record Row(String when, PromiseBadge what, String number, String href, String title, String detail, String why,
            boolean faint) {}
}
