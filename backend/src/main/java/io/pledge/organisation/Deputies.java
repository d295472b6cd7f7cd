package io.pledge.organisation;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who does what would be asked of somebody who is away: the deputy that the absence names, else the person's own, and the deputy's deputy where that one is away too, else the head of
 * the unit or the next above. Never nobody: where everybody is away, it stays with whom it was meant for.
 */
@Component
public class Deputies {
    private final DirectoryCache cache;
    /** Asked for again and again at the same moment, for everybody whom a page names. */
    private volatile Away last = new Away(null, Instant.MIN, Map.of());

    Deputies(DirectoryCache cache) {
        this.cache = cache;
    }

    /** The absence of somebody who is away at that moment. */
    public Optional<Absence> absence(PersonId person, Instant at) {
        return Optional.ofNullable(away(at).get(person));
    }

    private Map<PersonId, Absence> away(Instant at) {
        var directory = cache.directory();
        var known = last;
        if (known.directory != directory || !known.at.equals(at)) {
            known = new Away(directory, at, directory.absences().stream()
                    .filter(one -> Optional.ofNullable(directory.people().get(one.person()))
                            .filter(who -> one.covers(at, who.zone())).isPresent())
                    .collect(Collectors.toMap(Absence::person, one -> one, (first, _) -> first)));
            last = known;
        }
        return known.people;
    }

    /** Who acts for a person at that moment: mostly the person. */
    public PersonId acting(PersonId person, Instant at) {
        if (absence(person, at).isEmpty()) {
            return person;
        }
        return deputy(person, at, new HashSet<>(Set.of(person))).or(() -> head(person, at)).orElse(person);
    }

    /** Those who are away at that moment and for whom this person acts. */
    public Set<PersonId> inPlaceOf(PersonId person, Instant at) {
        return away(at).keySet().stream().filter(absent -> !absent.equals(person) && acting(absent, at).equals(person))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Goes from deputy to deputy, to nobody twice. */
    private Optional<PersonId> deputy(PersonId person, Instant at, Set<PersonId> asked) {
        return absence(person, at).map(Absence::deputy).or(() -> standing(person))
                .filter(deputy -> !cache.directory().retiredPeople().contains(deputy) && asked.add(deputy))
                .flatMap(deputy -> absence(deputy, at).isEmpty()
                        ? Optional.of(deputy)
                        : deputy(deputy, at, asked));
    }

    /** Who stands in where the absence names nobody. */
    private Optional<PersonId> standing(PersonId person) {
        return Optional.ofNullable(cache.directory().people().get(person)).map(Person::deputy);
    }

    private Optional<PersonId> head(PersonId person, Instant at) {
        var directory = cache.directory();
        var unit = Optional.ofNullable(directory.people().get(person)).map(Person::unit)
                .map(directory.units()::get);
        return Stream.iterate(unit, Optional::isPresent,
                below -> below.map(ServiceUnit::parent).map(directory.units()::get))
                .flatMap(Optional::stream).map(ServiceUnit::supervisor).filter(Objects::nonNull)
                .filter(head -> !directory.retiredPeople().contains(head) && absence(head, at).isEmpty()).findFirst();
    }

    /** Who is away at a moment, by one state of the directory. */
    private record Away(@Nullable Directory directory, Instant at, Map<PersonId, Absence> people) {}
}
