package io.pledge.notifier;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.notifier.Letter.Audience;
import io.pledge.notifier.StaffMail.Notice;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.ticket.Participants;
import io.pledge.visit.Visit;
import io.pledge.visit.VisitEvent;

/** What customers and whoever travels are written of visits: each time in the zone of the site. */
@Component
@ConditionalOnProperty(name = "pledge.notifications.enabled", matchIfMissing = true)
class VisitNews {
    private final CustomerMail customers;
    private final StaffMail mail;
    private final Participants participants;
    private final Staff staff;
    private final SpokenMoments moments;
    private final Wording wording;
    private final Addresses addresses;

    VisitNews(CustomerMail customers, StaffMail mail, Participants participants, Staff staff, SpokenMoments moments,
            Wording wording, Addresses addresses) {
        this.customers = customers;
        this.mail = mail;
        this.participants = participants;
        this.staff = staff;
        this.moments = moments;
        this.wording = wording;
        this.addresses = addresses;
    }

    @EventListener
    void on(VisitEvent event) {
        switch (event) {
            case VisitEvent.Planned(var visit) -> {
                write(Letter.VISIT_PROPOSED, visit, null);
                tell(Letter.VISIT_YOURS, visit, visit.engineer(), null);
            }
            case VisitEvent.Moved(var visit, var before) -> moved(visit, before);
            case VisitEvent.Cancelled(var visit) -> {
                write(Letter.VISIT_CANCELLED, visit, null);
                tell(Letter.VISIT_CALLED_OFF, visit, visit.engineer(), null);
            }
            case VisitEvent.ComesSoon(var visit) -> tell(Letter.VISIT_COMES, visit, visit.engineer(), null);
        }
    }

    private void moved(Visit visit, Visit before) {
        write(Letter.VISIT_MOVED, visit, before);
        if (Objects.equals(visit.engineer(), before.engineer())) {
            tell(Letter.VISIT_OTHER_TIME, visit, visit.engineer(), before);
        } else {
            tell(Letter.VISIT_YOURS, visit, visit.engineer(), null);
            tell(Letter.VISIT_NOT_YOURS, before, before.engineer(), null);
        }
    }

    /** To everybody on the customer's side who left an address, in the language of each. */
    private void write(Letter letter, Visit visit, @Nullable Visit before) {
        participants.of(visit.ticket()).stream().filter(reader -> reader.email() != null)
                .forEach(reader -> customers.send(visit.ticket(), reader,
                        Note.of(letter, visit.ticket(), occasion(visit))
                                .saying(words(Audience.CUSTOMER, visit, before, reader.language()))));
    }

    private void tell(Letter letter, Visit visit, @Nullable PersonId engineer, @Nullable Visit before) {
        if (engineer != null && staff.isAtWork(engineer)) {
            var notice = Notice.of(letter, visit.ticket(), occasion(visit))
                    .saying(words(Audience.STAFF, visit, before, staff.person(engineer).language()));
            mail.send(engineer, letter.link().equals("link.visit")
                    ? notice.leadingTo(addresses.visit(visit.id()))
                    : notice);
        }
    }

    private static String occasion(Visit visit) {
        return Long.toString(visit.id().value());
    }

    private Map<String, String> words(Audience audience, Visit visit, @Nullable Visit before, Locale locale) {
        Map<String, String> words = new HashMap<>();
        words.put("when", when(audience, visit, locale));
        words.put("place", Objects.requireNonNullElse(visit.place(), ""));
        words.put("purpose", Objects.requireNonNullElse(visit.purpose(), ""));
        if (visit.engineer() != null) {
            words.put("engineer", staff.person(visit.engineer()).name());
        }
        if (before != null) {
            words.put("before", when(audience, before, locale));
        }
        if (visit.end() != null) {
            words.put("reason", Objects.requireNonNullElseGet(visit.end().reason(),
                    () -> wording.say(audience, "visit.ended", locale, Map.of())));
        }
        if (audience == Audience.STAFF) {
            words.put("agreed", wording.say(audience,
                    visit.confirmedAt() == null ? "visit.unconfirmed" : "visit.confirmed", locale, Map.of()));
        }
        return words;
    }

    private String when(Audience audience, Visit visit, Locale locale) {
        var window = visit.window();
        return window == null ? "" : moments.say(audience, window, locale);
    }
}
