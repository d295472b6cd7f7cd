package io.pledge.web.desk;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.pledge.customer.Customer;
import io.pledge.customer.CustomerId;
import io.pledge.customer.Customers;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TimelineEntry;
import io.pledge.web.ChangeWords;
import io.pledge.web.ShipmentWords;
import io.pledge.web.WindowWords;
import io.pledge.web.steps.StepWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** What an entry tells beside who did it: what the case was taken for from then on, what was seen on site, what was shipped. */
@Component
class TicketChanges {
    private final Customers customers;
    private final ChangeWords changes;
    private final Staff staff;
    private final WindowWords windows;
    private final StepWords steps;
    private final TimeWords time;

    TicketChanges(Customers customers, ChangeWords changes, Staff staff, WindowWords windows, StepWords steps,
            TimeWords time) {
        this.customers = customers;
        this.changes = changes;
        this.staff = staff;
        this.windows = windows;
        this.steps = steps;
        this.time = time;
    }

    /** What an entry tells of it; empty where it tells of something else. */
    String of(Ticket ticket, TimelineEntry entry, Reader reader) {
        return switch (entry.what()) {
            case SEVERITY_CHANGED -> time.say("desk.change.severity", reader.locale(),
                    time.say("severity." + entry.detail().get("from"), reader.locale()),
                    time.say("severity." + entry.detail().get("to"), reader.locale()));
            case CUSTOMER_ATTACHED -> attached(entry, reader);
            case PROMISE_CHANGED -> changes.why(entry, reader.locale());
            case VISIT_PLANNED, VISIT_CONFIRMED, VISIT_MOVED, VISIT_DONE, VISIT_CANCELLED -> visit(entry, reader);
            case VISIT_ARRIVED -> entry.detail().getOrDefault("note", "");
            case TIME_USED -> timeUsed(entry, reader);
            case MERGED -> entry.detail().getOrDefault("into", "");
            case ABSORBED -> entry.detail().getOrDefault("from", "");
            case LINKED, UNLINKED, SPLIT -> entry.detail().getOrDefault("other", "");
            case SHIPPED -> ShipmentWords.of(entry, time, reader);
            case STEP_DONE, STEP_REOPENED, STEP_TOLD -> steps.of(ticket, entry, reader);
            default -> "";
        };
    }

    /** When, and who travels. */
    private String visit(TimelineEntry entry, Reader reader) {
        String when = windows.of(entry, reader.locale());
        return Optional.ofNullable(entry.detail().get("engineer"))
                .map(id -> staff.person(new PersonId(Long.parseLong(id))).name())
                .map(name -> when.isEmpty() ? name : time.say("visit.whose", reader.locale(), when, name))
                .orElse(when);
    }

    private String timeUsed(TimelineEntry entry, Reader reader) {
        var told = Stream.of(entry.detail().getOrDefault("people", "").split(",")).filter(id -> !id.isEmpty())
                .map(id -> staff.person(new PersonId(Long.parseLong(id))).name())
                .collect(Collectors.joining(time.say("list.separator", reader.locale())));
        return time.say(told.isEmpty() ? "desk.change.timeUsed" : "desk.change.timeUsed.told", reader.locale(),
                entry.detail().getOrDefault("share", ""), told);
    }

    private String attached(TimelineEntry entry, Reader reader) {
        String name = customer(entry, "customer").map(Customer::name).orElse("");
        String level = Optional.ofNullable(entry.detail().get("level"))
                .map(key -> time.say("desk.level." + key, reader.locale()))
                .orElseGet(() -> time.say("desk.level.none", reader.locale()));
        return customer(entry, "from").map(Customer::name)
                .map(before -> time.say("desk.change.corrected", reader.locale(), name, level, before))
                .orElseGet(() -> time.say("desk.change.customer", reader.locale(), name, level));
    }

    private Optional<Customer> customer(TimelineEntry entry, String key) {
        return Optional.ofNullable(entry.detail().get(key))
                .map(id -> customers.customer(new CustomerId(Long.parseLong(id))));
    }
}
