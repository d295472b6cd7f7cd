package io.pledge.web.organisation;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Calendars;
import io.pledge.organisation.Person;
import io.pledge.organisation.Role;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.web.view.Option;
import io.pledge.web.view.TimeWords;

/** What can be chosen in the forms of units and people. */
@Component
class OrganisationChoices {
    private final Units units;
    private final Staff staff;
    private final Calendars calendars;
    private final TimeWords words;

    OrganisationChoices(Units units, Staff staff, Calendars calendars, TimeWords words) {
        this.units = units;
        this.staff = staff;
        this.calendars = calendars;
        this.words = words;
    }

    List<Option> units() {
        return units.all().stream().map(unit -> Option.of(unit.key(), unit.name())).toList();
    }

    /** Under which units there can be others. */
    List<Option> parents() {
        return units.all().stream().filter(unit -> unit.tier() != Tier.LOCAL)
                .map(unit -> Option.of(unit.key(), unit.name())).toList();
    }

    /** Who may stand in for somebody: everybody else. */
    List<Option> deputies(@Nullable Person person) {
        return staff.all().stream().filter(other -> person == null || !other.id().equals(person.id()))
                .map(other -> Option.of(other.username(), other.name())).toList();
    }

    List<Option> calendars() {
        return calendars.names().stream().sorted().map(name -> Option.of(name, name)).toList();
    }

    /** Zones by place, without those that only have other names for the same. */
    List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone
                        .matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted().toList();
    }

    List<Option> languages(Locale locale) {
        return Stream.of("en", "zh-CN")
                .map(tag -> Option.of(tag, Locale.forLanguageTag(tag).getDisplayLanguage(locale))).toList();
    }

    List<Option> roles(Locale locale) {
        return Stream.of(Role.values()).map(role -> Option.of(role.name(), words.say("role." + role, locale)))
                .toList();
    }
}
