package io.pledge.web.appraisal;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.pledge.appraisal.Figure;
import io.pledge.appraisal.Measure;
import io.pledge.appraisal.Scorecard;
import io.pledge.web.view.Plate;
import io.pledge.web.view.RailDrawing;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says a scorecard: its score and what one may conclude from it, its figures with how sure they are, and the sum written out. */
@Component
class ScorecardWords {
    private static final double LOWEST_SHOWN = 50;

    private final MessageSource texts;
    private final TimeWords time;
    private final RailDrawing rails;

    ScorecardWords(MessageSource texts, TimeWords time, RailDrawing rails) {
        this.texts = texts;
        this.time = time;
        this.rails = rails;
    }

    CardView of(Scorecard card, Scorecard beside, Reader reader) {
        boolean frozen = card.frozenAt() != null;
        return new CardView(period(card, reader),
                say(reader, frozen ? "appraisal.score.frozen" : "appraisal.score.open"),
                card.score().isPresent() ? number(card.score().getAsDouble(), reader.locale()) : null,
                beside(beside, reader), plate(card, reader),
                card.figures().stream().map(figure -> figure(figure, beside.figure(figure.measure()), reader)).toList(),
                say(reader, "appraisal.rules", card.rules().version(), card.rules().few()), sum(card, reader));
    }

    private String period(Scorecard card, Reader reader) {
        return say(reader, "appraisal.period", card.period().key(),
                time.shortDay(card.period().from().plusSeconds(43_200), reader),
                time.shortDay(card.period().until().minusSeconds(43_200), reader));
    }

    private String beside(Scorecard beside, Reader reader) {
        return beside.score().isPresent()
                ? say(reader, "appraisal.unitMean", number(beside.score().getAsDouble(), reader.locale()))
                : say(reader, "appraisal.alone");
    }

    private Plate plate(Scorecard card, Reader reader) {
        boolean open = reader.now().isBefore(card.period().until());
        Instant at = open ? card.period().until() : card.period().objectUntil();
        Instant from = open ? card.period().from() : card.period().until();
        String label = open
                ? "appraisal.closes"
                : reader.now().isBefore(at) ? "appraisal.object" : "appraisal.objected";
        return new Plate(say(reader, label), at, time.moment(at, reader), true, time.day(at, reader),
                time.zone(reader.zone(), reader.locale()),
                reader.now().isBefore(at) ? rails.of(from, at, time.shortDay(from, reader), List.of(), reader) : null);
    }

    private FigureView figure(Figure figure, Figure beside, Reader reader) {
        Measure measure = figure.measure();
        boolean complaints = measure == Measure.VALID_COMPLAINTS;
        boolean none = figure.counted() == 0 && !complaints;
        String value = none ? "–" : value(figure, reader.locale());
        double low = figure.interval().low();
        double high = figure.interval().high();
        return new FigureView(measure.name(), say(reader, "appraisal." + measure),
                complaints ? null : say(reader, "appraisal.basis." + measure, figure.good(), figure.counted()), value,
                complaints || none
                        ? null
                        : new Bar(percent(low), percent(high - Math.max(low, LOWEST_SHOWN), 50), percent(high),
                                percent(figure.value()), beside.counted() == 0 ? null : percent(beside.value()),
                                say(reader, "appraisal.spoken", value, number(low, reader.locale()),
                                        number(high, reader.locale()))),
                figure.few(), complaints ? "" : say(reader, note(figure, beside)),
                say(reader, figure.few() ? "appraisal.weight.out" : "appraisal.weight",
                        number(figure.weight(), reader.locale()), figure.counted()),
                figure.weight() > 0);
    }

    private static String note(Figure figure, Figure beside) {
        if (figure.few()) {
            return "appraisal.notCounted";
        }
        if (beside.counted() == 0 || beside.value() >= figure.interval().low()
                && beside.value() <= figure.interval().high()) {
            return "appraisal.noDifference";
        }
        return figure.value() > beside.value() ? "appraisal.better" : "appraisal.worse";
    }

    private @Nullable Sum sum(Scorecard card, Reader reader) {
        if (card.mean().isEmpty() || card.score().isEmpty()) {
            return null;
        }
        Locale locale = reader.locale();
        String terms = card.terms().stream().map(f -> number(f.weight(), locale) + " × " + number(f.value(), locale))
                .collect(Collectors.joining(" + "));
        String mean = "(" + terms + ") ÷ " + number(card.weights(), locale) + " = "
                + number(card.mean().getAsDouble(), locale);
        String less = card.complaints() == 0
                ? null
                : say(reader, "appraisal.deduction", card.complaints(), number(card.rules().perComplaint(), locale));
        return new Sum(mean, less, number(card.score().getAsDouble(), locale));
    }

    private static String value(Figure figure, Locale locale) {
        return switch (figure.measure()) {
            case PROMISES_KEPT, STAYED_CLOSED -> number(figure.value(), locale) + " %";
            case SATISFACTION -> number(figure.value() / 10, locale);
            case VALID_COMPLAINTS -> Long.toString(figure.counted());
        };
    }

    private static String number(double value, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /** Where a value from 0 to 100 lies on the scale from 50 to 100. */
    private static String percent(double value) {
        return percent(Math.max(value, LOWEST_SHOWN) - LOWEST_SHOWN, 100 - LOWEST_SHOWN);
    }

    private static String percent(double part, double whole) {
        return String.format(Locale.ROOT, "%.2f%%", Math.clamp(100 * part / whole, 0, 100));
    }

    private String say(Reader reader, String key, Object... words) {
        return texts.getMessage(key, words, reader.locale());
    }

    /** @param score null where nothing counts yet */
    record CardView(String period, String label, @Nullable String score, String beside, Plate plate,
            List<FigureView> figures, String rules, @Nullable Sum sum) {}

    /**
     * @param basis what it rests on; null for a plain count
     * @param bar how sure it is; null where there is nothing to draw
     * @param few whether it is left out of the sum
     */
    record FigureView(String measure, String name, @Nullable String basis, String value, @Nullable Bar bar, boolean few,
            String note, String weight, boolean weighs) {}

    /** Positions on the scale; mean is that of the unit, null where there is none. */
    record Bar(String low, String width, String high, String at, @Nullable String mean, String spoken) {}

    /** The sum, written out; less is what valid complaints take off. */
    record Sum(String mean, @Nullable String less, String score) {}
}
