package io.pledge.organisation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** Who is on duty where and when: at night and on weekends, while a unit is closed. */
@Component
public class Duty {
    private final Units units;
    private final Staff staff;
    private final Deputies deputies;
    private final Calendars calendars;

    Duty(Units units, Staff staff, Deputies deputies, Calendars calendars) {
        this.units = units;
        this.staff = staff;
        this.deputies = deputies;
        this.calendars = calendars;
    }

    /**
     * Who is on duty for a unit; who stands in for them where they are away. What is said for certain days comes before what is said for
     * every week.
     *
     * @return empty while the unit's calendar is open, and where nobody is on duty
     */
    public Optional<PersonId> onDuty(UnitId id, Instant at) {
        var unit = units.unit(id);
        if (unit.duty().isEmpty() || calendars.isOpen(unit.calendar(), at)) {
            return Optional.empty();
        }
        var local = LocalDateTime.ofInstant(at, unit.zone());
        return unit.duty().stream().sorted().map(DutyLine::read).flatMap(Optional::stream)
                .filter(line -> line.covers(local))
                .sorted(Comparator.comparing(line -> line instanceof DutyLine.Weekly))
                .flatMap(line -> staff.byUsername(line.username()).stream()).map(Person::id).findFirst()
                .map(person -> deputies.acting(person, at));
    }

    /** A line of a roster as it is kept; empty where it makes no sense. */
    public static Optional<String> line(String typed) {
        return DutyLine.read(typed).map(DutyLine::toString);
    }
}
