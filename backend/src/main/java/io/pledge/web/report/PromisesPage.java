package io.pledge.web.report;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.organisation.Units;
import io.pledge.report.CountedPromise;
import io.pledge.report.PromiseList;
import io.pledge.security.SignedIn;
import io.pledge.sla.PromiseKind;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The list that a figure of the report opens, page by page and as a file. */
@Controller
class PromisesPage {
    private static final int PAGE = 50;

    private final PromiseList list;
    private final Units units;
    private final PromiseWording wording;
    private final Figures figures;
    private final PromiseSheet sheet;
    private final Narrowed narrowed;
    private final TimeWords words;

    PromisesPage(PromiseList list, Units units, PromiseWording wording, Figures figures, PromiseSheet sheet,
            Narrowed narrowed, TimeWords words) {
        this.list = list;
        this.units = units;
        this.wording = wording;
        this.figures = figures;
        this.sheet = sheet;
        this.narrowed = narrowed;
        this.words = words;
    }

    @GetMapping("/report/promises")
    ModelAndView promises(Asked asked, @AuthenticationPrincipal SignedIn me, Reader reader) {
        var question = Question.of(asked, units, reader);
        var found = list.page(question.filter(), question.outcome(), question.cause(), me.scope(), reader.now(),
                cursor(asked.after()), PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var page = new ModelAndView("report/promises").addObject("question", question);
        page.addObject("rows", shown.stream().map(one -> wording.row(one, reader)).toList());
        page.addObject("total", figures.count(list.count(question.filter(), question.outcome(), question.cause(),
                me.scope(), reader.now()), reader.locale()));
        page.addObject("heading", words.say("report.list." + question.outcome(), reader.locale()));
        page.addObject("narrowed", narrowed.promises(question, reader.locale()));
        return found.size() > PAGE
                ? page.addObject("more", question.listAfter(text(shown.getLast().cursor())))
                : page;
    }

    @GetMapping("/report/promises.csv")
    void sheet(Asked asked, @AuthenticationPrincipal SignedIn me, Reader reader, HttpServletResponse response)
            throws IOException {
        var question = Question.of(asked, units, reader);
        var lines = sheet.begin(response, question.period(), reader);
        list.all(question.filter(), question.outcome(), question.cause(), me.scope(), reader.now(), lines);
    }

    private static String text(CountedPromise.Cursor cursor) {
        return cursor.countsAt() + "_" + cursor.ticket() + "_" + cursor.kind().ordinal() + "_" + cursor.sequence();
    }

    private static CountedPromise.@Nullable Cursor cursor(@Nullable String text) {
        var parts = text == null ? new String[0] : text.split("_");
        try {
            return parts.length == 4
                    ? new CountedPromise.Cursor(Instant.parse(parts[0]), Long.parseLong(parts[1]),
                            PromiseKind.values()[Integer.parseInt(parts[2])], Integer.parseInt(parts[3]))
                    : null;
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException forged) {
            return null;
        }
    }
}
