package io.pledge.web.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.report.Satisfaction;
import io.pledge.report.UnitWorkload;
import io.pledge.report.Workload;

/** Turns what lies on the units' desks into a table whose numbers open their lists. */
@Component
class LoadParts {
    private final Units units;
    private final Figures figures;

    LoadParts(Units units, Figures figures) {
        this.units = units;
        this.figures = figures;
    }

    List<LoadRow> rows(List<UnitWorkload> loads, Locale locale) {
        Map<UnitId, UnitWorkload> byUnit = loads.stream()
                .collect(Collectors.toMap(UnitWorkload::unit, Function.identity()));
        return units.all().stream().filter(unit -> byUnit.containsKey(unit.id()))
                .map(unit -> row(unit, byUnit.get(unit.id()), locale)).toList();
    }

    /** What customers said; each number opens its surveys. */
    record Said(Figure asked, Figure answered, Figure low, String average) {}

    Said said(Question question, Satisfaction.Summary summary, Locale locale) {
        var average = summary.average();
        return new Said(said(question, Satisfaction.Part.ASKED, summary.asked(), locale),
                said(question, Satisfaction.Part.ANSWERED, summary.answered(), locale),
                said(question, Satisfaction.Part.LOW, summary.low(), locale),
                average == null ? "–" : String.format(locale, "%.1f", average));
    }

    private Figure said(Question question, Satisfaction.Part part, long count, Locale locale) {
        return new Figure(figures.count(count, locale), question.answers(part), null);
    }

    private LoadRow row(ServiceUnit unit, UnitWorkload load, Locale locale) {
        return new LoadRow(unit.name(), figure(unit, Workload.Part.OPEN, load.open(), locale),
                figure(unit, Workload.Part.UNTAKEN, load.untaken(), locale),
                figure(unit, Workload.Part.ON_HOLD, load.onHold(), locale),
                figure(unit, Workload.Part.RESOLVED, load.resolved(), locale),
                figure(unit, Workload.Part.OVERDUE, load.overdue(), locale));
    }

    private Figure figure(ServiceUnit unit, Workload.Part part, long count, Locale locale) {
        return new Figure(figures.count(count, locale), "/report/cases?unit=" + unit.key() + "&part=" + part, null);
    }
}
