package io.pledge.calendar;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CalendarJsonTests {
    @Test
    void whatIsWrittenIsReadBackAsTheSame() {
        CalendarFiles.read(Path.of("config/calendars")).values().forEach(calendar -> {
            String json = CalendarJson.toJson(calendar.spec());
            assertThat(CalendarJson.fromJson(json)).isEqualTo(calendar.spec());
            assertThat(CalendarJson.toJson(CalendarJson.fromJson(json))).isEqualTo(json);
        });
    }

    @Test
    void equalCalendarsHaveEqualTextInWhateverOrderTheyWereGiven() {
        String one = """
                     {"timezone": "Asia/Shanghai", "weekly": {"TUE": [["13:00", "18:00"], ["09:00", "12:00"]],
                      "MON": [["22:00", "06:00"]]}, "holidays": ["2026-05-01", "2026-01-01"]}""";
        String other = """
                       {"holidays": [{"date": "2026-01-01"}, {"date": "2026-05-01"}], "weekly": {"MON": [["22:00", "06:00"]],
                        "SUN": [], "TUE": [["09:00", "12:00"], ["13:00", "18:00"]]}, "timezone": "Asia/Shanghai"}""";

        assertThat(CalendarJson.toJson(CalendarJson.fromJson(one)))
                .isEqualTo(CalendarJson.toJson(CalendarJson.fromJson(other)))
                .contains("[\"22:00\",\"06:00\"]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{                                                                      |                | no JSON",
            "[]                                                                     |                | JSON object",
            "{}                                                                     | timezone       | time zone",
            "{\"timezone\": 8}                                                      | timezone       | text",
            "{\"timezone\": \"UTC\", \"hours\": 1}                                  | hours          | unknown",
            "{\"timezone\": \"UTC\", \"weekly\": []}                                | weekly         | object",
            "{\"timezone\": \"UTC\", \"weekly\": {\"XYZ\": []}}                     | weekly.XYZ     | no weekday",
            "{\"timezone\": \"UTC\", \"weekly\": {\"MON\": [[\"09:00\"]]}}          | weekly.MON     | pair",
            "{\"timezone\": \"UTC\", \"weekly\": {\"MON\": [[\"9\", \"10:00\"]]}}   | weekly.MON     | no time",
            "{\"timezone\": \"UTC\", \"weekly\": {\"MON\": [[\"09:00\",\"09:00\"]]}} | weekly.MON    | no length",
            "{\"timezone\": \"UTC\", \"holidays\": [\"x\"]}                         | holidays[0]    | no date",
            "{\"timezone\": \"UTC\", \"breaks\": {\"2026-01-01\": [[\"12:00\",\"11:00\"]]}} "
                    + "| breaks.2026-01-01 | backward"})
    void jsonThatIsNoCalendarIsRefusedAtItsPlace(String json, String place, String reason) {
        assertThatExceptionOfType(InvalidCalendar.class).isThrownBy(() -> CalendarJson.fromJson(json))
                .satisfies(invalid -> assertThat(invalid.place()).isEqualTo(place))
                .withMessageContaining(reason);
    }
}
