package io.pledge.web.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says times, days, zones and spans in the reader's language. All spans are on the wall clock, in whole minutes. */
@Component
public class TimeWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int DAYS_NAMED_BY_WEEKDAY = 6;

    private final MessageSource messages;

    TimeWords(MessageSource messages) {
        this.messages = messages;
    }

    /** "2 h 18 left". A started minute still counts as left. */
    public String left(Duration duration, Locale locale) {
        return said("time.left", roundedUp(duration), locale);
    }

    /** "22 min overdue". Only full minutes count as overdue. */
    public String overdue(Duration duration, Locale locale) {
        return said("time.over", duration.toMinutes(), locale);
    }

    /** "Came 22 min late". */
    public String late(Duration duration, Locale locale) {
        return said("time.late", Math.max(1, duration.toMinutes()), locale);
    }

    /** "10 min early". */
    public String early(Duration duration, Locale locale) {
        return said("time.early", duration.toMinutes(), locale);
    }

    /** "2 h 18", a span without saying what it is. */
    public String span(Duration duration, Locale locale) {
        return said("time.span", duration.toMinutes(), locale);
    }

    /** "40 h 00", a span of working time: hours do not become days, since nobody knows how long a day of work is. */
    public String working(Duration duration, Locale locale) {
        long minutes = duration.toMinutes();
        return minutes < 60
                ? say("time.span.minutes", locale, String.valueOf(minutes))
                : say("time.span.hours", locale, String.valueOf(minutes / 60), "%02d".formatted(minutes % 60));
    }

    /** "14:30", in 24 hours. */
    public String time(Instant instant, ZoneId zone) {
        return CLOCK.format(instant.atZone(zone));
    }

    /** "today, Thursday 19 November", and with the year where it is another one. */
    public String day(Instant instant, Reader reader) {
        var day = reader.dayOf(instant);
        var date = date(day, reader);
        return switch ((int) ChronoUnit.DAYS.between(reader.today(), day)) {
            case -1 -> say("time.yesterday", reader.locale(), date);
            case 0 -> say("time.today", reader.locale(), date);
            case 1 -> say("time.tomorrow", reader.locale(), date);
            default -> date;
        };
    }

    /** "14:30" today, "Fri 09:00" within the week, else "26 Nov 09:00": for tables and ledgers. */
    public String moment(Instant instant, Reader reader) {
        var day = shortDay(instant, reader);
        var time = time(instant, reader.zone());
        return day.isEmpty() ? time : day + " " + time;
    }

    /** "Fri" or "26 Nov"; nothing for today. */
    public String shortDay(Instant instant, Reader reader) {
        var day = reader.dayOf(instant);
        var distance = ChronoUnit.DAYS.between(reader.today(), day);
        if (distance == 0) {
            return "";
        }
        var pattern = distance > 0 && distance <= DAYS_NAMED_BY_WEEKDAY ? "time.pattern.weekday" : "time.pattern.short";
        return formatted(pattern, day, reader.locale());
    }

    /** "16:30 today", "13:00 tomorrow", "09:00 on Thursday 26 November": within a sentence. */
    public String momentInSentence(Instant instant, Reader reader) {
        var time = time(instant, reader.zone());
        var day = reader.dayOf(instant);
        return switch ((int) ChronoUnit.DAYS.between(reader.today(), day)) {
            case 0 -> say("time.at.today", reader.locale(), time);
            case 1 -> say("time.at.tomorrow", reader.locale(), time);
            default -> say("time.at.day", reader.locale(), time, date(day, reader));
        };
    }

    /** "Shanghai time", after the zone's city; in Chinese "北京时间". */
    public String zone(ZoneId zone, Locale locale) {
        var id = zone.getId();
        var city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        var key = "zone." + id.replace('/', '.');
        var general = zone.getDisplayName(TextStyle.FULL, locale);
        var fallback = say("zone.other", locale, city, general);
        var own = messages.getMessage(key, null, fallback, locale);
        return own == null ? fallback : own;
    }

    /** "Thursday 19 November 2026, 14:30, Shanghai time": complete, for those who listen. */
    public String spoken(Instant instant, Reader reader) {
        var date = formatted("time.pattern.year", reader.dayOf(instant), reader.locale());
        return say(
                "time.spoken",
                reader.locale(),
                date,
                time(instant, reader.zone()),
                zone(reader.zone(), reader.locale()));
    }

    /** A message of the bundles; its arguments are words already. */
    public String say(String key, Locale locale, Object... words) {
        return messages.getMessage(key, words, locale);
    }

    private String date(LocalDate day, Reader reader) {
        var sameYear = day.getYear() == reader.today().getYear();
        return formatted(sameYear ? "time.pattern.day" : "time.pattern.year", day, reader.locale());
    }

    private String formatted(String key, LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(say(key, locale), locale).format(day);
    }

    private String said(String prefix, long minutes, Locale locale) {
        var hours = minutes / 60;
        if (minutes < 60) {
            return say(prefix + ".minutes", locale, String.valueOf(minutes));
        }
        if (hours < 24) {
            return say(prefix + ".hours", locale, String.valueOf(hours), "%02d".formatted(minutes % 60));
        }
        return say(prefix + ".days", locale, String.valueOf(hours / 24), String.valueOf(hours % 24));
    }

    private static long roundedUp(Duration duration) {
        return duration.plusMinutes(1).minusNanos(1).toMinutes();
    }
}
