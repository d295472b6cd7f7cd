package io.pledge.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.pledge.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CalendarFilesTests {
    @TempDir
    Path folder;

    @Test
    void theCalendarsThatComeWithTheHouseAreRead() {
        var calendars = CalendarFiles.read(Path.of("config/calendars"));

        assertThat(calendars).containsOnlyKeys("always", "office-shanghai", "office-chengdu", "office-hamburg",
                "office-warsaw", "office-hq");
        assertThat(calendars.values()).allSatisfy(
                calendar -> assertThat(calendar.yearsWithoutHolidays(2026, 2027)).isEmpty());
        assertThat(calendars.get("office-hamburg").zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(calendars.get("office-shanghai").yearsWithoutHolidays(2025, 2028)).containsExactly(2025, 2028);
    }

    @Test
    void aWorkedWeekendHasMondaysHoursUnlessTheFileSaysOtherwise() throws IOException {
        String hours = "zone: Asia/Shanghai\nweekly:\n  mon-fri: [09:00-12:00, 13:30-18:00]\nworked-days: [2026-10-10]\n";

        BusinessCalendar mondays = read("plain", hours);
        BusinessCalendar ownHours = read("own", hours + "worked-day-hours: 10:00-12:00\n");

        assertThat(workedOn(mondays, "2026-10-10")).isEqualTo(WorkingTime.ofMinutes(450));
        assertThat(workedOn(ownHours, "2026-10-10")).isEqualTo(WorkingTime.ofHours(2));
    }

    @Test
    void datesAreClosedWorkedOrCutAsTheFileSays() throws IOException {
        BusinessCalendar calendar = read("office", """
                                                   zone: Europe/Berlin
                                                   weekly:
                                                     mon-fri: 09:00-17:00
                                                     sat: 22:00-06:00
                                                   holidays:
                                                     - 2026-06-01
                                                     - 2026-06-03..2026-06-04: Feast
                                                   exceptions:
                                                     2026-06-02: [09:00-12:00]
                                                     2026-06-05: closed
                                                   breaks:
                                                     2026-06-08: [12:00-13:00, 15:00-15:30]
                                                   """);

        assertThat(workedOn(calendar, "2026-06-01")).isEqualTo(WorkingTime.ZERO);
        assertThat(workedOn(calendar, "2026-06-02")).isEqualTo(WorkingTime.ofHours(3));
        assertThat(workedOn(calendar, "2026-06-04")).isEqualTo(WorkingTime.ZERO);
        assertThat(workedOn(calendar, "2026-06-05")).isEqualTo(WorkingTime.ZERO);
        assertThat(workedOn(calendar, "2026-06-07")).isEqualTo(WorkingTime.ofHours(6));
        assertThat(workedOn(calendar, "2026-06-08")).isEqualTo(WorkingTime.ofMinutes(390));
        assertThat(calendar.spec().holidays()).containsEntry(LocalDate.of(2026, 6, 3), "Feast");
    }

    @Test
    void anEventThatRepeatsIsAHolidayEveryYearAndACancelledOneIsNone() throws IOException {
        Files.writeString(folder.resolve("feasts.ics"), """
                                                        BEGIN:VCALENDAR
                                                        VERSION:2.0
                                                        PRODID:test
                                                        BEGIN:VEVENT
                                                        UID:1
                                                        SUMMARY:Christmas
                                                        DTSTART;VALUE=DATE:20201225
                                                        DURATION:P2D
                                                        RRULE:FREQ=YEARLY
                                                        END:VEVENT
                                                        BEGIN:VEVENT
                                                        UID:2
                                                        SUMMARY:Cancelled
                                                        STATUS:CANCELLED
                                                        DTSTART;VALUE=DATE:20260601
                                                        END:VEVENT
                                                        END:VCALENDAR
                                                        """.replace("\n", "\r\n"));

        BusinessCalendar calendar = read("office",
                "zone: UTC\nweekly:\n  mon-sun: 09:00-17:00\nholidays: [feasts.ics]\n");

        assertThat(calendar.spec().holidays()).containsKeys(LocalDate.of(2026, 12, 25), LocalDate.of(2040, 12, 26))
                .doesNotContainKey(LocalDate.of(2026, 6, 1));
    }

    @Test
    void theOfficialChineseCalendarIsReadAsItIsInBothItsForms() throws IOException {
        Path json = SharedFolder.require("data/holidays/holiday-cn/2026.json").toAbsolutePath();
        Path ics = SharedFolder.require("data/holidays/holiday-cn/holiday-cn.ics").toAbsolutePath();
        String hours = "zone: Asia/Shanghai\nweekly:\n  mon-fri: [09:00-12:00, 13:30-18:00]\nholidays: ";

        BusinessCalendar fromJson = read("from-json", hours + "['" + json + "']\n");
        BusinessCalendar fromIcs = read("from-ics", hours + "['" + ics + "']\n");

        Instant newYear = OffsetDateTime.parse("2026-01-01T00:00:00+08:00").toInstant();
        Instant nextYear = OffsetDateTime.parse("2027-01-01T00:00:00+08:00").toInstant();
        assertThat(fromIcs.stretches(newYear, nextYear)).isEqualTo(fromJson.stretches(newYear, nextYear));
        assertThat(workedOn(fromIcs, "2026-02-14")).isEqualTo(WorkingTime.ofMinutes(450));
        assertThat(workedOn(fromIcs, "2026-02-17")).isEqualTo(WorkingTime.ZERO);
        var house = CalendarFiles.read(Path.of("config/calendars")).get("office-shanghai");
        assertThat(house.stretches(newYear, nextYear)).isEqualTo(fromJson.stretches(newYear, nextYear));
    }

    @Test
    void aYearPublishedWithoutDaysLacksHolidayData() throws IOException {
        Path json = SharedFolder.require("data/holidays/holiday-cn/2027.json").toAbsolutePath();

        BusinessCalendar calendar = read("office",
                "zone: Asia/Shanghai\nweekly:\n  mon-fri: 09:00-17:00\nholidays: ['" + json + "']\n");

        assertThat(calendar.yearsWithoutHolidays(2027, 2027)).containsExactly(2027);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "zone: Mars/Olympus\\nweekly: {}                                | 1 | no IANA time zone",
            "zone: UTC+8\\nweekly: {}                                       | 1 | no IANA time zone",
            "weekly: {}                                                     | 1 | names no zone",
            "zone: UTC\\nweekly:\\n  mon: 09:00-09:00                       | 3 | no length",
            "zone: UTC\\nweekly:\\n  mon: [09:00-12:00, 11:00-13:00]        | 3 | overlap",
            "zone: UTC\\nweekly:\\n  mon: 22:00-06:00\\n  tue: 05:00-13:00  | 4 | overlaps",
            "zone: UTC\\nweekly:\\n  mon-fri: 09:00-17:00\\n  wed: closed    | 4 | has hours already",
            "zone: UTC\\nweekly:\\n  mon: 09:00-17:00\\n  mon: 09:00-17:00  | 4 | a second time",
            "zone: UTC\\nweekly:\\n  moonday: 09:00-17:00                   | 3 | no weekday",
            "zone: UTC\\nweekly:\\n  mon: 09:00-25:00                       | 3 | no time between",
            "zone: UTC\\nweekly:\\n  mon: 09:00-24:01                       | 3 | later than 24:00",
            "zone: UTC\\nweekly:\\n  mon: soon                              | 3 | no pair of times",
            "zone: UTC\\nweekly:\\n  mon: {from: 9}                         | 3 | hours are written",
            "zone: UTC\\nholidays:\\n  - 2026-02-30                         | 3 | no date",
            "zone: UTC\\nholidays:\\n  - 2026-01-01: A\\n  - 2026-01-x: B   | 4 | no date",
            "zone: UTC\\nholidays: [2026-01-03..2026-01-01]                 | 2 | backward",
            "zone: UTC\\nholidays:\\n  - absent.ics                         | 3 | cannot be read",
            "zone: UTC\\nbreaks:\\n  2026-01-01: 13:00-12:00                | 3 | backward",
            "zone: UTC\\nopening: 9                                         | 2 | unknown",
            "zone: UTC\\nweekly: [a                                         | 2 | not well formed",
            "zone: UTC\\nweekly: {}                                              | 2 | never opens",
            "zone: UTC\\nweekly:\\n  mon-fri: closed                          | 3 | never opens",
            "zone: UTC\\nholidays: [2026-01-01]                               | 1 | never opens",
            "zone: UTC\\nweekly:\\n  mon: 24:00-09:00                         | 3 | hours start between",
            "zone: UTC\\nholidays: [2026-01-01..2999-01-01]                  | 2 | longer than a year",
            "zone: UTC\\nweekly:\\n  mon: &h 09:00-17:00\\n  tue: *h        | 4 | no pair of times",
            "zone: UTC\\nweekly: *nobody                                     | 2 | here stand pairs",
            "''                                                             | 1 | empty",
            "just words                                                     | 1 | key: value"})
    void aFileThatMakesNoSenseIsRefusedWithFileLineAndReason(String text, int line, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yml"), text.strip().replace("\\n", "\n"));

        assertThatExceptionOfType(InvalidCalendar.class).isThrownBy(() -> CalendarFiles.read(folder))
                .satisfies(invalid -> {
                    assertThat(invalid.file()).isEqualTo(file.toString());
                    assertThat(invalid.line()).isEqualTo(line);
                    assertThat(invalid).hasMessageContaining(reason);
                });
    }

    @Test
    void aWrongHolidayFileIsNamedItself() throws IOException {
        Path json = Files.writeString(folder.resolve("days.json"),
                "{\"days\": [\n{\"name\": \"A\", \"date\": \"2026-01-01\", \"isOffDay\": true},\n{\"name\": \"B\"}]}");
        Path ics = Files.writeString(folder.resolve("days.ics"), "BEGIN:VCALENDAR\r\nnonsense\r\n");
        Path timed = Files.writeString(folder.resolve("timed.ics"), "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
                + "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");

        Path noDate = Files.writeString(folder.resolve("no-date.ics"), event("DTSTART;VALUE=DATE:2026-02-x"));
        Path everySecond = Files.writeString(folder.resolve("every-second.ics"),
                event("DTSTART;VALUE=DATE:20260201\r\nRRULE:FREQ=SECONDLY"));
        Path noText = Files.write(folder.resolve("no-text.ics"), new byte[]{'B', (byte) 0xff});
        Path inside = Files.createDirectory(folder.resolve("folder.ics"));

        for (Path wrong : List.of(json, ics, timed, noDate, everySecond, noText, inside)) {
            assertThatExceptionOfType(InvalidCalendar.class)
                    .isThrownBy(() -> read("office", "zone: UTC\nholidays: [" + wrong.getFileName() + "]\n"))
                    .satisfies(invalid -> assertThat(invalid.file()).isEqualTo(wrong.toString()));
        }
    }

    @Test
    void anEventWithoutAnEndIsNamedWithItsLine() throws IOException {
        Path ics = Files.writeString(folder.resolve("days.ics"),
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VCALENDAR\r\n");

        assertThatExceptionOfType(InvalidCalendar.class)
                .isThrownBy(() -> read("office", "zone: UTC\nholidays: [days.ics]\n"))
                .satisfies(invalid -> {
                    assertThat(invalid.file()).isEqualTo(ics.toString());
                    assertThat(invalid.line()).isEqualTo(6);
                });
    }

    @Test
    void whatIsNoTextIsNamed() throws IOException {
        Path bytes = Files.write(folder.resolve("bytes.yml"), new byte[]{'z', (byte) 0xff});
        refused(bytes, "no text in UTF-8");
        Path huge = Files.write(folder.resolve("bytes.yml"), new byte[(4 << 20) + 1]);
        refused(huge, "larger than 4 MB");
        Files.delete(huge);
        refused(Files.createDirectory(folder.resolve("folder.yml")), "this is a folder");
    }

    private void refused(Path file, String reason) {
        assertThatExceptionOfType(InvalidCalendar.class).isThrownBy(() -> CalendarFiles.read(folder))
                .satisfies(invalid -> {
                    assertThat(invalid.file()).isEqualTo(file.toString());
                    assertThat(invalid.reason()).contains(reason);
                });
    }

    private static String event(String when) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n" + when
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path absent = folder.resolve("absent");

        assertThatExceptionOfType(InvalidCalendar.class).isThrownBy(() -> CalendarFiles.read(absent))
                .withMessageContaining(absent.toString());
    }

    private BusinessCalendar read(String name, String text) throws IOException {
        return BusinessCalendar.of(CalendarFiles.readOne(Files.writeString(folder.resolve(name + ".yml"), text)));
    }

    private static WorkingTime workedOn(BusinessCalendar calendar, String date) {
        LocalDate day = LocalDate.parse(date);
        return calendar.between(day.atStartOfDay(calendar.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    }
}
