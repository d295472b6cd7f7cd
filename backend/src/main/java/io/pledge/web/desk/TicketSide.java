package io.pledge.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.customer.Customers;
import io.pledge.customer.Equipment;
import io.pledge.notifications.Confirmation;
import io.pledge.notifications.Confirmations;
import io.pledge.notifier.PlanTasks;
import io.pledge.notifier.StaffNames;
import io.pledge.organisation.Deputies;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.security.SignedIn;
import io.pledge.sla.Promise;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Home;
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
    private final OwedTasks tasks;
    private final Staff staff;
    private final Units units;
    private final Deputies deputies;
    private final PromiseWords words;
    private final TimeWords time;

    TicketSide(Customers customers, Cases cases, Participants participants, Confirmations confirmations,
            OwedTasks tasks, Staff staff, Units units, Deputies deputies, PromiseWords words,
            TimeWords time) {
        this.customers = customers;
        this.cases = cases;
        this.participants = participants;
        this.confirmations = confirmations;
        this.tasks = tasks;
        this.staff = staff;
        this.units = units;
        this.deputies = deputies;
        this.words = words;
        this.time = time;
    }

    Side of(Ticket ticket, List<Promise> made, SignedIn me, Reader reader) {
        var asked = confirmations.forReference("ticket:" + ticket.id().value());
        var known = tasks.of(asked, reader);
        return new Side(made.stream().map(promise -> row(promise, reader)).toList(), facts(ticket, reader),
                asked.stream().filter(one -> !known.containsKey(one.id()) || !one.open())
                        .map(one -> owed(one, known.get(one.id()), me, reader)).toList(),
                open(asked, known, false, me, reader), open(asked, known, true, me, reader));
    }

    private List<Owed> open(List<Confirmation> asked, Map<Long, OwedTasks.Task> known, boolean byPlan, SignedIn me,
            Reader reader) {
        return asked.stream().filter(Confirmation::open).filter(
                one -> Optional.ofNullable(known.get(one.id())).filter(task -> task.byPlan() == byPlan).isPresent())
                .map(one -> owed(one, known.get(one.id()), me, reader)).toList();
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
        ticket.cameTo().ifPresent(home -> facts.add(cameTo(home, reader)));
        Optional.ofNullable(ticket.onDuty()).map(staff::person).ifPresent(person -> facts.add(new Fact(
                say(reader, "desk.fact.duty"), person.name(), say(reader, "desk.fact.duty.note"))));
        participants.of(ticket.id()).forEach(person -> facts.add(contact(person, reader)));
        return facts;
    }

    /** Why it is with that unit that it came in, and not with another. */
    private Fact cameTo(Home home, Reader reader) {
        String of = home.reason() == Home.Reason.LANGUAGE && home.of() != null
                ? Locale.forLanguageTag(home.of()).getDisplayLanguage(reader.locale())
                : home.of();
        String why = of == null
                ? say(reader, "desk.home." + home.reason())
                : say(reader, "desk.home." + home.reason() + ".of", of);
        String note = home.insteadOf() == null
                ? why
                : say(reader, "desk.home.instead", why, units.unit(home.insteadOf()).name());
        return new Fact(say(reader, "desk.fact.home"), units.unit(home.unit()).name(), note);
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

    private Owed owed(Confirmation confirmation, OwedTasks.@Nullable Task task, SignedIn me, Reader reader) {
        String who = task != null && confirmation.confirmedBy() != null
                ? confirmation.confirmedBy()
                : confirmation.current().person();
        String name = task != null && PlanTasks.isReader(who)
                ? task.customer()
                : staff.person(StaffNames.read(who)).name();
        boolean mine = confirmation.open() && confirmation.asked().stream().map(Confirmation.Ask::person)
                .filter(person -> !PlanTasks.isReader(person)).map(StaffNames::read)
                .anyMatch(person -> person.equals(me.id()) || deputies.acting(person, reader.now()).equals(me.id()));
        return new Owed(confirmation.id(), task == null ? "" : task.what(), task == null ? "" : task.verb(),
                PersonView.of(name),
                badge(confirmation, reader), mine);
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

    record Side(List<PromiseRow> promises, List<Fact> facts, List<Owed> confirmations, List<Owed> unreached,
            List<Owed> planned) {}

    /** @param note what is worth knowing beside; may be empty */
    record Fact(String label, String value, String note) {}

    /**
     * @param what is to be done or was; empty where the case itself is to be confirmed
     * @param verb what the button says; empty as above
     * @param mine whether the reader can confirm it now
     */
    record Owed(long id, String what, String verb, PersonView person, PromiseBadge badge, boolean mine) {}
}
