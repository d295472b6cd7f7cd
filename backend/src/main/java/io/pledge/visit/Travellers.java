package io.pledge.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Absence;
import io.pledge.organisation.Absences;
import io.pledge.organisation.Person;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.Staff;
import io.pledge.sql.Sql;
import io.pledge.ticket.Sight;
import io.pledge.ticket.Ticket;

/** Who may travel for a case, and what stands against it. */
@Component
public class Travellers {
    private final Staff staff;
    private final Sight sight;
    private final Absences absences;
    private final JdbcClient jdbc;

    Travellers(Staff staff, Sight sight, Absences absences, JdbcClient jdbc) {
        this.staff = staff;
        this.sight = sight;
        this.absences = absences;
        this.jdbc = jdbc;
    }

    /** Engineers and heads who see the case: those of its unit, of units above and of those that had it. */
    public List<Person> of(Ticket ticket) {
        return staff.all().stream()
                .filter(person -> (person.holds(Role.ENGINEER) || person.holds(Role.HEAD))
                        && sight.sees(person.id(), ticket))
                .toList();
    }

    /** Whether this person may travel for the case. */
    public boolean may(PersonId person, Ticket ticket) {
        return of(ticket).stream().anyMatch(one -> one.id().equals(person));
    }

    /**
     * What stands against somebody's travelling then. It is for people to decide; nothing is refused for it.
     *
     * @param except a visit that is planned anew, and so in nobody's way; null for none
     */
    public List<Obstacle> against(PersonId person, Window window, @Nullable VisitId except) {
        List<Obstacle> obstacles = new ArrayList<>();
        var zone = staff.person(person).zone();
        LocalDate first = LocalDate.ofInstant(window.from(), zone);
        LocalDate last = LocalDate.ofInstant(window.until(), zone);
        absences.of(person).stream()
                .filter(away -> away.endedAt() == null && !away.from().isAfter(last) && !away.until().isBefore(first))
                .map(Obstacle.Away::new).forEach(obstacles::add);
        clashes(person, window, except).stream().map(Obstacle.Elsewhere::new).forEach(obstacles::add);
        return obstacles;
    }

    private List<Visit> clashes(PersonId person, Window window, @Nullable VisitId except) {
        return jdbc.sql("""
                        select * from visit
                        where engineer_id = :person and state in ('PROPOSED', 'CONFIRMED', 'ON_SITE')
                          and from_at < :until and until_at > :from and id <> :except
                        order by from_at
                        """).param("person", person.value()).param("from", Sql.at(window.from()))
                .param("until", Sql.at(window.until()))
                .param("except", Objects.requireNonNullElse(except, new VisitId(0)).value())
                .query(VisitMapping::visit).list();
    }

    /** What stands against a time. */
    public sealed interface Obstacle {
        /** They are away on one of the days. */
        record Away(Absence absence) implements Obstacle {}

        /** They are on another visit then. */
        record Elsewhere(Visit visit) implements Obstacle {}
    }
}
