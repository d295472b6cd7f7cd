package io.pledge.web.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.report.FixCounts;
import io.pledge.report.FixFigure;
import io.pledge.report.FixReport;
import io.pledge.ticket.Severity;
import io.pledge.web.view.TimeWords;

/** Turns problem reports and fixes into a table whose numbers open their lists. */
@Component
class FixParts {
    private final Figures figures;
    private final TimeWords words;

    FixParts(Figures figures, TimeWords words) {
        this.figures = figures;
        this.words = words;
    }

    /** A severity's line, or that of all of them. */
    record Row(String name, Figure reports, Figure due, Figure inTime, Figure response, String median, Figure overdue,
            Figure late, Figure responsiveness) {}

    /** Every severity, and the whole last. */
    List<Row> rows(Question question, FixReport report, Locale locale) {
        return Stream.concat(Arrays.stream(Severity.values()).map(severity -> new Line(question, severity,
                report.of(severity), locale).row(words.say("severity." + severity, locale))), Stream.of(
                        new Line(question, null, report.all(), locale).row(words.say("report.fixes.all", locale))))
                .toList();
    }

    private final class Line {
        private final Question question;
        private final @Nullable Severity severity;
        private final FixCounts counts;
        private final Locale locale;

        Line(Question question, @Nullable Severity severity, FixCounts counts, Locale locale) {
            this.question = question;
            this.severity = severity;
            this.counts = counts;
            this.locale = locale;
        }

        Row row(String name) {
            var median = counts.untilAccepted();
            return new Row(name, count(FixFigure.REPORTS), count(FixFigure.DUE), count(FixFigure.ACCEPTED_IN_TIME),
                    share(FixFigure.DUE, counts.responseTime()),
                    median == null ? words.say("report.none", locale) : words.span(median, locale),
                    count(FixFigure.OVERDUE), count(FixFigure.ACCEPTED_LATE),
                    share(FixFigure.OVERDUE, counts.overdueResponsiveness()));
        }

        private Figure count(FixFigure figure) {
            return new Figure(figures.count(counts.of(figure), locale), question.fixes(figure, severity), null);
        }

        private Figure share(FixFigure of, double share) {
            return new Figure(counts.of(of) == 0 ? words.say("report.none", locale) : figures.share(share, locale),
                    question.fixes(of, severity), null);
        }
    }
}
