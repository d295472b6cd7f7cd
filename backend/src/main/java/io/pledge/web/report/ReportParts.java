package io.pledge.web.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.report.BreakCause;
import io.pledge.report.Counted;
import io.pledge.report.PromiseOutcome;
import io.pledge.report.SlaReport;
import io.pledge.sla.PromiseKind;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Turns counts into the parts of the report, each number with the list that it opens. */
@Component
class ReportParts {
    /** Causes up to this share of all are the main ones. */
    private static final double MOST = 0.8;

    private final Units units;
    private final Figures figures;
    private final TimeWords words;
    private final double target;

    /** @param target the share of kept promises that the vendor wants to reach, from 0 to 1 */
    ReportParts(Units units, Figures figures, TimeWords words, @Value("${pledge.report.target:0.9}") double target) {
        this.units = units;
        this.figures = figures;
        this.words = words;
        this.target = target;
    }

    String target(Locale locale) {
        return figures.round(target, locale);
    }

    Figure figure(Question question, PromiseOutcome outcome, long count, Locale locale) {
        return new Figure(figures.count(count, locale), question.of(outcome).list(), null);
    }

    WeekChart weeks(Question question, SlaReport report, Reader reader) {
        return WeekChart.of(filled(report.byWeek(), question.period()), new Weeks(question, reader));
    }

    List<ShareLine> tiers(Question question, SlaReport now, SlaReport before, Reader reader) {
        double lowest = lowest(Stream.concat(now.byTier().values().stream(), before.byTier().values().stream()));
        return Arrays.stream(Tier.values()).filter(now.byTier()::containsKey)
                .map(tier -> tier(question, tier, now.byTier().get(tier), before.byTier().getOrDefault(tier, none()),
                        lowest, reader.locale()))
                .toList();
    }

    private ShareLine tier(Question question, Tier tier, Counted now, Counted before, double lowest, Locale locale) {
        var note = figures.of(now, locale) + (before.due() == 0
                ? ""
                : words.say("report.sentence", locale)
                        + words.say("report.before", locale, figures.share(before, locale)));
        return new ShareLine(words.say("tier." + tier, locale), figures.share(now, locale), low(now),
                question.at(tier).of(PromiseOutcome.DUE).list(), note,
                now.due() == 0 ? null : place(now.share(), lowest),
                before.due() == 0 ? null : place(before.share(), lowest), place(target, lowest));
    }

    /** The lowest share of the tiers' line, in words. */
    String tiersFrom(SlaReport now, SlaReport before, Locale locale) {
        return figures.round(lowest(Stream.concat(now.byTier().values().stream(), before.byTier().values().stream())),
                locale);
    }

    List<UnitFigure> units(Question question, SlaReport report, Locale locale) {
        double lowest = unitsLowest(report);
        return units.all().stream().filter(unit -> report.byUnit().containsKey(unit.id()))
                .map(unit -> unit(question, unit, report, lowest, locale)).toList();
    }

    private UnitFigure unit(Question question, ServiceUnit unit, SlaReport report, double lowest, Locale locale) {
        var counted = report.byUnit().get(unit.id());
        var weeks = filled(report.unitWeeks().getOrDefault(unit.id(), new TreeMap<>()), question.period());
        return new UnitFigure(unit.name(), figures.share(counted, locale), low(counted),
                question.at(unit).of(PromiseOutcome.DUE).list(), figures.of(counted, locale),
                Spark.of(weeks, lowest, target));
    }

    String unitsFrom(SlaReport report, Locale locale) {
        return figures.round(unitsLowest(report), locale);
    }

    private double unitsLowest(SlaReport report) {
        return lowest(report.unitWeeks().values().stream().flatMap(weeks -> weeks.values().stream()));
    }

    List<CountedRow> kinds(Question question, SlaReport report, Locale locale) {
        return Arrays.stream(PromiseKind.values()).filter(report.byKind()::containsKey).map(kind -> {
            var of = question.of(kind);
            var counted = report.byKind().get(kind);
            return new CountedRow(words.say("promise." + kind, locale),
                    figure(of, PromiseOutcome.KEPT, counted.kept(), locale),
                    figure(of, PromiseOutcome.LATE, counted.late(), locale),
                    figure(of, PromiseOutcome.OVERDUE, counted.overdue(), locale),
                    figure(of, PromiseOutcome.RUNNING, counted.running(), locale),
                    figure(of, PromiseOutcome.MOVED, counted.moved(), locale),
                    figure(of, PromiseOutcome.UNCONFIRMED, counted.unconfirmed(), locale),
                    new Figure(figures.share(counted, locale), of.of(PromiseOutcome.DUE).list(), null), low(counted));
        }).toList();
    }

    List<CauseBar> causes(Question question, Map<BreakCause, Long> causes, Locale locale) {
        long all = causes.values().stream().mapToLong(Long::longValue).sum();
        long most = causes.values().stream().mapToLong(Long::longValue).max().orElse(1);
        var bars = new ArrayList<CauseBar>();
        long added = 0;
        for (var cause : causes.entrySet()) {
            var main = added < MOST * all;
            added += cause.getValue();
            bars.add(new CauseBar(words.say("report.cause." + cause.getKey(), locale),
                    new Figure(figures.count(cause.getValue(), locale), question.of(cause.getKey()).list(), null),
                    percent(0.88 * cause.getValue() / most), main, figures.share((double) added / all, locale)));
        }
        return bars;
    }

    private boolean low(Counted counted) {
        return counted.due() > 0 && counted.share() < target;
    }

    /** A round share below everything that is shown. */
    private double lowest(Stream<Counted> shown) {
        double lowest = shown.filter(counted -> counted.due() > 0).mapToDouble(Counted::share).min().orElse(target);
        return Math.max(0, Math.floor(Math.min(lowest, target - 0.1) * 10) / 10);
    }

    private static String place(double share, double lowest) {
        return percent((share - lowest) / (1 - lowest));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    private static Counted none() {
        return Counted.sum(List.of());
    }

    /** Every week of the period, those without promises too. */
    private static SortedMap<LocalDate, Counted> filled(SortedMap<LocalDate, Counted> weeks, Period period) {
        var filled = new TreeMap<LocalDate, Counted>();
        var first = period.first().with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
        for (var monday = first; !monday.isAfter(period.last()); monday = monday.plus(1, ChronoUnit.WEEKS)) {
            filled.put(monday, weeks.getOrDefault(monday, none()));
        }
        return filled;
    }

    /** Names weeks by their Monday, as everybody's calendar shows it. */
    private final class Weeks implements WeekChart.Naming {
        private final Question question;
        private final Reader reader;

        Weeks(Question question, Reader reader) {
            this.question = question;
            this.reader = reader;
        }

        @Override
        public String label(LocalDate monday) {
            return figures.day("report.week.label", monday, reader.locale());
        }

        @Override
        public String count(long number) {
            return figures.count(number, reader.locale());
        }

        @Override
        public String href(LocalDate monday, boolean kept) {
            return question.during(question.period().week(monday, reader.zone()))
                    .of(kept ? PromiseOutcome.KEPT : PromiseOutcome.BROKEN).list();
        }

        @Override
        public String spoken(LocalDate monday, long number, boolean kept) {
            return words.say(kept ? "report.week.kept" : "report.week.broken", reader.locale(), label(monday),
                    count(number));
        }
    }
}
