package io.pledge.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.Objection.Reason;
import io.pledge.organisation.OrganisationPlan.PlannedPerson;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;

/** Units and people as an administrator changes them, one at a time. Each change is checked as a whole and recorded. */
@Component
public class OrganisationEditing {
    private static final String ORIGIN = "page";

    private final Amendments amendments;
    private final OrganisationRows rows;
    private final OrganisationRules rules;
    private final OpenCases cases;
    private final Clock clock;

    OrganisationEditing(Amendments amendments, OrganisationRows rows, OrganisationRules rules, OpenCases cases,
            Clock clock) {
        this.amendments = amendments;
        this.rows = rows;
        this.rules = rules;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Adds a unit, or brings a retired one back, or changes one.
     *
     * @param seen the version that the change was made for; null for a unit to be added
     * @throws OrganisationRefused where a rule stands against it, or it is other by now than was seen
     */
    @Transactional
    public void save(PlannedUnit unit, @Nullable Integer seen, PersonId by) {
        var subject = Subject.unit(unit.key());
        var now = amendments.begin();
        requireSeen(subject, unit.name(), now, seen, UnitLines.KEY);
        require(now, now.snapshot().with(Snapshot.of(new OrganisationPlan(List.of(unit), List.of())), Set.of()));
        rows.put(origin(subject, now), unit);
        rows.appoint(unit);
        amendments.end(now, ORIGIN, by);
    }

    /**
     * Adds a person, or brings back one who left, or changes one.
     *
     * @param seen the version that the change was made for; null for a person to be added
     * @throws OrganisationRefused where a rule stands against it, or they are other by now than was seen
     */
    @Transactional
    public void save(PlannedPerson person, @Nullable Integer seen, PersonId by) {
        var subject = Subject.person(person.username());
        var now = amendments.begin();
        requireSeen(subject, person.name(), now, seen, PersonLines.USERNAME);
        require(now, now.snapshot().with(Snapshot.of(new OrganisationPlan(List.of(), List.of(person))), Set.of()));
        rows.put(origin(subject, now), person);
        rows.name(person);
        amendments.end(now, ORIGIN, by);
    }

    /**
     * Retires a unit. Cases of the past go on naming it.
     *
     * @throws OrganisationRefused where open cases, units or people are left in it, or it is other by now than was seen
     */
    @Transactional
    public void retireUnit(String key, int seen, PersonId by) {
        retire(Subject.unit(key), seen, by);
    }

    /**
     * Retires a person, who cannot sign in any more. Their open cases go back to the queues of the units that have them.
     *
     * @return how many cases that were
     * @throws OrganisationRefused where they are the head of a unit or the last administrator, or other by now than was seen
     */
    @Transactional
    public long retirePerson(String username, int seen, PersonId by) {
        var now = retire(Subject.person(username), seen, by);
        return now.person(username).map(person -> cases.giveBack(person.id(), by)).orElse(0L);
    }

    private Directory retire(Subject subject, int seen, PersonId by) {
        var now = amendments.begin();
        requireSeen(subject, subject.key(), now, seen, UnitLines.KEY);
        var before = now.snapshot();
        if (before.of(subject) != null) {
            require(now, before.with(before, Set.of(subject)));
            rows.retire(subject, clock.instant());
            amendments.end(now, ORIGIN, by);
        }
        return now;
    }

    /** What somebody else broke is not held against this change. */
    private void require(Directory now, Snapshot after) {
        var before = rules.against(now, now.snapshot(), now.snapshot());
        var found = rules.against(now, now.snapshot(), after).stream().filter(one -> !before.contains(one)).toList();
        if (!found.isEmpty()) {
            throw new OrganisationRefused(found);
        }
    }

    private static void requireSeen(Subject subject, String name, Directory now, @Nullable Integer seen,
            Pattern pattern) {
        Optional<Reason> wrong = Optional.empty();
        if (seen != null) {
            wrong = seen.equals(now.version(subject).orElse(null)) ? wrong : Optional.of(Reason.MEANWHILE);
        } else if (!pattern.matcher(subject.key()).matches()) {
            wrong = Optional.of(Reason.KEY);
        } else if (now.snapshot().of(subject) != null) {
            wrong = Optional.of(Reason.KEY_TAKEN);
        }
        wrong.ifPresent(reason -> {
            throw new OrganisationRefused(List.of(new Objection(subject, name, null, reason, List.of(subject.key()))));
        });
    }

    /** What is at work stays whose it was; what is new, or comes back, is the page's, and no file retires it by leaving it out. */
    private String origin(Subject subject, Directory now) {
        return now.snapshot().of(subject) == null ? ORIGIN : rows.origin(subject);
    }
}
