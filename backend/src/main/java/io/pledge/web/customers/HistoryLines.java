package io.pledge.web.customers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.customer.CustomerHistory;
import io.pledge.customer.DryRun.Change;
import io.pledge.customer.Sheet;
import io.pledge.organisation.Staff;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says who changed what of a customer. */
@Component
class HistoryLines {
    private final CellWords words;
    private final TimeWords time;
    private final Staff staff;

    HistoryLines(CellWords words, TimeWords time, Staff staff) {
        this.words = words;
        this.time = time;
        this.staff = staff;
    }

    /** One change. @param what such as "Contract K-1 changed" @param who with how, if not by hand */
    record Line(String at, String what, List<String> fields, String who) {}

    Line line(CustomerHistory.Entry entry, Reader reader) {
        Locale locale = reader.locale();
        String name = Optional.ofNullable(entry.name()).orElseGet(() -> words.say("customers.erased", locale));
        String who = staff.person(entry.by()).name();
        return new Line(time.moment(entry.at(), reader),
                words.say("customers.change." + entry.what(), locale,
                        words.say("customers.one." + entry.sheet(), locale),
                        name),
                entry.fields().entrySet().stream()
                        .map(field -> field(entry.sheet(), field.getKey(), field.getValue(), locale)).toList(),
                entry.imported() ? words.say("customers.change.imported", locale, who) : who);
    }

    /** "Level: gold → silver"; of what says who a contact is, only that it changed. */
    String field(Sheet sheet, String column, Change change, Locale locale) {
        String name = words.column(column, locale);
        if (change.before() == null && change.after() == null) {
            return words.say("customers.change.kept", locale, name);
        }
        return words.say("customers.change.field", locale, name, said(sheet, column, change.before(), locale),
                said(sheet, column, change.after(), locale));
    }

    private String said(Sheet sheet, String column, @org.jspecify.annotations.Nullable String value, Locale locale) {
        String said = words.cell(sheet.column(column).orElseThrow(), value, locale);
        return said.isEmpty() ? words.say("customers.nothing", locale) : said;
    }
}
