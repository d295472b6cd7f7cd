package io.pledge.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.customer.CustomerImport;
import io.pledge.customer.CustomerPlan;
import io.pledge.customer.Customers;
import io.pledge.customer.Recognised;
import io.pledge.organisation.OrganisationImport;
import io.pledge.organisation.OrganisationPlan;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;

/** The customer, units and people that a log needs, brought in by the mapping. Doing it twice changes nothing. */
@Component
class ReplayCast {
    /** A calendar that is always there: the log says nothing of office hours. */
    private static final String CALENDAR = "always";

    private final OrganisationImport organisation;
    private final CustomerImport customerImport;
    private final Units units;
    private final Staff staff;
    private final Customers customers;

    ReplayCast(OrganisationImport organisation, CustomerImport customerImport, Units units, Staff staff,
            Customers customers) {
        this.organisation = organisation;
        this.customerImport = customerImport;
        this.units = units;
        this.staff = staff;
        this.customers = customers;
    }

    /**
     * Who acts in a replay.
     *
     * @param teams by the team's name in the log, the person who stands for it and the unit it sits in
     */
    record Players(ServiceUnit intake, Recognised caller, Map<String, Team> teams, Map<UnitId, PersonId> heads) {

        /** Who acts for a team in a unit: the team itself where it sits there, otherwise the unit's head. */
        PersonId person(@Nullable String team, UnitId unit) {
            var found = team == null ? null : teams.get(team);
            return found != null && found.unit().equals(unit) ? found.person() : head(unit);
        }

        private PersonId head(UnitId unit) {
            return Optional.ofNullable(heads.get(unit)).orElseThrow();
        }
    }

    record Team(PersonId person, UnitId unit) {}

    Players bring(LogMapping mapping) {
        organisation.apply("replay:" + mapping.owner().key(), new OrganisationPlan(
                mapping.units().stream().map(unit -> planned(unit, mapping)).toList(),
                mapping.units().stream().flatMap(unit -> people(unit, mapping).stream()).toList()));
        var customer = customerImport.apply(customer(mapping));
        var intake = unit(mapping.intake());
        var caller = new Recognised(customer, customers.contactsOf(customer).getFirst().id(),
                customers.sitesOf(customer).getFirst().id(), intake.id(), null, null);
        return new Players(intake, caller, teams(mapping), heads(mapping));
    }

    private Map<String, Team> teams(LogMapping mapping) {
        var teams = new HashMap<String, Team>();
        for (var unit : mapping.units()) {
            var id = unit(unit.key()).id();
            unit.teams().forEach(team -> teams.put(team, new Team(person(username(mapping, team)), id)));
        }
        return teams;
    }

    private Map<UnitId, PersonId> heads(LogMapping mapping) {
        var heads = new HashMap<UnitId, PersonId>();
        mapping.units().forEach(unit -> heads.put(unit(unit.key()).id(), person(head(unit))));
        return heads;
    }

    private ServiceUnit unit(String key) {
        return units.byKey(key).orElseThrow();
    }

    private PersonId person(String username) {
        return staff.byUsername(username).orElseThrow().id();
    }

    private static OrganisationPlan.PlannedUnit planned(LogMapping.Unit unit, LogMapping mapping) {
        return new OrganisationPlan.PlannedUnit(unit.key(), unit.parent(), unit.tier(), unit.name(), mapping.zone(),
                CALENDAR, mapping.owner().language(), head(unit));
    }

    private static List<OrganisationPlan.PlannedPerson> people(LogMapping.Unit unit, LogMapping mapping) {
        var people = new java.util.ArrayList<OrganisationPlan.PlannedPerson>();
        people.add(person(head(unit), unit.name(), unit, Set.of(Role.HEAD, Role.ENGINEER), mapping));
        unit.teams().forEach(
                team -> people.add(person(username(mapping, team), team, unit, Set.of(Role.ENGINEER), mapping)));
        return people;
    }

    private static OrganisationPlan.PlannedPerson person(String username, String name, LogMapping.Unit unit,
            Set<Role> roles, LogMapping mapping) {
        return new OrganisationPlan.PlannedPerson(username, name, null, unit.key(), roles, mapping.owner().language(),
                mapping.zone());
    }

    private static CustomerPlan customer(LogMapping mapping) {
        var owner = mapping.owner();
        return new CustomerPlan(owner.key(), owner.name(), owner.language(), mapping.zone(), null, List.of(),
                List.of(new CustomerPlan.PlannedSite(owner.site(), mapping.zone(), mapping.intake())),
                List.of(new CustomerPlan.PlannedContact(owner.contact(), null, null, owner.language(), null)),
                List.of());
    }

    private static String head(LogMapping.Unit unit) {
        return unit.key() + "-head";
    }

    private static String username(LogMapping mapping, String team) {
        return mapping.owner().key() + "-" + team.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
