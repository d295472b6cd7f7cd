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
    private final MessageSource texts;
    private final TimeWords time;
    private final RailDrawing rails;

    ScorecardWords(MessageSource texts, TimeWords time, RailDrawing rails) {
        this.texts = texts;
        this.time = time;
        this.rails = rails;
    }

    CardView of(Scorecard card, @Nullable Beside beside, Reader reader) {
        boolean frozen = card.frozenAt() != null;
        return new CardView(period(card, reader),
                say(reader, frozen ? "appraisal.score.frozen" : "appraisal.score.open"),
                card.score().isPresent() ? number(card.score().getAsDouble(), reader.locale()) : null,
                beside(beside, reader), plate(card, reader),
                say(reader, beside == null ? "appraisal.measures.alone" : "appraisal.measures.note", name(beside)),
                card.figures().stream().map(figure -> figure(figure, beside, reader)).toList(),
                say(reader, "appraisal.rules", card.rules().version(), card.rules().few()), sum(card, reader));
    }

    private String period(Scorecard card, Reader reader) {
        return say(reader, "appraisal.period", card.period().key(),
                time.shortDay(card.period().from().plusSeconds(43_200), reader),
                time.shortDay(card.period().until().minusSeconds(43_200), reader));
    }

    private String beside(@Nullable Beside beside, Reader reader) {
        return beside != null && beside.card().score().isPresent()
                ? say(reader, "appraisal.beside", beside.name(),
                        number(beside.card().score().getAsDouble(), reader.locale()))
                : say(reader, "appraisal.alone");
    }

    private static String name(@Nullable Beside beside) {
        return beside == null ? "" : beside.name();
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

    private FigureView figure(Figure figure, @Nullable Beside beside, Reader reader) {
        Measure measure = figure.measure();
        Figure other = beside == null ? null : beside.card().figure(measure);
        Double mean = other == null || other.counted() == 0 ? null : other.value();
        boolean complaints = measure == Measure.VALID_COMPLAINTS;
        boolean none = figure.counted() == 0 && !complaints;
        String value = none ? "–" : value(figure, reader.locale());
        double low = figure.interval().low();
        double high = figure.interval().high();
        return new FigureView(measure.name(), say(reader, "appraisal." + measure),
                complaints ? null : say(reader, "appraisal.basis." + measure, figure.good(), figure.counted()), value,
                complaints || none
                        ? null
                        : new Bar(percent(low), percent(high - low), percent(high), percent(figure.value()),
                                mean == null ? null : percent(mean),
                                say(reader, "appraisal.spoken", value, number(low, reader.locale()),
                                        number(high, reader.locale()))),
                figure.few(), complaints ? "" : say(reader, note(figure, mean), name(beside)),
                say(reader, figure.few() ? "appraisal.weight.out" : "appraisal.weight",
                        number(figure.weight(), reader.locale()), figure.counted()),
                figure.weight() > 0);
    }

    private static String note(Figure figure, @Nullable Double mean) {
        if (figure.few()) {
            return "appraisal.notCounted";
        }
        if (mean == null) {
            return "appraisal.counted";
        }
        if (mean >= figure.interval().low() && mean <= figure.interval().high()) {
            return "appraisal.noDifference";
        }
        return figure.value() > mean ? "appraisal.better" : "appraisal.worse";
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

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", Math.clamp(value, 0, 100));
    }

    private String say(Reader reader, String key, Object... words) {
        return texts.getMessage(key, words, reader.locale());
    }

    /** What figures are compared with: those of the unit above, by its name. */
    record Beside(String name, Scorecard card) {}

    /**
     * @param score null where nothing counts yet
     * @param legend what the drawing of a figure means
     */
    record CardView(String period, String label, @Nullable String score, String beside, Plate plate, String legend,
            List<FigureView> figures, String rules, @Nullable Sum sum) {}

    /**
     * @param basis what it rests on; null for a plain count
     * @param bar how sure it is; null where there is nothing to draw
     * @param few whether it is left out of the sum
     */
    record FigureView(String measure, String name, @Nullable String basis, String value, @Nullable Bar bar, boolean few,
            String note, String weight, boolean weighs) {}

    /** Positions on the scale; mean is that of the unit above, null where there is none. */
    record Bar(String low, String width, String high, String at, @Nullable String mean, String spoken) {}

    /** The sum, written out; less is what valid complaints take off. */
    record Sum(String mean, @Nullable String less, String score) {}
}
