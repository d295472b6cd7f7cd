package io.pledge.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.customer.Customers;
import io.pledge.customer.Equipment;
import io.pledge.notifications.Confirmation;
import io.pledge.notifications.Confirmations;
import io.pledge.notifier.StaffNames;
import io.pledge.notifier.UnreachedCustomers;
import io.pledge.organisation.Person;
import io.pledge.organisation.Staff;
import io.pledge.security.SignedIn;
import io.pledge.sla.Promise;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Ticket;
import io.pledge.web.PromiseReadings;
import io.pledge.web.explain.PromiseKey;
import io.pledge.web.view.PersonView;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.PromiseReading;
import io.pledge.web.view.PromiseRow;
import io.pledge.web.view.PromiseWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The right column of a case: promises, customer and equipment, who has confirmed. */
@Component
class TicketSide {
    private final Customers customers;
    private final Cases cases;
    private final Participants participants;
    private final Confirmations confirmations;
    private final UnreachedCustomers unreached;
    private final Staff staff;
    private final PromiseWords words;
    private final TimeWords time;

    TicketSide(Customers customers, Cases cases, Participants participants, Confirmations confirmations,
            UnreachedCustomers unreached, Staff staff, PromiseWords words, TimeWords time) {
        this.customers = customers;
        this.cases = cases;
        this.participants = participants;
        this.confirmations = confirmations;
        this.unreached = unreached;
        this.staff = staff;
        this.words = words;
        this.time = time;
    }

    Side of(Ticket ticket, List<Promise> made, SignedIn me, Reader reader) {
        var asked = confirmations.forReference("ticket:" + ticket.id().value());
        var letters = unreached.letters(asked);
        return new Side(made.stream().map(promise -> row(promise, reader)).toList(), facts(ticket, reader),
                asked.stream().filter(one -> !letters.containsKey(one.id()) || !one.open())
                        .map(one -> owed(one, letters.get(one.id()), me, reader)).toList(),
                asked.stream().filter(one -> letters.containsKey(one.id()) && one.open())
                        .map(one -> owed(one, letters.get(one.id()), me, reader)).toList());
    }

    private PromiseRow row(Promise promise, Reader reader) {
        String when = promise.dueAt() == null
                ? say(reader, "desk.promise.paused")
                : say(reader, "desk.promise.by", time.momentInSentence(promise.dueAt(), reader));
        return new PromiseRow(words.kind(promise.kind().name(), reader.locale()), when,
                words.badge(PromiseReadings.of(promise, reader.now()), reader),
                "/desk/tickets/" + promise.ticket().number().value() + "/promises/" + PromiseKey.of(promise));
    }

    private List<Fact> facts(Ticket ticket, Reader reader) {
        List<Fact> facts = new ArrayList<>();
        Optional.ofNullable(ticket.customer()).map(customers::customer).ifPresentOrElse(
                customer -> facts.add(new Fact(say(reader, "desk.fact.customer"), customer.name(),
                        say(reader, "desk.fact.open", cases.openOfCustomer(customer.id())))),
                () -> facts
                        .add(new Fact(say(reader, "desk.fact.customer"), say(reader, "desk.head.unidentified"), "")));
        Optional.ofNullable(ticket.contractLevel()).ifPresent(level -> facts
                .add(new Fact(say(reader, "desk.fact.contract"), say(reader, "desk.level." + level), "")));
        Optional.ofNullable(ticket.accountManager()).map(staff::person).ifPresent(person -> facts
                .add(new Fact(say(reader, "desk.fact.account"), person.name(), "")));
        Optional.ofNullable(ticket.product()).ifPresent(product -> facts
                .add(new Fact(say(reader, "desk.fact.product"), product, "")));
        Optional.ofNullable(ticket.serial()).ifPresent(serial -> facts
                .add(new Fact(say(reader, "desk.fact.serial"), serial, warranty(serial, reader))));
        participants.of(ticket.id()).forEach(person -> facts.add(contact(person, reader)));
        return facts;
    }

    private Fact contact(Participant person, Reader reader) {
        String address = Optional.ofNullable(person.email()).or(() -> Optional.ofNullable(person.phone())).orElse("");
        String there = say(reader, "desk.fact.there", time.time(reader.now(), person.zone()),
                time.zone(person.zone(), reader.locale()), person.language().getDisplayLanguage(reader.locale()));
        return new Fact(say(reader, person.submitter() ? "desk.fact.contact" : "desk.fact.also"),
                person.name() + (address.isEmpty() ? "" : say(reader, "list.separator") + address), there);
    }

    private String warranty(String serial, Reader reader) {
        return customers.equipmentBySerial(serial).map(Equipment::warrantyUntil)
                .map(until -> say(reader,
                        until.isBefore(reader.today()) ? "desk.fact.noWarranty" : "desk.fact.warranty"))
                .orElse("");
    }

    private Owed owed(Confirmation confirmation, UnreachedCustomers.@Nullable Sent letter, SignedIn me, Reader reader) {
        String who = letter != null && confirmation.confirmedBy() != null
                ? confirmation.confirmedBy()
                : confirmation.current().person();
        String what = letter == null
                ? ""
                : confirmation.open()
                        ? UnreachedWords.task(letter, time, reader)
                        : UnreachedWords.done(letter, time, reader);
        Person asked = staff.person(StaffNames.read(who));
        boolean mine = confirmation.open() && confirmation.asked().stream()
                .anyMatch(ask -> ask.person().equals(StaffNames.of(me.id())));
        return new Owed(confirmation.id(), what, PersonView.of(asked.name()), badge(confirmation, reader), mine);
    }

    private PromiseBadge badge(Confirmation confirmation, Reader reader) {
        if (confirmation.confirmedAt() == null) {
            return words.badge(new PromiseReading.NotTaken(confirmation.current().askedAt()), reader)
                    .withWords(say(reader, "desk.asked", time.moment(confirmation.current().askedAt(), reader)));
        }
        return words.badge(new PromiseReading.Kept("ACKNOWLEDGEMENT", confirmation.current().chaseAt(),
                confirmation.confirmedAt()), reader)
                .withWords(say(reader, "desk.confirmed", time.moment(confirmation.confirmedAt(), reader)));
    }

    private String say(Reader reader, String key, Object... parts) {
        return time.say(key, reader.locale(), parts);
    }

    record Side(List<PromiseRow> promises, List<Fact> facts, List<Owed> confirmations, List<Owed> unreached) {}

    /** @param note what is worth knowing beside; may be empty */
    record Fact(String label, String value, String note) {}

    /**
     * @param what is to be done or was; empty where the case itself is to be confirmed
     * @param mine whether the reader can confirm it now
     */
    record Owed(long id, String what, PersonView person, PromiseBadge badge, boolean mine) {}
}
