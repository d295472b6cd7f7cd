package io.pledge.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Calendars that know no holiday in a year into which promises fall: somebody forgot to enter them, and customers would be promised
 * times at which nobody works.
 */
@Component
public class HolidayGaps {
    private static final Logger LOG = LoggerFactory.getLogger(HolidayGaps.class);
    /** Promises reach that far; so much before New Year the next year is looked at, too. */
    private static final Duration AHEAD = Duration.ofDays(60);

    private final PoliciesInForce inForce;
    private final Clock clock;

    HolidayGaps(PoliciesInForce inForce, Clock clock) {
        this.inForce = inForce;
        this.clock = clock;
    }

    /** @param years without a holiday, of those that promises made now reach */
    public record Gap(String calendar, List<Integer> years) {}

    /** The calendars in force that lack a year, by name; a calendar that never closes lacks none. */
    public List<Gap> at(Instant now) {
        return inForce.calendars().stream()
                .map(calendar -> new Gap(calendar.name(), calendar.yearsWithoutHolidays(now, now.plus(AHEAD))))
                .filter(gap -> !gap.years.isEmpty()).toList();
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        at(clock.instant()).forEach(gap -> LOG.warn("The calendar '{}' knows no holidays in {}", gap.calendar,
                gap.years));
    }
}
