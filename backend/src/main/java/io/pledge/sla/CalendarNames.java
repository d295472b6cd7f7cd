package io.pledge.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.NeverOpen;
import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Calendars;

/** The calendars in force, for whoever gives one to a unit or a contract. */
@Component
class CalendarNames implements Calendars {
    private final PoliciesInForce inForce;

    CalendarNames(PoliciesInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public Set<String> names() {
        return inForce.calendars().stream().map(BusinessCalendar::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isOpen(String name, Instant at) {
        return names().contains(name) && inForce.calendar(name).isOpen(at);
    }

    @Override
    public Instant after(String name, Instant from, Duration working) {
        try {
            return inForce.calendar(name).add(from, WorkingTime.ofSeconds(working.toSeconds()));
        } catch (NeverOpen _) {
            return from.plus(working);
        }
    }
}
