package io.pledge.web.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

/** Draws tier boxes and says them in words. */
@Component
public class TierWords {

    private static final List<String> TIERS = List.of("LOCAL", "REGIONAL", "HEADQUARTERS");

    private final TimeWords words;

    TierWords(TimeWords words) {
        this.words = words;
    }

    /**
     * The boxes for a case by what each tier has to do with it.
     *
     * @param marks local, regional, headquarters, in this order
     */
    public TierBoxes boxes(List<TierBoxes.Mark> marks, Locale locale) {
        var boxes = IntStream.range(0, TIERS.size())
                .mapToObj(tier -> new TierBoxes.Box(letter(TIERS.get(tier), locale), marks.get(tier)))
                .toList();
        var spoken = IntStream.range(0, TIERS.size())
                .filter(tier -> marks.get(tier) != TierBoxes.Mark.UNTOUCHED)
                .mapToObj(tier -> said(TIERS.get(tier), marks.get(tier), locale))
                .collect(Collectors.joining(words.say("list.separator", locale)));
        return new TierBoxes(boxes, spoken);
    }

    /** The letter of a tier, such as L or 本. */
    public String letter(String tier, Locale locale) {
        return words.say("tier." + tier + ".letter", locale);
    }

    private String said(String tier, TierBoxes.Mark mark, Locale locale) {
        var name = words.say("tier." + tier, locale);
        return words.say("tier.mark." + mark, locale, name);
    }
}
