package io.pledge.sla;

import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.customer.KnownCalendars;

/** Tells those who enter contracts which calendars are in force. */
@Component
class CalendarNames implements KnownCalendars {
    private final PoliciesInForce inForce;

    CalendarNames(PoliciesInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public Set<String> names() {
        return inForce.calendars().stream().map(BusinessCalendar::name).collect(Collectors.toUnmodifiableSet());
    }
}
