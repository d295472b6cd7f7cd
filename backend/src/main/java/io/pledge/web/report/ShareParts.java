package io.pledge.web.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.report.ShareCount;
import io.pledge.ticket.TicketKind;
import io.pledge.web.view.Shares;
import io.pledge.web.view.TierWords;
import io.pledge.web.view.TimeWords;

/** Turns the shares that the tiers had in resolved cases into bars whose numbers open their lists. */
@Component
class ShareParts {
    /** A share of 1, so that bars can be drawn of shares as of times. */
    private static final long WHOLE = 1_000_000;

    private final Units units;
    private final Figures figures;
    private final TierWords tiers;
    private final TimeWords words;

    ShareParts(Units units, Figures figures, TierWords tiers, TimeWords words) {
        this.units = units;
        this.figures = figures;
        this.tiers = tiers;
        this.words = words;
    }

    /**
     * What is shown.
     *
     * @param all how many cases they are together
     * @param bar of all of them; drawn only where there is one
     */
    record View(Figure all, Shares bar, List<Row> rows) {}

    /** A line. @param whole whether it is about all kinds of a unit */
    record Row(String unit, String kind, boolean whole, Figure cases, Shares bar) {}

    View of(Question question, List<ShareCount> counts, Locale locale) {
        var rows = new ArrayList<Row>();
        for (var unit : java.util.stream.Stream.concat(units.all().stream(), units.retired().stream()).toList()) {
            var parts = counts.stream().filter(count -> count.unit().equals(unit.id())).toList();
            if (!parts.isEmpty()) {
                rows.add(row(question, unit, null, parts, locale));
                Arrays.stream(TicketKind.values()).forEach(kind -> parts.stream().filter(part -> part.kind() == kind)
                        .findFirst().ifPresent(part -> rows.add(row(question, unit, kind, List.of(part), locale))));
            }
        }
        return new View(new Figure(figures.count(ShareCount.cases(counts), locale), question.shares(null), null),
                bar(tier -> ShareCount.mean(counts, tier), locale), rows);
    }

    private Row row(Question question, ServiceUnit unit, @org.jspecify.annotations.Nullable TicketKind kind,
            List<ShareCount> parts, Locale locale) {
        return new Row(unit.name(), kind == null
                ? words.say("report.shares.kinds", locale)
                : words.say("kind." + kind, locale), kind == null,
                new Figure(
                        figures.count(ShareCount.cases(parts), locale), question.at(unit).shares(kind), null),
                bar(tier -> ShareCount.mean(parts, tier), locale));
    }

    /** @param share of each tier, from 0 to 1 */
    Shares bar(ToDoubleFunction<Tier> share, Locale locale) {
        var measures = Arrays.stream(Tier.values()).filter(tier -> share.applyAsDouble(tier) > 0)
                .map(tier -> new Shares.Measure(Shares.Kind.valueOf(tier.name()),
                        Duration.ofMillis(Math.round(share.applyAsDouble(tier) * WHOLE)),
                        words.say("report.shares.part", locale, tiers.letter(tier.name(), locale),
                                percent(share.applyAsDouble(tier), locale))))
                .toList();
        var spoken = Arrays.stream(Tier.values()).map(tier -> words.say("report.shares.part", locale,
                words.say("tier." + tier, locale), percent(share.applyAsDouble(tier), locale)))
                .collect(Collectors.joining(words.say("list.separator", locale)));
        return Shares.of(measures, spoken);
    }

    String percent(double share, Locale locale) {
        return figures.round(share, locale);
    }
}
