package io.pledge.web.visit;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.visit.Travellers.Obstacle;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says what stands against somebody's travelling at a time. */
@Component
class ObstacleWords {
    private final Staff staff;
    private final VisitWords words;
    private final TimeWords time;

    ObstacleWords(Staff staff, VisitWords words, TimeWords time) {
        this.staff = staff;
        this.words = words;
        this.time = time;
    }

    /** Of the other visit nothing but its time: the case need not be the reader's. */
    List<String> of(PersonId person, List<Obstacle> obstacles, Reader reader) {
        var name = staff.person(person).name();
        var days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(reader.locale());
        return obstacles.stream().map(obstacle -> switch (obstacle) {
            case Obstacle.Away(var absence) -> time.say("visit.against.away", reader.locale(), name,
                    days.format(absence.from()), days.format(absence.until()));
            case Obstacle.Elsewhere(var visit) -> time.say("visit.against.visit", reader.locale(), name,
                    words.when(visit, reader));
        }).toList();
    }
}
