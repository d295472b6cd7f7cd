package io.pledge.web.report;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.stereotype.Component;

import io.pledge.report.Counted;
import io.pledge.web.view.TimeWords;

/** Says numbers, shares and stretches of days in the reader's language. */
@Component
class Figures {
    private final TimeWords words;

    Figures(TimeWords words) {
        this.words = words;
    }

    /** "1,204". */
    String count(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** "91.4 %"; a dash where nothing came due. */
    String share(Counted counted, Locale locale) {
        return counted.due() == 0 ? words.say("report.none", locale) : share(counted.share(), locale);
    }

    String share(double share, Locale locale) {
        var number = NumberFormat.getNumberInstance(locale);
        number.setMinimumFractionDigits(share == 1 || share == 0 ? 0 : 1);
        number.setMaximumFractionDigits(1);
        // 99.96 % is not all: a share below one never reads as all of them
        var percent = Math.floor(share * 1000) / 10;
        return words.say("report.percent", locale, number.format(percent));
    }

    /** "90 %": for shares that are round by themselves. */
    String round(double share, Locale locale) {
        return words.say("report.percent", locale, count(Math.round(share * 100), locale));
    }

    /** "868 of 945". */
    String of(Counted counted, Locale locale) {
        return words.say("report.of", locale, count(counted.kept(), locale), count(counted.due(), locale));
    }

    /** "24 Aug to 19 Nov 2026". */
    String days(Period period, Locale locale) {
        return period.first().equals(period.last())
                ? day("report.date.year", period.last(), locale)
                : words.say("report.days", locale, day(period.first().getYear() == period.last().getYear()
                        ? "report.date"
                        : "report.date.year", period.first(), locale), day("report.date.year", period.last(), locale));
    }

    String day(String pattern, LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(words.say(pattern, locale), locale).format(day);
    }
}
