package io.pledge.web.report;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Units;
import io.pledge.report.HelpCount;
import io.pledge.report.HelpFigure;

/** Turns the help among units into a table whose numbers open their lists. */
@Component
class HelpParts {
    private final Units units;
    private final Figures figures;

    HelpParts(Units units, Figures figures) {
        this.units = units;
        this.figures = figures;
    }

    /** A unit's line. */
    record Row(String unit, Figure asked, Figure inTime, Figure late) {}

    List<Row> rows(Question question, List<HelpCount> counts, Locale locale) {
        return units.all().stream().flatMap(unit -> counts.stream().filter(count -> count.unit().equals(unit.id()))
                .map(count -> new Line(question.at(unit), count, locale))
                .map(line -> new Row(unit.name(), line.of(HelpFigure.ASKED), line.of(HelpFigure.IN_TIME),
                        line.of(HelpFigure.LATE))))
                .toList();
    }

    private final class Line {
        private final Question question;
        private final HelpCount count;
        private final Locale locale;

        Line(Question question, HelpCount count, Locale locale) {
            this.question = question;
            this.count = count;
            this.locale = locale;
        }

        Figure of(HelpFigure figure) {
            return new Figure(figures.count(count.of(figure), locale), question.help(figure), null);
        }
    }
}
