package io.pledge.web;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Absence;
import io.pledge.organisation.Deputies;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says who is away, until when, and who stands in. */
@Component
public class AwayWords {
    private final Deputies deputies;
    private final Staff staff;
    private final TimeWords words;

    AwayWords(Deputies deputies, Staff staff, TimeWords words) {
        this.deputies = deputies;
        this.staff = staff;
        this.words = words;
    }

    /** "away until 3 Dec 2026, Mats Hansen stands in"; empty for who is there. */
    public Optional<String> of(PersonId person, Reader reader) {
        return deputies.absence(person, reader.now()).map(absence -> said(absence, reader));
    }

    private String said(Absence absence, Reader reader) {
        var acting = deputies.acting(absence.person(), reader.now());
        var until = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(reader.locale())
                .format(absence.until());
        return acting.equals(absence.person())
                ? words.say("away.alone", reader.locale(), until)
                : words.say("away", reader.locale(), until, staff.person(acting).name());
    }
}
