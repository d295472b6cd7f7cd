package io.pledge.ticket;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Person;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;

/** Who is called by name in a note: {@code @local-head}. An address such as {@code marek@example.com} calls nobody. */
@Component
public class Mentions {
    private static final Pattern CALL = Pattern.compile("(?<![\\w.@/-])@([A-Za-z][\\w.-]*[\\w])");

    private final Staff staff;
    private final Sight sight;

    Mentions(Staff staff, Sight sight) {
        this.staff = staff;
        this.sight = sight;
    }

    /** Who is called in a note on a case, in the order of the words. */
    public Called in(String note, Ticket ticket) {
        Set<PersonId> people = new LinkedHashSet<>();
        List<String> blind = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names(note)) {
            staff.byUsername(name).ifPresentOrElse(person -> {
                if (sight.sees(person.id(), ticket)) {
                    people.add(person.id());
                } else {
                    blind.add(name);
                }
            }, () -> unknown.add(name));
        }
        return new Called(people, blind, unknown);
    }

    /** Everybody who can be called in a note on this case, by name. */
    public List<Person> callable(Ticket ticket) {
        return staff.all().stream().filter(person -> sight.sees(person.id(), ticket)).toList();
    }

    private static Set<String> names(String note) {
        return CALL.matcher(note).results().map(call -> call.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Who was called.
     *
     * @param people who hear of it
     * @param blind names of those who may not see the case
     * @param unknown names of nobody
     */
    public record Called(Set<PersonId> people, List<String> blind, List<String> unknown) {}
}
