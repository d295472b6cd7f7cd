package io.pledge.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Objection.Reason;
import io.pledge.organisation.OrganisationPlan.PlannedPerson;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;

/** What holds for units and people as a whole, whoever changes them: the page or a file. */
@Component
class OrganisationRules {
    private final Calendars calendars;
    private final OpenCases cases;

    OrganisationRules(Calendars calendars, OpenCases cases) {
        this.calendars = calendars;
        this.cases = cases;
    }

    /** What stands against going from one state to the next; none where it may be done. */
    List<Objection> against(Directory now, Snapshot before, Snapshot after) {
        var plan = after.plan();
        var found = new ArrayList<Objection>();
        var units = plan.units().stream().collect(Collectors.toMap(PlannedUnit::key, Function.identity()));
        var people = plan.people().stream().collect(Collectors.toMap(PlannedPerson::username, Function.identity()));
        var names = calendars.names();
        plan.units().forEach(unit -> {
            place(unit, units, before, found);
            if (!names.contains(unit.calendar())) {
                found.add(of(unit, Attribute.CALENDAR, Reason.NO_CALENDAR, unit.calendar()));
            }
            head(unit, people, before, found);
            unit.duty().stream().flatMap(line -> DutyLine.read(line).stream()).map(DutyLine::username)
                    .filter(name -> !people.containsKey(name)).distinct()
                    .forEach(name -> found.add(of(unit, Attribute.DUTY, Reason.NO_DUTY, name, unit.name())));
        });
        plan.people().stream().filter(person -> !units.containsKey(person.unit()))
                .forEach(person -> found.add(new Objection(Subject.person(person.username()), person.name(),
                        Attribute.UNIT, Reason.NO_UNIT, List.of(name(person.unit(), before)))));
        plan.people().forEach(person -> deputy(person, people, before, found));
        administrator(plan.people(), before, found);
        retired(now, before, after, found);
        return List.copyOf(found);
    }

    private static void place(PlannedUnit unit, Map<String, PlannedUnit> units, Snapshot before,
            List<Objection> found) {
        var was = before.of(Subject.unit(unit.key()));
        if (was != null && (!was.get(Attribute.PARENT).equals(Objects.requireNonNullElse(unit.parent(), ""))
                || !was.get(Attribute.TIER).equals(unit.tier().name()))) {
            found.add(of(unit, Attribute.PARENT, Reason.MOVED));
        }
        var parent = unit.parent();
        if (parent == null) {
            top(unit, units.values(), found);
        } else if (!units.containsKey(parent)) {
            found.add(of(unit, Attribute.PARENT, Reason.NO_PARENT, name(parent, before)));
        } else if (unit.tier().above().filter(units.get(parent).tier()::equals).isEmpty()) {
            found.add(of(unit, Attribute.PARENT, Reason.WRONG_TIER, units.get(parent).name()));
        }
    }

    private static void top(PlannedUnit unit, Collection<PlannedUnit> all, List<Objection> found) {
        if (unit.tier() != Tier.HEADQUARTERS) {
            found.add(of(unit, Attribute.PARENT, Reason.NO_PARENT, ""));
        } else if (all.stream().filter(other -> other.tier() == Tier.HEADQUARTERS).count() > 1) {
            found.add(of(unit, Attribute.TIER, Reason.TWO_TOPS));
        }
    }

    private static void head(PlannedUnit unit, Map<String, PlannedPerson> people, Snapshot before,
            List<Objection> found) {
        var supervisor = unit.supervisor();
        if (supervisor == null) {
            return;
        }
        var head = people.get(supervisor);
        if (head != null && head.roles().contains(Role.HEAD) && head.unit().equals(unit.key())) {
            return;
        }
        var fields = before.of(Subject.person(supervisor));
        var name = fields == null ? supervisor : Difference.name(Subject.person(supervisor), fields);
        var was = before.of(Subject.unit(unit.key()));
        if (was != null && supervisor.equals(was.get(Attribute.SUPERVISOR))) {
            found.add(new Objection(Subject.person(supervisor), name, null, Reason.SUPERVISES, List.of(unit.name())));
        } else {
            found.add(of(unit, Attribute.SUPERVISOR, Reason.STRANGE_SUPERVISOR, name));
        }
    }

    private static void deputy(PlannedPerson person, Map<String, PlannedPerson> people, Snapshot before,
            List<Objection> found) {
        var deputy = person.deputy();
        if (deputy != null && (!people.containsKey(deputy) || deputy.equals(person.username()))) {
            var fields = before.of(Subject.person(deputy));
            found.add(new Objection(Subject.person(person.username()), person.name(), Attribute.DEPUTY,
                    Reason.STRANGE_DEPUTY,
                    List.of(fields == null ? deputy : Difference.name(Subject.person(deputy), fields), person.name())));
        }
    }

    private static void administrator(List<PlannedPerson> people, Snapshot before, List<Objection> found) {
        if (people.stream().noneMatch(person -> person.roles().contains(Role.ADMIN))) {
            before.plan().people().stream().filter(person -> person.roles().contains(Role.ADMIN))
                    .forEach(person -> found.add(new Objection(Subject.person(person.username()), person.name(),
                            Attribute.ROLES, Reason.NO_ADMIN, List.of())));
        }
    }

    /** Units that go must be empty: what lies below or with them would belong to nobody. */
    private void retired(Directory now, Snapshot before, Snapshot after, List<Objection> found) {
        Set<String> gone = before.entries().keySet().stream()
                .filter(subject -> subject.kind() == Subject.Kind.UNIT && after.of(subject) == null)
                .map(Subject::key).collect(Collectors.toSet());
        if (gone.isEmpty()) {
            return;
        }
        var ids = now.units().values().stream().filter(unit -> gone.contains(unit.key())).toList();
        var open = cases.with(ids.stream().map(ServiceUnit::id).toList());
        ids.forEach(unit -> {
            count(unit, Reason.OPEN_CASES, open.getOrDefault(unit.id(), 0L), found);
            count(unit, Reason.UNITS_BELOW, having(after, Attribute.PARENT, unit.key()), found);
            count(unit, Reason.PEOPLE_IN, having(after, Attribute.UNIT, unit.key()), found);
        });
    }

    private static void count(ServiceUnit unit, Reason reason, long count, List<Objection> found) {
        if (count > 0) {
            found.add(new Objection(Subject.unit(unit.key()), unit.name(), null, reason,
                    List.of(Long.toString(count))));
        }
    }

    private static long having(Snapshot state, Attribute attribute, String value) {
        return state.entries().values().stream().filter(fields -> value.equals(fields.get(attribute))).count();
    }

    private static Objection of(PlannedUnit unit, @Nullable Attribute attribute, Reason reason, String... words) {
        return new Objection(Subject.unit(unit.key()), unit.name(), attribute, reason, Stream.of(words).toList());
    }

    private static String name(String key, Snapshot before) {
        var fields = before.of(Subject.unit(key));
        return fields == null ? key : Difference.name(Subject.unit(key), fields);
    }
}
