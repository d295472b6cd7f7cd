package io.pledge.testing;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.Person;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.Staff;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Home;
import io.pledge.ticket.Intake;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Submission;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/** Opens cases for tests, and knows the cast by name. */
public final class Casebook {
    private final Intake intake;
    private final Units units;
    private final Staff staff;
    private final Clock clock;

    Casebook(Intake intake, Units units, Staff staff, Clock clock) {
        this.intake = intake;
        this.units = units;
        this.staff = staff;
        this.clock = clock;
    }

    /** A critical fault in Hamburg of somebody unknown, who left only a phone number: word is due day and night. */
    public TicketId open() {
        return open(TicketKind.FAULT, Severity.CRITICAL, "hamburg", null);
    }

    /** @param email null for a submitter who only left a phone number, whose messages count at once */
    public TicketId open(TicketKind kind, Severity severity, String unit, @Nullable String email) {
        return intake.submit(submission(UUID.randomUUID().toString(), kind, severity, unit, email));
    }

    public Submission submission(String key, TicketKind kind, Severity severity, String unit, @Nullable String email) {
        var submitter = new Submission.Submitter("Marek", email, email == null ? "+48 600 100 200" : null,
                Locale.ENGLISH, ZoneId.of("Europe/Warsaw"));
        return new Submission(key, kind, severity, "Modules drop out at load. Since this morning.", IntakeChannel.FORM,
                submitter, "RM-3000", null, "mill 2", Home.given(unit(unit)), null, List.of(), new Actor.System(),
                clock.instant());
    }

    public UnitId unit(String key) {
        return units.byKey(key).orElseThrow().id();
    }

    public PersonId person(String username) {
        return staff.byUsername(username).orElseThrow().id();
    }

    /** The user name of some engineer of a unit. */
    public String colleagueIn(String unit) {
        return staff.inUnit(unit(unit)).stream().filter(person -> person.roles().contains(Role.ENGINEER))
                .map(Person::username).findFirst().orElseThrow();
    }

    public Actor.Staff actor(String username) {
        return new Actor.Staff(person(username));
    }
}
