package io.pledge.web.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;
import io.pledge.report.OverrunCount;
import io.pledge.web.view.TimeWords;

/** Turns the overrun shares of the tiers into a table whose numbers open their lists. */
@Component
class BudgetParts {
    private final Units units;
    private final Figures figures;
    private final TimeWords words;

    BudgetParts(Units units, Figures figures, TimeWords words) {
        this.units = units;
        this.figures = figures;
        this.words = words;
    }

    /**
     * What is shown.
     *
     * @param all how many they are together
     * @param over by how much together
     */
    record Overrun(Figure all, String over, List<Row> rows) {}

    /** A unit's line. */
    record Row(String unit, String tier, Figure count, String over) {}

    Overrun of(Question question, List<OverrunCount> counts, Locale locale) {
        var rows = new ArrayList<Row>();
        for (var unit : units.all()) {
            counts.stream().filter(count -> count.unit().equals(unit.id()))
                    .sorted(Comparator.comparing(OverrunCount::tier))
                    .forEach(count -> rows.add(row(question, unit, count, locale)));
        }
        return new Overrun(new Figure(figures.count(OverrunCount.count(counts), locale), question.budgets(), null),
                length(OverrunCount.over(counts), locale), rows);
    }

    private Row row(Question question, ServiceUnit unit, OverrunCount count, Locale locale) {
        return new Row(unit.name(), words.say("tier." + count.tier(), locale),
                new Figure(figures.count(count.count(), locale), question.at(unit).at(count.tier()).budgets(), null),
                length(count.over(), locale));
    }

    private String length(WorkingTime length, Locale locale) {
        return words.working(Duration.ofSeconds(length.seconds()), locale);
    }
}
