package io.pledge.web.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static io.pledge.web.view.Look.HAMBURG;
import static io.pledge.web.view.Look.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;

class TimeWordsTest {

    private static final Locale EN = Locale.ENGLISH;
    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

    private final TimeWords time = Look.time();

    @Test
    void whatIsLeftIsSaidInMinutesHoursAndDays() {
        assertThat(time.left(Duration.ofMinutes(18), EN)).isEqualTo("18 min left");
        assertThat(time.left(Duration.ofMinutes(138), EN)).isEqualTo("2 h 18 left");
        assertThat(time.left(Duration.ofMinutes(65), EN)).isEqualTo("1 h 05 left");
        assertThat(time.left(Duration.ofHours(26), EN)).isEqualTo("1 d 2 h left");
        assertThat(time.left(Duration.ofMinutes(18), ZH)).isEqualTo("剩 18 分钟");
        assertThat(time.left(Duration.ofMinutes(138), ZH)).isEqualTo("剩 2 小时 18 分");
        assertThat(time.left(Duration.ofHours(26), ZH)).isEqualTo("剩 1 天 2 小时");
    }

    @Test
    void aStartedMinuteIsStillLeftButNotYetOverdue() {
        assertThat(time.left(Duration.ofSeconds(61), EN)).isEqualTo("2 min left");
        assertThat(time.left(Duration.ofSeconds(3), EN)).isEqualTo("1 min left");
        assertThat(time.overdue(Duration.ofSeconds(119), EN)).isEqualTo("1 min overdue");
    }

    @Test
    void lateAndEarlyAndOverdueAreSaidInBothLanguages() {
        assertThat(time.late(Duration.ofMinutes(22), EN)).isEqualTo("Came 22 min late");
        assertThat(time.late(Duration.ofMinutes(22), ZH)).isEqualTo("迟到 22 分钟");
        assertThat(time.early(Duration.ofMinutes(10), EN)).isEqualTo("10 min early");
        assertThat(time.early(Duration.ofMinutes(10), ZH)).isEqualTo("提前 10 分钟");
        assertThat(time.overdue(Duration.ofMinutes(65), EN)).isEqualTo("1 h 05 overdue");
        assertThat(time.overdue(Duration.ofMinutes(65), ZH)).isEqualTo("已超时 1 小时 05 分");
    }

    @Test
    void whatCameSecondsLateIsNotCalledZeroMinutesLate() {
        assertThat(time.late(Duration.ofSeconds(12), EN)).isEqualTo("Came 1 min late");
    }

    @Test
    void theDayIsSaidAsTheReaderWouldSayIt() {
        var now = Look.NOW;
        assertThat(time.day(now, HAMBURG)).isEqualTo("today, Thursday 19 November");
        assertThat(time.day(now, SHANGHAI)).isEqualTo("今天，11月19日（星期四）");
        assertThat(time.day(now.plus(Duration.ofDays(1)), HAMBURG)).isEqualTo("tomorrow, Friday 20 November");
        assertThat(time.day(now.minus(Duration.ofDays(1)), SHANGHAI)).isEqualTo("昨天，11月18日（星期三）");
        assertThat(time.day(now.plus(Duration.ofDays(60)), HAMBURG)).isEqualTo("Monday 18 January 2027");
    }

    @Test
    void midnightDividesDaysInTheReadersZone() {
        var evening = Instant.parse("2026-11-19T16:30:00Z");
        assertThat(time.day(evening, HAMBURG)).startsWith("today");
        assertThat(time.day(evening, SHANGHAI)).startsWith("明天");
    }

    @Test
    void momentsNameTheDayOnlyWhenItIsAnother() {
        assertThat(time.moment(Instant.parse("2026-11-19T13:30:00Z"), HAMBURG)).isEqualTo("14:30");
        assertThat(time.moment(Instant.parse("2026-11-20T08:00:00Z"), HAMBURG)).isEqualTo("Fri 09:00");
        assertThat(time.moment(Instant.parse("2026-11-20T01:00:00Z"), SHANGHAI)).isEqualTo("周五 09:00");
        assertThat(time.moment(Instant.parse("2026-11-26T08:00:00Z"), HAMBURG)).isEqualTo("26 Nov 09:00");
        assertThat(time.moment(Instant.parse("2026-11-18T08:00:00Z"), HAMBURG)).isEqualTo("18 Nov 09:00");
    }

    @Test
    void momentsReadWithinASentence() {
        assertThat(time.momentInSentence(Instant.parse("2026-11-19T15:30:00Z"), HAMBURG)).isEqualTo("16:30 today");
        assertThat(time.momentInSentence(Instant.parse("2026-11-20T12:00:00Z"), HAMBURG)).isEqualTo("13:00 tomorrow");
        assertThat(time.momentInSentence(Instant.parse("2026-11-26T08:00:00Z"), HAMBURG))
                .isEqualTo("09:00 on Thursday 26 November");
        assertThat(time.momentInSentence(Instant.parse("2026-11-20T05:00:00Z"), SHANGHAI)).isEqualTo("明天 13:00");
    }

    @Test
    void everyZoneHasWords() {
        assertThat(time.zone(ZoneId.of("Asia/Shanghai"), EN)).isEqualTo("Shanghai time");
        assertThat(time.zone(ZoneId.of("Asia/Shanghai"), ZH)).isEqualTo("北京时间");
        assertThat(time.zone(ZoneId.of("America/Sao_Paulo"), EN)).isEqualTo("Sao Paulo time");
        assertThat(time.zone(ZoneId.of("America/Sao_Paulo"), ZH)).isEqualTo("巴西利亚时间");
        assertThat(time.zone(ZoneId.of("Z"), EN)).isEqualTo("universal time");
    }

    @Test
    void listenersGetDateTimeAndZone() {
        assertThat(time.spoken(Look.NOW, HAMBURG)).isEqualTo("Thursday 19 November 2026, 14:12, Berlin time");
        assertThat(time.spoken(Look.NOW, SHANGHAI)).isEqualTo("2026年11月19日（星期四）21:12，北京时间");
    }
}
