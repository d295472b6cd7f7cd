package io.pledge.web.customers;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.pledge.customer.Column.Kind;
import io.pledge.customer.Customer;
import io.pledge.customer.CustomerSheets;
import io.pledge.customer.Sheet;
import io.pledge.customer.SheetRow;
import io.pledge.organisation.Units;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Queue;
import io.pledge.ticket.QueueFilter;
import io.pledge.ticket.QueueRow;
import io.pledge.ticket.QueueView;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Who a customer is, and which of their cases are open. */
@Component
class CustomerFacts {
    private static final int CASES = 20;
    private final CustomerSheets sheets;
    private final CellWords words;
    private final Queue queue;
    private final Units units;
    private final TimeWords time;

    CustomerFacts(CustomerSheets sheets, CellWords words, Queue queue, Units units, TimeWords time) {
        this.sheets = sheets;
        this.words = words;
        this.queue = queue;
        this.units = units;
        this.time = time;
    }

    record Fact(String label, String value) {}

    /** An open case. */
    record Case(String number, String title, String state, String unit, String due, boolean overdue) {}

    List<Fact> of(Customer customer, Reader reader) {
        SheetRow row = sheets.row(Sheet.CUSTOMERS, customer.id().value()).orElseThrow();
        List<Fact> facts = Sheet.CUSTOMERS.columns().stream()
                .filter(column -> !column.name().equals("name") && column.kind() != Kind.RETIRED)
                .map(column -> new Fact(words.column(column.name(), reader.locale()),
                        or(words.cell(column, row.cell(column.name()), reader.locale()), "customers.nothing", reader)))
                .collect(Collectors.toList());
        facts.add(new Fact(words.say("customers.contract", reader.locale()), words.say(
                customer.level() == null ? "desk.level.none" : "desk.level." + customer.level(), reader.locale())));
        return facts;
    }

    /** Those that the reader sees, the next promise first. */
    List<Case> openCases(Customer customer, SignedIn me, Reader reader) {
        var filter = new QueueFilter(QueueView.OPEN, null, null, null, null, customer.id(), null);
        return queue.page(me.scope(), filter, me.id(), reader.now(), null, CASES).stream()
                .map(row -> open(row, reader)).toList();
    }

    private Case open(QueueRow row, Reader reader) {
        var due = row.nextDue();
        return new Case(row.id().number().value(), row.title(), words.say("state." + row.state(), reader.locale()),
                units.unit(row.unit()).name(), due == null ? "" : time.moment(due, reader),
                due != null && due.isBefore(reader.now()));
    }

    private String or(String text, String key, Reader reader) {
        return text.isEmpty() ? words.say(key, reader.locale()) : text;
    }
}
