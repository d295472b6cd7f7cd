package io.pledge.web.report;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.organisation.Units;
import io.pledge.report.Satisfaction;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The surveys behind a figure of satisfaction. */
@Controller
class AnswersPage {
    private static final int PAGE = 50;

    private final Satisfaction satisfaction;
    private final Units units;
    private final TimeWords words;

    AnswersPage(Satisfaction satisfaction, Units units, TimeWords words) {
        this.satisfaction = satisfaction;
        this.units = units;
        this.words = words;
    }

    /** A survey in the list. */
    record Row(String score, String number, String title, String unit, String asked, String answered) {}

    @GetMapping("/report/answers")
    ModelAndView answers(Asked asked, @RequestParam(required = false) @Nullable String part,
            @RequestParam(defaultValue = "0") long behind, @AuthenticationPrincipal SignedIn me, Reader reader) {
        var question = Question.of(asked, units, reader);
        var which = Optional.ofNullable(Question.read(Satisfaction.Part.class, part))
                .orElse(Satisfaction.Part.ASKED);
        var found = satisfaction.list(question.filter(), which, me.scope(), behind, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var page = new ModelAndView("report/answers").addObject("question", question);
        page.addObject("heading", words.say("report.answers." + which, reader.locale()));
        page.addObject("rows", shown.stream().map(said -> row(said, reader)).toList());
        return found.size() > PAGE
                ? page.addObject("more", question.answers(which) + "&behind=" + shown.getLast().survey())
                : page;
    }

    private Row row(Satisfaction.Said said, Reader reader) {
        var score = said.score();
        var answered = said.answeredAt();
        return new Row(score == null ? words.say("report.none", reader.locale()) : String.valueOf(score),
                said.ticket().number().value(), said.title(), units.unit(said.unit()).name(),
                words.moment(said.askedAt(), reader), answered == null ? "" : words.moment(answered, reader));
    }
}
