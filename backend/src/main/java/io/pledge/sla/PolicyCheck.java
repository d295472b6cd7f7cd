package io.pledge.sla;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.NeverOpen;
import io.pledge.calendar.WorkingTime;
import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigFolder;
import io.pledge.config.ConfigNode;
import io.pledge.config.ConfigurationInvalid;
import io.pledge.customer.Customers;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;

/** Whether policies and calendars, each of which makes sense, make sense together and for those whom they are meant for. */
@Component
class PolicyCheck {
    private static final String ORGANISATION = "organisation.yml";
    private static final String CALENDARS = "calendars";

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
        customers.contractCalendars().forEach(name -> requireCalendarOfAContract(name, names));
        calendars.forEach(calendar -> requireDue(calendar, lines));
    }

    private void requireCalendarOf(ServiceUnit unit, Set<String> names) {
        if (!names.contains(unit.calendar())) {
            var reason = missing("unit '%s'".formatted(unit.key()), unit.calendar(), names);
            throw saidBy(ORGANISATION, top -> lineOf(unit, top).map(line -> line.fail("calendar", reason)))
                    .orElseGet(() -> new ConfigurationInvalid(folder.file(CALENDARS), 0, reason));
        }
    }

    private void requireCalendarOfAContract(String calendar, Set<String> names) {
        if (!names.contains(calendar)) {
            throw new ConfigurationInvalid(folder.file(CALENDARS), 0, missing("a contract", calendar, names));
        }
    }

    private static String missing(String who, String calendar, Set<String> names) {
        return "%s names the calendar '%s', which is none of %s".formatted(who, calendar, names);
    }

    /** A unit's line in the file, where that says what the unit has; what was changed on the page stands in no file. */
    private static Optional<ConfigNode> lineOf(ServiceUnit unit, ConfigNode top) {
        return top.list("units").stream().filter(line -> line.text("key").equals(unit.key())
                && line.text("calendar").equals(unit.calendar())).findFirst();
    }

    private void requireDue(BusinessCalendar calendar, Collection<Policies.Line> lines) {
        var longest = lines.stream().flatMap(line -> line.targets().values().stream())
                .map(Policies.Allowance::time).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        try {
            calendar.add(clock.instant(), WorkingTime.ofSeconds(longest.toSeconds()));
        } catch (NeverOpen never) {
            var file = "%s/%s.yml".formatted(CALENDARS, calendar.name());
            var reason = "a promise of %s would never come due: the calendar has not so many hours".formatted(longest);
            throw saidBy(file, top -> Optional.of(top.fail("weekly", reason)))
                    .orElseGet(() -> new ConfigurationInvalid(folder.file(file), 0, reason));
        }
    }

    /** The complaint with its place in a file; nothing where that cannot be read, which is complained about elsewhere. */
    private Optional<ConfigurationInvalid> saidBy(String file,
            Function<ConfigNode, Optional<ConfigurationInvalid>> complaint) {
        try {
            return complaint.apply(ConfigFile.read(folder.file(file)));
        } catch (ConfigurationInvalid _) {
            return Optional.empty();
        }
    }
}
