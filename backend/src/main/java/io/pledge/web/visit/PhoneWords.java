package io.pledge.web.visit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Staff;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Message;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.visit.Visit;
import io.pledge.visit.Visits;
import io.pledge.web.view.Reader;

/** Says on a phone what whoever travels has to know: where, whom to ask for, what for, and what was said last. */
@Component
class PhoneWords {
    private static final int LAST_WORDS = 4;

    private final Visits visits;
    private final VisitWords words;
    private final Cases cases;
    private final Messages messages;
    private final Participants participants;
    private final Staff staff;

    PhoneWords(Visits visits, VisitWords words, Cases cases, Messages messages, Participants participants,
            Staff staff) {
        this.visits = visits;
        this.words = words;
        this.cases = cases;
        this.messages = messages;
        this.participants = participants;
        this.staff = staff;
    }

    PhoneView of(Visit visit, Reader reader) {
        var people = participants.of(visit.ticket());
        var contact = people.stream().filter(person -> person.phone() != null).findFirst().or(() -> people.stream()
                .findFirst());
        var said = messages.of(visit.ticket());
        var found = visits.findings(visit.id());
        var phone = contact.map(Participant::phone).orElse(null);
        return new PhoneView(words.of(visit, reader), cases.require(visit.ticket()).title(),
                contact.map(Participant::name).orElse(""), phone, call(phone), last(said, people, visit, reader),
                said.stream().filter(message -> found.contains(message.id())).map(Message::body).toList(),
                moment(visit, visit.travellingAt(), reader), moment(visit, visit.arrivedAt(), reader),
                moment(visit, visit.leftAt(), reader), visit.signedBy(), visit.state().open());
    }

    private List<PhoneView.Said> last(List<Message> said, List<Participant> people, Visit visit, Reader reader) {
        Map<Long, Participant> byId = people.stream().collect(Collectors.toMap(Participant::id, Function.identity()));
        return said.stream().sorted(Comparator.comparing((Message message) -> message.at().occurredAt()).reversed())
                .limit(LAST_WORDS)
                .map(message -> new PhoneView.Said(who(message, byId),
                        words.at(visit, message.at().occurredAt(), reader), message.body()))
                .toList();
    }

    private String who(Message message, Map<Long, Participant> people) {
        return message.person() != null
                ? staff.person(message.person()).name()
                : Optional.ofNullable(message.participant()).map(people::get).map(Participant::name).orElse("Pledge");
    }

    private @Nullable String moment(Visit visit, @Nullable Instant moment, Reader reader) {
        return moment == null ? null : words.at(visit, moment, reader);
    }

    private static @Nullable String call(@Nullable String phone) {
        return phone == null ? null : "tel:" + phone.replaceAll("[^0-9+]", "");
    }
}
