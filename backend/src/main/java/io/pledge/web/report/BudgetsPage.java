package io.pledge.web.report;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.report.OverrunBudget;
import io.pledge.report.OverrunBudgets;
import io.pledge.report.OverrunCount;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The cases in which a tier overran its share of the time for the solution, page by page and as a file. */
@Controller
class BudgetsPage {
    private static final int PAGE = 50;
    private static final List<String> COLUMNS = List.of("case", "title", "kind", "severity", "customer", "unit", "tier",
            "person", "overrun", "allowance", "over", "round");

    private final OverrunBudgets overrun;
    private final Units units;
    private final Staff staff;
    private final Figures figures;
    private final Narrowed narrowed;
    private final TimeWords words;

    BudgetsPage(OverrunBudgets overrun, Units units, Staff staff, Figures figures, Narrowed narrowed,
            TimeWords words) {
        this.overrun = overrun;
        this.units = units;
        this.staff = staff;
        this.figures = figures;
        this.narrowed = narrowed;
        this.words = words;
    }

    /** A budget in the list. */
    record Row(String when, String over, String allowance, boolean running, String number, String title,
            String customer, String unit, String person) {}

    @GetMapping("/report/budgets")
    ModelAndView budgets(Asked asked, @AuthenticationPrincipal SignedIn me, Reader reader) {
        var question = Question.of(asked, units, reader);
        var found = overrun.page(question.filter(), me.scope(), reader.now(), cursor(asked.after()), PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var page = new ModelAndView("report/budgets").addObject("question", question);
        page.addObject("rows", shown.stream().map(one -> row(one, reader)).toList());
        page.addObject("total", figures.count(OverrunCount.count(
                overrun.counts(question.filter(), me.scope(), reader.now())), reader.locale()));
        page.addObject("narrowed", narrowed.budgets(question, reader.locale()));
        return found.size() > PAGE
                ? page.addObject("more", question.budgetsAfter(text(shown.getLast().cursor())))
                : page;
    }

    @GetMapping("/report/budgets.csv")
    void sheet(Asked asked, @AuthenticationPrincipal SignedIn me, Reader reader, HttpServletResponse response)
            throws IOException {
        var question = Question.of(asked, units, reader);
        var sheet = Sheet.begin(response, "pledge-budgets-" + question.period().first() + "-"
                + question.period().last(), COLUMNS, words, reader);
        overrun.all(question.filter(), me.scope(), reader.now(), one -> sheet.line(cells(one, reader)));
    }

    private Row row(OverrunBudget one, Reader reader) {
        return new Row(words.moment(one.overrunAt(), reader), length(one.over(), reader),
                length(one.allowance(), reader), one.running(), one.ticket().number().value(), one.title(),
                Optional.ofNullable(one.customer()).orElse(""), units.unit(one.unit()).name(), person(one));
    }

    private Stream<String> cells(OverrunBudget one, Reader reader) {
        return Stream.of(one.ticket().number().value(), one.title(), words.say("kind." + one.kind(), reader.locale()),
                words.say("severity." + one.severity(), reader.locale()),
                Optional.ofNullable(one.customer()).orElse(""), units.unit(one.unit()).name(),
                words.say("tier." + one.tier(), reader.locale()), person(one), Sheet.time(one.overrunAt(), reader),
                one.allowance().toString(), one.over().toString(), String.valueOf(one.round()));
    }

    private String person(OverrunBudget one) {
        var person = one.person();
        return person == null ? "" : staff.person(person).name();
    }

    private String length(WorkingTime length, Reader reader) {
        return words.working(Duration.ofSeconds(length.seconds()), reader.locale());
    }

    private static String text(OverrunBudget.Cursor cursor) {
        return cursor.overrunAt() + "_" + cursor.ticket() + "_" + cursor.tier().ordinal() + "_" + cursor.round();
    }

    private static OverrunBudget.@Nullable Cursor cursor(@Nullable String text) {
        var parts = text == null ? new String[0] : text.split("_");
        try {
            return parts.length == 4
                    ? new OverrunBudget.Cursor(Instant.parse(parts[0]), Long.parseLong(parts[1]),
                            Tier.values()[Integer.parseInt(parts[2])], Integer.parseInt(parts[3]))
                    : null;
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException forged) {
            return null;
        }
    }
}
