package io.pledge.web.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.customer.ContractLevel;
import io.pledge.organisation.Scope;
import io.pledge.organisation.Units;
import io.pledge.report.HelpAmongUnits;
import io.pledge.report.OverrunBudgets;
import io.pledge.report.ProductFixes;
import io.pledge.report.PromiseList;
import io.pledge.report.PromiseOutcome;
import io.pledge.report.Reports;
import io.pledge.report.Satisfaction;
import io.pledge.report.SlaReport;
import io.pledge.report.TierShares;
import io.pledge.report.Workload;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Did we keep our word? The promises of a period, within what the reader may see. */
@Controller
class ReportPage {
    private static final int NEXT = 5;

    private final Reports reports;
    private final PromiseList list;
    private final Workload workload;
    private final Satisfaction satisfaction;
    private final Units units;
    private final ReportParts parts;
    private final PromiseWording wording;
    private final Figures figures;
    private final LoadParts loads;
    private final OverrunBudgets overrun;
    private final BudgetParts budgets;
    private final TierShares shares;
    private final ShareParts shareParts;
    private final ProductFixes fixes;
    private final FixParts fixParts;
    private final HelpAmongUnits help;
    private final HelpParts helpParts;
    private final TimeWords words;

    ReportPage(Reports reports, PromiseList list, Workload workload, Satisfaction satisfaction, Units units,
            ReportParts parts,
            PromiseWording wording, Figures figures, LoadParts loads, OverrunBudgets overrun,
            BudgetParts budgets, TierShares shares, ShareParts shareParts, ProductFixes fixes, FixParts fixParts,
            HelpAmongUnits help, HelpParts helpParts,
            TimeWords words) {
        this.reports = reports;
        this.list = list;
        this.workload = workload;
        this.satisfaction = satisfaction;
        this.units = units;
        this.parts = parts;
        this.wording = wording;
        this.figures = figures;
        this.loads = loads;
        this.overrun = overrun;
        this.budgets = budgets;
        this.shares = shares;
        this.shareParts = shareParts;
        this.fixes = fixes;
        this.fixParts = fixParts;
        this.help = help;
        this.helpParts = helpParts;
        this.words = words;
    }

    @GetMapping("/report")
    ModelAndView report(Asked asked, @AuthenticationPrincipal SignedIn me, Reader reader) {
        var question = Question.of(asked, units, reader);
        var page = new ModelAndView("report/report").addObject("question", question);
        var now = reports.of(question.filter(), me.scope(), reader.zone(), reader.now());
        var before = reports.of(question.during(question.period().before(reader.zone())).filter(), me.scope(),
                reader.zone(), reader.now());
        choices(page, question, me.scope(), reader.locale());
        kept(page, question, now, before, reader.locale());
        page.addObject("weeks", parts.weeks(question, now, reader));
        page.addObject("tiers", parts.tiers(question, now, before, reader));
        page.addObject("tiersFrom", parts.tiersFrom(now, before, reader.locale()));
        page.addObject("unitFigures", parts.units(question, now, reader.locale()));
        page.addObject("unitsFrom", parts.unitsFrom(now, reader.locale()));
        page.addObject("kinds", parts.kinds(question, now, reader.locale()));
        page.addObject("target", parts.target(reader.locale()));
        page.addObject("causes", parts.causes(question,
                reports.causes(question.filter(), me.scope(), reader.now()), reader.locale()));
        page.addObject("overrun", budgets.of(question,
                overrun.counts(question.filter(), me.scope(), reader.now()), reader.locale()));
        page.addObject("shares", shareParts.of(question, shares.counts(question.filter(), null, me.scope()),
                reader.locale()));
        page.addObject("fixes", fixParts.rows(question,
                fixes.report(question.filter(), me.scope(), reader.now()), reader.locale()));
        page.addObject("help", helpParts.rows(question,
                help.counts(question.filter(), me.scope(), reader.now()), reader.locale()));
        page.addObject("loads", loads.rows(workload.byUnit(question.below(), me.scope(), reader.now()),
                reader.locale()));
        page.addObject("said", loads.said(question, satisfaction.summary(question.filter(), me.scope()),
                reader.locale()));
        return next(page, question, me.scope(), reader);
    }

    private void kept(ModelAndView page, Question question, SlaReport now, SlaReport before, Locale locale) {
        var all = now.all();
        page.addObject("share", new Figure(figures.share(all, locale), question.of(PromiseOutcome.DUE).list(),
                before.all().due() == 0
                        ? null
                        : words.say("report.before", locale, figures.share(before.all(), locale))));
        page.addObject("kept", parts.figure(question, PromiseOutcome.KEPT, all.kept(), locale));
        page.addObject("due", parts.figure(question, PromiseOutcome.DUE, all.due(), locale));
        page.addObject("broken", parts.figure(question, PromiseOutcome.BROKEN, all.broken(), locale));
        page.addObject("late", compared(question, PromiseOutcome.LATE, all.late(), before.all().late(), locale));
        page.addObject("overdue",
                compared(question, PromiseOutcome.OVERDUE, all.overdue(), before.all().overdue(), locale));
        page.addObject("running", parts.figure(question, PromiseOutcome.RUNNING, all.running(), locale));
        page.addObject("moved", parts.figure(question, PromiseOutcome.MOVED, all.moved(), locale));
        page.addObject("unconfirmed",
                parts.figure(question, PromiseOutcome.UNCONFIRMED, all.unconfirmed(), locale));
    }

    private Figure compared(Question question, PromiseOutcome outcome, long now, long before, Locale locale) {
        return new Figure(figures.count(now, locale), question.of(outcome).list(),
                words.say("report.before", locale, figures.count(before, locale)));
    }

    /** What comes due in the coming day, whatever period is looked back at. */
    private ModelAndView next(ModelAndView page, Question question, Scope scope, Reader reader) {
        var coming = question.during(Period.of(Period.NEXT, null, null, reader)).of(PromiseOutcome.RUNNING);
        var first = list.page(coming.filter(), PromiseOutcome.RUNNING, null, scope, reader.now(), null, NEXT);
        page.addObject("next", first.stream().map(one -> wording.next(one, reader)).toList());
        return page.addObject("coming", new Figure(figures.count(
                list.count(coming.filter(), PromiseOutcome.RUNNING, null, scope, reader.now()), reader.locale()),
                coming.list(), null));
    }

    private void choices(ModelAndView page, Question question, Scope scope, Locale locale) {
        page.addObject("days", figures.days(question.period(), locale));
        var periods = new ArrayList<Option>();
        for (var name : List.of("7d", "30d", "90d", Period.CUSTOM)) {
            periods.add(Option.of(name, words.say("report.period." + name, locale)));
        }
        page.addObject("periods", periods);
        page.addObject("unitChoices", units.all().stream()
                .filter(unit -> scope.all() || scope.unitPaths().contains(unit.path()))
                .map(unit -> Option.of(unit.key(), unit.name())).toList());
        page.addObject("levels", Arrays.stream(ContractLevel.values())
                .map(level -> Option.of(level.name(), words.say("report.level." + level, locale))).toList());
    }
}
