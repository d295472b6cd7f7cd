package io.pledge.sla;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.NeverOpen;
import io.pledge.calendar.WorkingTime;
import io.pledge.config.ConfigFolder;
import io.pledge.config.ConfigurationInvalid;
import io.pledge.customer.Customers;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;

/** Whether policies and calendars, each of which makes sense, make sense together and for those whom they are meant for. */
@Component
class PolicyCheck {
    private final ConfigFolder folder;
    private final Units units;
    private final Customers customers;
    private final Clock clock;

    PolicyCheck(ConfigFolder folder, Units units, Customers customers, Clock clock) {
        this.folder = folder;
        this.units = units;
        this.customers = customers;
        this.clock = clock;
    }

    /** @throws ConfigurationInvalid where somebody's calendar is missing, or a promise would never come due */
    void require(Collection<Policies.Line> lines, Collection<BusinessCalendar> calendars) {
        var names = calendars.stream().map(BusinessCalendar::name).collect(Collectors.toCollection(TreeSet::new));
        units.all().forEach(unit -> requireCalendarOf(unit, names));
        customers.contractCalendars().forEach(name -> requireCalendar("a contract", name, names));
        calendars.forEach(calendar -> requireDue(calendar, lines));
    }

    private void requireCalendarOf(ServiceUnit unit, Set<String> names) {
        requireCalendar("unit '%s'".formatted(unit.key()), unit.calendar(), names);
    }

    private void requireCalendar(String who, String calendar, Set<String> names) {
        if (!names.contains(calendar)) {
            throw new ConfigurationInvalid(folder.file("calendars"), 0,
                    "%s names the calendar '%s', which is none of %s".formatted(who, calendar, names));
        }
    }

    private void requireDue(BusinessCalendar calendar, Collection<Policies.Line> lines) {
        var longest = lines.stream().flatMap(line -> line.targets().values().stream())
                .map(Policies.Allowance::time).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        try {
            calendar.add(clock.instant(), WorkingTime.ofSeconds(longest.toSeconds()));
        } catch (NeverOpen never) {
            throw new ConfigurationInvalid(folder.file("calendars").resolve(calendar.name() + ".yml"), 0,
                    "a promise of %s would never come due: the calendar has not so many hours".formatted(longest));
        }
    }
}
