package io.pledge.web.report;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.report.HelpAmongUnits;
import io.pledge.report.HelpFigure;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The help behind a figure, page by page. */
@Controller
class HelpGivenPage {
    private static final int PAGE = 50;

    private final HelpAmongUnits help;
    private final Units units;
    private final Staff staff;
    private final Narrowed narrowed;
    private final TimeWords words;

    HelpGivenPage(HelpAmongUnits help, Units units, Staff staff, Narrowed narrowed, TimeWords words) {
        this.help = help;
        this.units = units;
        this.staff = staff;
        this.narrowed = narrowed;
        this.words = words;
    }

    /** A piece of help in the list. */
    record Row(String asked, String due, String ended, String question, String number, String title, String unit,
            String by) {}

    @GetMapping("/report/help")
    ModelAndView help(Asked asked, @RequestParam(required = false) @Nullable String figure,
            @AuthenticationPrincipal SignedIn me, Reader reader) {
        var question = Question.of(asked, units, reader);
        var which = Objects.requireNonNullElse(Question.read(HelpFigure.class, figure), HelpFigure.ASKED);
        var found = help.page(question.filter(), which, me.scope(), reader.now(), after(asked.after()), PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var page = new ModelAndView("report/help").addObject("question", question);
        page.addObject("heading", words.say("report.help.list." + which, reader.locale()));
        page.addObject("narrowed", narrowed.budgets(question, reader.locale()));
        page.addObject("rows", shown.stream().map(one -> row(one, reader)).toList());
        return found.size() > PAGE
                ? page.addObject("more", question.help(which) + "&after=" + shown.getLast().id())
                : page;
    }

    private Row row(HelpAmongUnits.Asked one, Reader reader) {
        var ended = one.endedAt();
        return new Row(words.moment(one.askedAt(), reader), words.moment(one.dueAt(), reader),
                ended == null ? "" : words.moment(ended, reader), one.question(), one.ticket().number().value(),
                one.title(), units.unit(one.unit()).name(), staff.person(one.by()).name());
    }

    private static long after(@Nullable String id) {
        return id != null && id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
    }
}
