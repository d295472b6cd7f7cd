package io.pledge.web.admin;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;
import io.pledge.security.Doors;
import io.pledge.security.SignedIn;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.TrialCounts;
import io.pledge.sla.TrialFigure;
import io.pledge.sla.TrialResult;
import io.pledge.sla.TriedPromise;
import io.pledge.web.PromiseReadings;
import io.pledge.web.view.Option;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.PromiseWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Puts a trial into words. */
@Component
class TrialWords {
    private final TimeWords words;
    private final PromiseWords promises;
    private final Units units;

    TrialWords(TimeWords words, PromiseWords promises, Units units) {
        this.words = words;
        this.promises = promises;
        this.units = units;
    }

    /** @param choice what the form sends to open the list behind the number */
    record Number(String words, String spoken, String choice) {}

    /** A figure as it is and as it would be. */
    record Pair(String name, Number before, Number after) {}

    /** A line of a table of figures. */
    record Line(String name, List<Pair> pairs, String shareBefore, String shareAfter) {}

    /** Everything above the list. */
    record Result(String days, String tickets, boolean empty, @Nullable String leftOut, Line all, Number wouldBreak,
            Number wouldBeKept, List<Line> kinds, List<Line> units) {}

    /** A promise as it is and as it would be; what is not promised there has no badge. */
    record Row(String number, boolean opens, String promise, String unit, String dueBefore, String dueAfter,
            @Nullable PromiseBadge before, @Nullable PromiseBadge after, boolean changed) {}

    /** The list behind a number. */
    record Listing(String heading, String total, List<String> narrowed, List<Row> rows, @Nullable String further) {}

    List<Option> periods(Locale locale) {
        return TrialPeriod.NAMES.stream().map(name -> Option.of(name, words.say("admin.trial.period." + name, locale)))
                .toList();
    }

    Result result(TrialResult result, TrialPeriod period, Locale locale) {
        var kinds = result.byKind().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> line(promises.kind(entry.getKey().name(), locale), entry.getValue(),
                        figure -> TrialChoice.of(figure).of(entry.getKey()), locale))
                .toList();
        var byUnit = result.byUnit().entrySet().stream()
                .sorted(Comparator.comparing(entry -> units.unit(entry.getKey()).path()))
                .map(entry -> line(units.unit(entry.getKey()), entry.getValue(), locale)).toList();
        return new Result(days(period, locale), count(result.tickets(), locale),
                result.tickets() + result.leftOut() == 0,
                result.leftOut() == 0
                        ? null
                        : words.say("admin.trial.leftOut", locale, count(result.leftOut(),
                                locale)),
                line(words.say("admin.trial.all", locale), result.all(), TrialChoice::of, locale),
                number(TrialFigure.WOULD_BREAK, result.all(), TrialChoice::of, locale),
                number(TrialFigure.WOULD_BE_KEPT, result.all(), TrialChoice::of, locale), kinds, byUnit);
    }

    Listing list(TrialResult result, TrialChoice choice, SignedIn me, Reader reader) {
        var locale = reader.locale();
        boolean opens = Doors.opens(me, "/desk");
        boolean more = result.listed() > choice.skipped() + result.list().size();
        return new Listing(heading(choice.figure(), locale), count(result.listed(), locale), narrowed(choice, locale),
                result.list().stream().map(one -> row(one, opens, reader)).toList(),
                more ? choice.further().text() : null);
    }

    private Line line(ServiceUnit unit, TrialCounts counts, Locale locale) {
        return line(unit.name(), counts, figure -> TrialChoice.of(figure).at(unit), locale);
    }

    private Line line(String name, TrialCounts counts, Function<TrialFigure, TrialChoice> choice, Locale locale) {
        var pairs = new ArrayList<Pair>();
        for (var column : List.of("KEPT", "BROKEN", "OPEN", "SUPERSEDED", "UNCONFIRMED")) {
            pairs.add(new Pair(words.say("admin.trial." + column, locale),
                    number(TrialFigure.valueOf(column + "_BEFORE"), counts, choice, locale),
                    number(TrialFigure.valueOf(column + "_AFTER"), counts, choice, locale)));
        }
        return new Line(name, pairs, share(counts.dueBefore(), counts.shareBefore(), locale),
                share(counts.dueAfter(), counts.shareAfter(), locale));
    }

    private Number number(TrialFigure figure, TrialCounts counts, Function<TrialFigure, TrialChoice> choice,
            Locale locale) {
        var count = count(counts.of(figure), locale);
        return new Number(count, words.say("admin.trial.spoken", locale, heading(figure, locale), count),
                choice.apply(figure).text());
    }

    private Row row(TriedPromise one, boolean opens, Reader reader) {
        var shown = one.after() == null ? one.before() : one.after();
        return new Row(one.ticket().number().value(), opens,
                promises.kind(one.kind().name(), reader.locale()),
                shown == null ? "" : units.unit(shown.credit().unit()).name(), due(one.before(), reader),
                due(one.after(), reader), badge(one.before(), reader), badge(one.after(), reader), !one.unchanged());
    }

    private String due(@Nullable Promise promise, Reader reader) {
        return promise == null || promise.dueAt() == null
                ? words.say("admin.trial.none", reader.locale())
                : words.moment(promise.dueAt(), reader);
    }

    private @Nullable PromiseBadge badge(@Nullable Promise promise, Reader reader) {
        return promise == null ? null : promises.badge(PromiseReadings.of(promise, reader.now()), reader);
    }

    private List<String> narrowed(TrialChoice choice, Locale locale) {
        return Stream.of(choice.unit(), choice.kind()).filter(java.util.Objects::nonNull)
                .map(one -> one instanceof PromiseKind kind
                        ? promises.kind(kind.name(), locale)
                        : ((ServiceUnit) one).name())
                .toList();
    }

    private String heading(TrialFigure figure, Locale locale) {
        return words.say("admin.trial.list." + figure, locale);
    }

    private String days(TrialPeriod period, Locale locale) {
        var day = DateTimeFormatter.ofPattern(words.say("report.date.year", locale), locale);
        return words.say("report.days", locale, day.format(period.first()), day.format(period.last()));
    }

    private String share(long due, double share, Locale locale) {
        if (due == 0) {
            return words.say("report.none", locale);
        }
        var number = NumberFormat.getNumberInstance(locale);
        number.setMinimumFractionDigits(share == 1 || share == 0 ? 0 : 1);
        number.setMaximumFractionDigits(1);
        // a share below one never reads as all of them
        return words.say("report.percent", locale, number.format(Math.floor(share * 1000) / 10));
    }

    private static String count(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }
}
