package io.pledge.notifier;

import java.util.Map;
import java.util.Objects;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.incident.Incident;
import io.pledge.incident.IncidentEvent;
import io.pledge.notifier.StaffMail.Notice;
import io.pledge.organisation.Staff;

/** What the lead of a major incident is written: that it is theirs, and that a customer said no. At once, since a wider fault does not wait. */
@Component
@ConditionalOnProperty(name = "pledge.notifications.enabled", matchIfMissing = true)
class IncidentNews {
    private final StaffMail mail;
    private final Addresses addresses;
    private final Staff staff;

    IncidentNews(StaffMail mail, Addresses addresses, Staff staff) {
        this.mail = mail;
        this.addresses = addresses;
        this.staff = staff;
    }

    @EventListener
    void on(IncidentEvent.Led led) {
        var lead = led.incident().lead();
        if (!lead.equals(led.by())) {
            mail.send(lead, Notice.of(Letter.INCIDENT_LED, led.ticket(), led.incident().id().value() + "-" + led.at())
                    .saying(words(led.incident(), "person", staff.person(led.by()).name())).leadingTo(address(led)));
        }
    }

    @EventListener
    void on(IncidentEvent.SaidNo no) {
        mail.send(no.incident().lead(), Notice
                .of(Letter.INCIDENT_NO, no.ticket(), no.ticket().value() + "-" + no.at())
                .saying(words(no.incident(), "reason", Objects.requireNonNullElse(no.reason(), "")))
                .leadingTo(address(no)));
    }

    private Map<String, String> words(Incident incident, String name, String words) {
        return Map.of("incident", incident.id().number(), "fault",
                incident.title(staff.person(incident.lead()).language()), name, words);
    }

    private String address(IncidentEvent event) {
        return addresses.incident(event.incident().id().value());
    }
}
