package io.pledge.web.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.report.CountedPromise;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.PromiseReading;
import io.pledge.web.view.PromiseWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Puts the promises of a list into words. */
@Component
class PromiseWording {
    private final PromiseWords promises;
    private final TimeWords words;
    private final Units units;
    private final Staff staff;

    PromiseWording(PromiseWords promises, TimeWords words, Units units, Staff staff) {
        this.promises = promises;
        this.words = words;
        this.units = units;
        this.staff = staff;
    }

    /** A promise in a list. */
    record Row(String promise, String number, String title, String customer, String due, PromiseBadge badge,
            String unit, String person, boolean unconfirmed) {}

    Row row(CountedPromise one, Reader reader) {
        return new Row(promises.kind(one.kind().name(), reader.locale()), one.ticket().number().value(), one.title(),
                Optional.ofNullable(one.customer()).orElse(""), words.moment(one.countsAt(), reader),
                badge(one, reader), units.unit(one.unit()).name(), person(one), one.unconfirmed());
    }

    NextPromise next(CountedPromise one, Reader reader) {
        var who = one.customer() == null ? one.title() : one.customer();
        var holder = person(one);
        var unit = units.unit(one.unit()).name();
        return new NextPromise(words.time(one.countsAt(), reader.zone()), words.shortDay(one.countsAt(), reader),
                words.say("report.next.name", reader.locale(), promises.kind(one.kind().name(), reader.locale()), who),
                holder.isEmpty() ? unit : words.say("report.next.holder", reader.locale(), holder, unit),
                "/desk/tickets/" + one.ticket().number().value(), badge(one, reader));
    }

    String person(CountedPromise one) {
        var person = one.person();
        return person == null ? "" : staff.person(person).name();
    }

    private PromiseBadge badge(CountedPromise one, Reader reader) {
        var kind = one.kind().name();
        var came = one.outcomeAt() == null ? one.countsAt() : one.outcomeAt();
        return promises.badge(switch (one.outcome()) {
            case KEPT, DUE, UNCONFIRMED -> new PromiseReading.Kept(kind, one.countsAt(), came);
            case LATE, BROKEN -> new PromiseReading.Late(kind, one.countsAt(), came);
            case OVERDUE -> new PromiseReading.Broken(kind, one.countsAt());
            case MOVED -> new PromiseReading.Moved(kind, came);
            case RUNNING -> new PromiseReading.Running(kind, one.countsAt(),
                    one.warnAt() == null ? one.countsAt() : one.warnAt(), used(one, reader.now()));
        }, reader);
    }

    private static double used(CountedPromise one, Instant now) {
        double all = Duration.between(one.madeAt(), one.countsAt()).toSeconds();
        return all <= 0 ? 1 : Math.clamp(Duration.between(one.madeAt(), now).toSeconds() / all, 0, 1);
    }
}
