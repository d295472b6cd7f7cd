package io.pledge.web.report;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.organisation.Units;
import io.pledge.report.FixFigure;
import io.pledge.report.FixReport;
import io.pledge.report.ProductFix;
import io.pledge.report.ProductFixes;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Severity;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The problem reports or fixes behind a figure, page by page and as a file. */
@Controller
class FixesPage {
    private static final int PAGE = 50;
    private static final List<String> COLUMNS = List.of("case", "title", "kind", "severity", "customer", "unit",
            "submitted", "due", "accepted");

    private final ProductFixes fixes;
    private final Units units;
    private final Figures figures;
    private final Narrowed narrowed;
    private final TimeWords words;

    FixesPage(ProductFixes fixes, Units units, Figures figures, Narrowed narrowed, TimeWords words) {
        this.fixes = fixes;
        this.units = units;
        this.figures = figures;
        this.narrowed = narrowed;
        this.words = words;
    }

    /** A report or fix in the list. */
    record Row(String submitted, String due, String accepted, String severity, String number, String title,
            String customer, String unit) {}

    @GetMapping("/report/fixes")
    ModelAndView fixes(Asked asked, @RequestParam(required = false) @Nullable String figure,
            @RequestParam(required = false) @Nullable String severity, @AuthenticationPrincipal SignedIn me,
            Reader reader) {
        var question = Question.of(asked, units, reader);
        var which = figure(figure);
        var only = Question.read(Severity.class, severity);
        var found = fixes.page(question.filter(), which, only, me.scope(), reader.now(), cursor(asked.after()),
                PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var report = fixes.report(question.filter(), me.scope(), reader.now());
        var page = new ModelAndView("report/fixes").addObject("question", question);
        page.addObject("heading", words.say("report.fixes.list." + which, reader.locale()));
        page.addObject("total", figures.count(total(report, which, only), reader.locale()));
        page.addObject("narrowed", narrowed.fixes(question, only, reader.locale()));
        page.addObject("sheet", question.fixSheet(which, only));
        page.addObject("rows", shown.stream().map(one -> row(one, reader)).toList());
        return found.size() > PAGE
                ? page.addObject("more", question.fixesAfter(which, only, text(shown.getLast().cursor())))
                : page;
    }

    @GetMapping("/report/fixes.csv")
    void sheet(Asked asked, @RequestParam(required = false) @Nullable String figure,
            @RequestParam(required = false) @Nullable String severity, @AuthenticationPrincipal SignedIn me,
            Reader reader, HttpServletResponse response) throws IOException {
        var question = Question.of(asked, units, reader);
        var sheet = Sheet.begin(response, "pledge-fixes-" + question.period().first() + "-"
                + question.period().last(), COLUMNS, words, reader);
        fixes.all(question.filter(), figure(figure), Question.read(Severity.class, severity), me.scope(),
                reader.now(), one -> sheet.line(cells(one, reader)));
    }

    private static FixFigure figure(@Nullable String name) {
        return Objects.requireNonNullElse(Question.read(FixFigure.class, name), FixFigure.REPORTS);
    }

    private static long total(FixReport report, FixFigure figure, @Nullable Severity severity) {
        return (severity == null ? report.all() : report.of(severity)).of(figure);
    }

    private Row row(ProductFix one, Reader reader) {
        return new Row(words.moment(one.submittedAt(), reader), moment(one.dueAt(), reader),
                moment(one.acceptedAt(), reader), words.say("severity." + one.severity(), reader.locale()),
                one.ticket().number().value(), one.title(), Optional.ofNullable(one.customer()).orElse(""),
                units.unit(one.unit()).name());
    }

    private Stream<String> cells(ProductFix one, Reader reader) {
        return Stream.of(one.ticket().number().value(), one.title(), words.say("kind." + one.kind(), reader.locale()),
                words.say("severity." + one.severity(), reader.locale()),
                Optional.ofNullable(one.customer()).orElse(""), units.unit(one.unit()).name(),
                Sheet.time(one.submittedAt(), reader), Sheet.time(one.dueAt(), reader),
                Sheet.time(one.acceptedAt(), reader));
    }

    private String moment(@Nullable Instant at, Reader reader) {
        return at == null ? words.say("report.none", reader.locale()) : words.moment(at, reader);
    }

    private static String text(ProductFix.Cursor cursor) {
        return cursor.at() + "_" + cursor.ticket() + "_" + cursor.sequence();
    }

    private static ProductFix.@Nullable Cursor cursor(@Nullable String text) {
        var parts = text == null ? new String[0] : text.split("_");
        try {
            return parts.length == 3
                    ? new ProductFix.Cursor(Instant.parse(parts[0]), Long.parseLong(parts[1]),
                            Integer.parseInt(parts[2]))
                    : null;
        } catch (DateTimeException | NumberFormatException forged) {
            return null;
        }
    }
}
