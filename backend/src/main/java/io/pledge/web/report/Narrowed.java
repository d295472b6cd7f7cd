package io.pledge.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;
import io.pledge.web.view.TimeWords;

/** Says what a list is narrowed down to. */
@Component
class Narrowed {
    private final Figures figures;
    private final TimeWords words;

    Narrowed(Figures figures, TimeWords words) {
        this.figures = figures;
        this.words = words;
    }

    /** Of a list of promises. */
    List<String> promises(Question question, Locale locale) {
        var narrowed = budgets(question, locale);
        said(narrowed, "promise.", question.kind(), locale);
        said(narrowed, "report.cause.", question.cause(), locale);
        return narrowed;
    }

    /** Of a list of budgets, which belong to no kind of promise and have no cause. */
    List<String> budgets(Question question, Locale locale) {
        var narrowed = new ArrayList<String>();
        narrowed.add(figures.days(question.period(), locale));
        Stream.of(question.below(), question.unit()).filter(unit -> unit != null).forEach(u -> narrowed.add(u.name()));
        said(narrowed, "tier.", question.tier(), locale);
        said(narrowed, "report.level.", question.level(), locale);
        return narrowed;
    }

    /** Of a list of problem reports or fixes. */
    List<String> fixes(Question question, @Nullable Severity severity, Locale locale) {
        var narrowed = budgets(question, locale);
        said(narrowed, "severity.", severity, locale);
        return narrowed;
    }

    /** Of a list of resolved cases, which are counted where they came in. */
    List<String> shares(Question question, @Nullable TicketKind kind, Locale locale) {
        var narrowed = new ArrayList<String>();
        narrowed.add(figures.days(question.period(), locale));
        Stream.of(question.below(), question.unit()).filter(unit -> unit != null).forEach(u -> narrowed.add(u.name()));
        said(narrowed, "report.level.", question.level(), locale);
        said(narrowed, "kind.", kind, locale);
        return narrowed;
    }

    private void said(List<String> to, String prefix, @Nullable Enum<?> value, Locale locale) {
        if (value != null) {
            to.add(words.say(prefix + value.name(), locale));
        }
    }
}
