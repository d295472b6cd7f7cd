package io.pledge.sla;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.testing.As;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Years for which nobody has entered holidays, over the calendars of the configuration. */
@PledgeTest
@ExtendWith(OutputCaptureExtension.class)
class HolidayGapsTests {
    @Autowired
    private HolidayGaps gaps;
    @Autowired
    private MovableClock clock;
    @Autowired
    private MockMvcTester mvc;

    @Test
    void whatIsThereIsNotMissed() {
        assertThat(gaps.at(Instant.parse("2026-11-24T08:00:00Z"))).isEmpty();
    }

    @Test
    void theYearThatPromisesReachIsMissedBeforeItBegins() {
        assertThat(gaps.at(Instant.parse("2027-11-01T08:00:00Z"))).isEmpty();
        assertThat(gaps.at(Instant.parse("2027-11-24T08:00:00Z")))
                .contains(new HolidayGaps.Gap("office-hamburg", List.of(2028)))
                .extracting(HolidayGaps.Gap::calendar).doesNotContain("always");
    }

    @Test
    void aYearWithoutHolidaysIsWarnedOfInTheLog(CapturedOutput output) {
        gaps.warn();
        assertThat(output).doesNotContain("knows no holidays");
        clock.set(Instant.parse("2028-02-01T08:00:00Z"));
        gaps.warn();
        assertThat(output.getAll().lines().filter(line -> line.contains("knows no holidays")))
                .anySatisfy(line -> assertThat(line).contains("WARN", "'office-hamburg'", "[2028]"));
    }

    @Test
    void theAdministratorReadsIt() {
        clock.set(Instant.parse("2028-02-01T08:00:00Z"));
        assertThat(mvc.get().uri("/admin/policies?lang=en").with(As.person("admin"))).hasStatusOk().bodyText()
                .contains("office-hamburg knows no holidays in 2028");
        assertThat(mvc.get().uri("/admin/policies?lang=zh-CN").with(As.person("admin"))).bodyText()
                .contains("office-hamburg");
    }
}
