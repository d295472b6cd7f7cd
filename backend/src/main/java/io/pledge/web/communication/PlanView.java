package io.pledge.web.communication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.communication.BadLine;
import io.pledge.communication.CommunicationPlan;
import io.pledge.communication.CommunicationPlans;
import io.pledge.communication.Occasion;
import io.pledge.communication.PlanHistory;
import io.pledge.communication.PlanLine;
import io.pledge.communication.Way;
import io.pledge.customer.Contact;
import io.pledge.customer.ContactId;
import io.pledge.customer.ContactLevel;
import io.pledge.customer.ContractId;
import io.pledge.customer.Customer;
import io.pledge.customer.Customers;
import io.pledge.customer.SheetRow;
import io.pledge.organisation.Staff;
import io.pledge.ticket.Severity;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Lays the page of a contract's communication plan out. */
@Component
class PlanView {
    private static final int CHANGES = 20;

    private final CommunicationPlans plans;
    private final PlanHistory history;
    private final Customers customers;
    private final Staff staff;
    private final PlanWords words;
    private final TimeWords time;

    PlanView(CommunicationPlans plans, PlanHistory history, Customers customers, Staff staff, PlanWords words,
            TimeWords time) {
        this.plans = plans;
        this.history = history;
        this.customers = customers;
        this.staff = staff;
        this.words = words;
        this.time = time;
    }

    /** A line as the form shows it. @param means whom it means now, in words @param wrong what is wrong with it */
    record Line(String who, PlanLine line, String name, String what, String means, List<String> wrong) {
        public boolean on(Occasion occasion) {
            return line.occasions().contains(occasion);
        }
    }

    /** A change. */
    record Change(String at, String who, List<String> lines) {}

    ModelAndView page(Customer customer, SheetRow contract, PlanForm form, int blank, List<BadLine> bad,
            boolean mayChange, Reader reader) {
        var locale = reader.locale();
        var people = customers.contactsOf(customer.id());
        var id = new ContractId(contract.id());
        var lines = new ArrayList<Line>();
        for (int i = 0; i < form.lines().size(); i++) {
            lines.add(line(form.lines().get(i), people, wrong(bad, i + 1, locale), locale));
        }
        for (int i = 0; i < blank; i++) {
            lines.add(new Line("", new PlanLine(null, null, Set.of(), Way.MAIL, Severity.MINOR, false, false),
                    "", "", "", List.of()));
        }
        return new ModelAndView("communication/plan").addObject("customer", customer).addObject("contract", contract)
                .addObject("base", "/admin/customers/%d/plan/%d".formatted(customer.id().value(), contract.id()))
                .addObject("mayChange", mayChange).addObject("lines", lines).addObject("form", form)
                .addObject("agreed", plans.of(id).version() > 0).addObject("wrong", wrong(bad, 0, locale))
                .addObject("anyWrong", !bad.isEmpty()).addObject("withinWords", words.time(form.within(), locale))
                .addObject("whos", whos(lines, people, locale)).addObject("occasions", Occasion.values())
                .addObject("ways", options(Way.values(), "communication.way.", locale))
                .addObject("severities", options(Severity.values(), "communication.from.", locale))
                .addObject("times", CommunicationPlan.TIMES.stream().map(within -> Option.of(
                        Long.toString(within.toMinutes()), words.time(within, locale))).toList())
                .addObject("offers", plans.offers(id)).addObject("history", history(id, people, reader));
    }

    private Line line(PlanLine line, List<Contact> people, List<String> wrong, Locale locale) {
        var names = people.stream()
                .filter(one -> line.contact() == null ? one.level() == line.level() : one.id().equals(line.contact()))
                .map(one -> one.email() == null && line.way() == Way.MAIL
                        ? words.say("communication.noMail", locale, String.valueOf(one.name()))
                        : String.valueOf(one.name()))
                .collect(Collectors.joining(words.say("communication.and", locale)));
        return new Line(PlanForm.who(line), line, words.who(line, names(people), locale), words.what(line, locale),
                names.isEmpty()
                        ? words.say("communication.means.nobody", locale)
                        : words.say("communication.means", locale, names),
                wrong);
    }

    private List<String> wrong(List<BadLine> bad, int line, Locale locale) {
        return bad.stream().filter(one -> one.line() == line).map(one -> words.say(
                "communication.bad." + one.problem(), locale, String.valueOf(one.line()), String.valueOf(one.other()),
                String.valueOf(CommunicationPlan.MOST_LINES))).toList();
    }

    /** Who is no contact any more stands there too while a line names them. */
    private List<Option> whos(List<Line> lines, List<Contact> people, Locale locale) {
        var options = new ArrayList<Option>();
        for (var level : ContactLevel.values()) {
            options.add(Option.of(PlanForm.who(level), words.say("communication.everybody", locale,
                    words.say("customers.contactLevel." + level, locale),
                    String.valueOf(people.stream().filter(one -> one.level() == level).count()))));
        }
        people.forEach(one -> options.add(Option.of(PlanForm.who(one.id()), String.valueOf(one.name()))));
        lines.stream().filter(line -> !line.who.isEmpty()
                && options.stream().noneMatch(option -> option.value().equals(line.who))).map(Line::who).distinct()
                .forEach(who -> options.add(Option.of(who, words.say("communication.gonePerson", locale))));
        return options;
    }

    private List<Option> options(Enum<?>[] values, String prefix, Locale locale) {
        return Arrays.stream(values).map(value -> Option.of(value.name(), words.say(prefix + value, locale))).toList();
    }

    private List<Change> history(ContractId contract, List<Contact> people, Reader reader) {
        var entries = history.of(contract, CHANGES);
        var names = names(people);
        entries.stream().flatMap(entry -> Stream.concat(entry.added().stream(),
                entry.removed().stream())).map(PlanLine::contact).filter(Objects::nonNull).distinct()
                .filter(one -> !names.containsKey(one)).forEach(one -> {
                    var name = customers.contact(one).name();
                    if (name != null) {
                        names.put(one, name);
                    }
                });
        return entries.stream().map(entry -> change(entry, names, reader)).toList();
    }

    private Change change(PlanHistory.Entry entry, Map<ContactId, String> names, Reader reader) {
        var locale = reader.locale();
        var lines = new ArrayList<String>();
        var within = entry.confirmWithin();
        lines.add(within == null
                ? words.say("communication.change.gone", locale)
                : words.say("communication.change.within", locale, words.time(within, locale)));
        entry.added().forEach(line -> lines.add(words.say("communication.change.added", locale,
                words.who(line, names, locale), words.what(line, locale))));
        entry.removed().forEach(line -> lines.add(words.say("communication.change.removed", locale,
                words.who(line, names, locale), words.what(line, locale))));
        return new Change(time.moment(entry.at(), reader), staff.person(entry.by()).name(), lines);
    }

    private static Map<ContactId, String> names(List<Contact> people) {
        var names = new HashMap<ContactId, String>();
        people.forEach(one -> names.put(one.id(), String.valueOf(one.name())));
        return names;
    }
}
