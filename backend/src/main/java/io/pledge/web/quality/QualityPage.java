package io.pledge.web.quality;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.UnitId;
import io.pledge.quality.Appeals;
import io.pledge.quality.Cause;
import io.pledge.quality.Responsible;
import io.pledge.quality.Review;
import io.pledge.quality.Reviews;
import io.pledge.quality.Ruling;
import io.pledge.quality.Rulings;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Ticket;
import io.pledge.web.view.Option;
import io.pledge.web.view.Plate;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** What waits for a ruling or a decision, and one case with its evidence. */
@Controller
@RequestMapping("/quality")
class QualityPage {
    private static final int SHOWN = 200;

    private final Reviews reviews;
    private final Rulings rulings;
    private final Appeals appeals;
    private final Cases cases;
    private final CaseEvidence evidence;
    private final RulingWords words;
    private final TimeWords time;

    QualityPage(Reviews reviews, Rulings rulings, Appeals appeals, Cases cases, CaseEvidence evidence,
            RulingWords words, TimeWords time) {
        this.reviews = reviews;
        this.rulings = rulings;
        this.appeals = appeals;
        this.cases = cases;
        this.evidence = evidence;
        this.words = words;
        this.time = time;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn me, Reader reader) {
        var waiting = reviews.waiting(me.scope(), SHOWN);
        var open = appeals.open(me.scope());
        var page = new ModelAndView("quality/list");
        page.addObject("waiting", waiting.stream().map(review -> waiting(review, reader)).toList());
        page.addObject("appeals", open.stream().map(appeal -> words.view(appeal.ruling(), me.id(), reader)).toList());
        page.addObject("ruled", words.views(rulings.standing(me.scope(), SHOWN), me.id(), reader));
        page.addObject("officer", me.holds(Role.QUALITY));
        Stream.concat(waiting.stream().map(Review::dueAt), open.stream().map(appeal -> appeal.decideBy())).sorted()
                .findFirst().ifPresent(due -> page.addObject("plate",
                        new Plate(time.say("quality.plate", reader.locale()), due, time.time(due, reader.zone()),
                                false, time.day(due, reader), time.zone(reader.zone(), reader.locale()), null)));
        return page;
    }

    @GetMapping("/{number}")
    ModelAndView one(@PathVariable String number, @AuthenticationPrincipal SignedIn me, Reader reader) {
        return page(cases.find(number, me.scope()), null, null, me, reader);
    }

    /** The page of one case, with what was typed and what is wrong with it. */
    ModelAndView page(Ticket ticket, @Nullable RulingForm typed, @Nullable String error, SignedIn me, Reader reader) {
        var all = rulings.of(ticket.id());
        var last = all.stream().reduce((_, later) -> later).map(Ruling::id).orElse(null);
        var page = new ModelAndView("quality/case");
        if (error != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("error", time.say("refused." + error, reader.locale()));
        }
        page.addObject("ticket", ticket).addObject("review", reviews.of(ticket.id()).orElse(null));
        page.addObject("evidence", evidence.of(ticket, reader));
        page.addObject("rulings", words.views(all.reversed(), me.id(), reader));
        page.addObject("officer", me.holds(Role.QUALITY));
        page.addObject("causes", Arrays.stream(Cause.values())
                .map(cause -> Option.of(cause.name(), time.say("quality.cause." + cause, reader.locale()))).toList());
        page.addObject("holders", rulings.holders(ticket.id()).stream()
                .map(who -> Option.of(value(who), words.responsible(who, reader.locale()))).toList());
        page.addObject("form", typed == null ? new RulingForm(null, null, null, null, last) : typed);
        return page;
    }

    private RulingView.Waiting waiting(Review review, Reader reader) {
        return new RulingView.Waiting(review.ticket().number().value(), review.title(),
                time.say("quality.reason." + review.reason(), reader.locale()), time.moment(review.dueAt(), reader),
                reader.now().isAfter(review.dueAt()));
    }

    static String value(Responsible who) {
        return who.unit().value() + ":" + (who.person() == null ? "" : who.person().value());
    }

    static @Nullable Responsible responsible(@Nullable String value) {
        if (value == null || !value.matches("[0-9]{1,15}:[0-9]{0,15}")) {
            return null;
        }
        var parts = value.split(":", 2);
        return new Responsible(new UnitId(Long.parseLong(parts[0])),
                Objects.requireNonNull(parts[1]).isEmpty() ? null : new PersonId(Long.parseLong(parts[1])));
    }
}
