package io.pledge.sla;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.CalendarFiles;
import io.pledge.config.ConfigFolder;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;
import io.pledge.ticket.TicketKind;

/** The policies and calendars that new promises are made under, read and checked at the start. */
@Component
class PoliciesInForce {
    private final Policies policies;
    private final Calendars calendars;

    private final Units units;

    PoliciesInForce(ConfigFolder folder, Versions versions, Units units) {
        this.units = units;
        var file = folder.file("sla-policies.yml");
        calendars = new Calendars(CalendarFiles.read(folder.file("calendars")), versions);
        policies = new Policies(versions.keep("policies", text(file)), PolicyFile.read(file));
    }

    /** Once the organisation is known: a unit whose calendar is missing stops the start. */
    @EventListener(ContextRefreshedEvent.class)
    void requireCalendars() {
        units.all().forEach(this::requireCalendar);
    }

    /** What a ticket with these traits is promised. */
    Terms terms(TicketKind kind, Traits traits, ServiceUnit home) {
        return under(policies, kind, traits, home);
    }

    /** What other policies would promise on the calendars in force; nothing where one of the calendars is gone. */
    Optional<Terms> terms(Policies other, TicketKind kind, Traits traits, ServiceUnit home) {
        boolean known = Stream.of(home.calendar(), Optional.ofNullable(traits.calendar()).orElse(home.calendar()))
                .allMatch(calendars.names()::contains);
        return known ? Optional.of(under(other, kind, traits, home)) : Optional.empty();
    }

    /** The versions under which new promises are made. */
    Set<Long> versions() {
        return Stream.concat(Stream.of(policies.version()),
                calendars.names().stream().map(name -> calendars.inForce(name).version())).collect(Collectors.toSet());
    }

    /** The calendars in force, by name. */
    List<BusinessCalendar> calendars() {
        return calendars.names().stream().sorted().map(name -> calendars.inForce(name).calendar()).toList();
    }

    /** The calendar in force of this name. */
    BusinessCalendar calendar(String name) {
        return calendars.inForce(name).calendar();
    }

    /** The version of the policy file. */
    long policyVersion() {
        return policies.version();
    }

    private Terms under(Policies those, TicketKind kind, Traits traits, ServiceUnit home) {
        return those.terms(Policies.Asked.of(kind, traits, home.tier()), calendars,
                new Calendars.Owner(home.calendar(), traits.calendar()));
    }

    private void requireCalendar(ServiceUnit unit) {
        if (!calendars.names().contains(unit.calendar())) {
            throw new IllegalStateException("unit '%s' names the calendar '%s', which is none of %s"
                    .formatted(unit.key(), unit.calendar(), calendars.names()));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
