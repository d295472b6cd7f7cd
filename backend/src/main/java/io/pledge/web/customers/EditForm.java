package io.pledge.web.customers;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.customer.BadCell;
import io.pledge.customer.Column;
import io.pledge.customer.Column.Kind;
import io.pledge.customer.ContactLevel;
import io.pledge.customer.ContractLevel;
import io.pledge.customer.Customer;
import io.pledge.customer.CustomerEdits.Outcome;
import io.pledge.customer.CustomerSheets;
import io.pledge.customer.Sheet;
import io.pledge.customer.SheetRow;
import io.pledge.organisation.Calendars;
import io.pledge.organisation.Products;
import io.pledge.organisation.Role;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;

/** Lays the form of a row out: a field for every column, with what can be chosen, and what is wrong at its field. */
@Component
class EditForm {
    private static final String FORM = "form";
    private static final int MOST_SITES = 500;
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*")).sorted()
            .toList();
    private static final List<String> LANGUAGES = List.of("en", "zh-CN");

    private final CellWords words;
    private final Units units;
    private final Staff staff;
    private final Calendars calendars;
    private final Products products;
    private final CustomerSheets sheets;

    EditForm(CellWords words, Units units, Staff staff, Calendars calendars, Products products,
            CustomerSheets sheets) {
        this.words = words;
        this.units = units;
        this.staff = staff;
        this.calendars = calendars;
        this.products = products;
        this.sheets = sheets;
    }

    /**
     * A field.
     *
     * @param hint null where the label says it all
     * @param options what can be chosen; null where anything can be typed
     * @param proposals what may be typed; empty for none
     */
    record Field(String name, String label, @Nullable String hint, Kind kind, boolean optional,
            @Nullable List<Option> options, List<String> proposals) {}

    /** @param customer whose row it is; null for a new customer @param row as it is now; null for a new one */
    ModelAndView page(Sheet sheet, @Nullable Customer customer, @Nullable SheetRow row, Map<String, String> values,
            Reader reader) {
        Map<String, String> form = new LinkedHashMap<>();
        sheet.columns().forEach(column -> form.put(column.name(),
                values.getOrDefault(column.name(), row == null ? proposed(column, customer) : "")));
        String title = words.say((row == null ? "customers.add." : "customers.edit.") + sheet, reader.locale());
        return new ModelAndView("customers/edit").addObject(FORM, form)
                .addObject(BindingResult.MODEL_KEY_PREFIX + FORM, new MapBindingResult(form, FORM))
                .addObject("action", action(sheet, customer, row)).addObject("title", title)
                .addObject("customer", customer).addObject("sheet", sheet)
                .addObject("version", row == null ? null : row.version())
                .addObject("fields", sheet.columns().stream().filter(column -> column.kind() != Kind.CUSTOMER)
                        .filter(column -> row != null || column.kind() != Kind.RETIRED)
                        .map(column -> field(column, form.get(column.name()), customer, reader.locale())).toList());
    }

    ModelAndView refused(ModelAndView page, Outcome.Refused refused) {
        var errors = (BindingResult) page.getModel().get(BindingResult.MODEL_KEY_PREFIX + FORM);
        for (BadCell bad : refused.bad()) {
            Object[] parts = {bad.value(), String.valueOf(bad.number())};
            if (errors != null && bad.column() != null) {
                errors.rejectValue(bad.column(), CellWords.reasonKey(bad), parts, null);
            }
        }
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** What was typed stays; where somebody else made it another is said, and whoever sends it once more knows. */
    ModelAndView moved(ModelAndView page, Outcome.Moved moved, Reader reader) {
        SheetRow now = moved.now();
        if (now == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Sheet sheet = (Sheet) page.getModel().get("sheet");
        Map<?, ?> typed = (Map<?, ?>) page.getModel().get(FORM);
        page.addObject("version", now.version());
        page.addObject("moved", sheet.columns().stream()
                .filter(column -> !now.cell(column.name()).equals(String.valueOf(typed.get(column.name())).strip()))
                .map(column -> words.say("customers.moved.field", reader.locale(),
                        words.column(column.name(), reader.locale()), now.cell(column.name()).isEmpty()
                                ? words.say("customers.nothing", reader.locale())
                                : words.cell(column, now.cell(column.name()), reader.locale())))
                .toList());
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static String action(Sheet sheet, @Nullable Customer customer, @Nullable SheetRow row) {
        if (customer == null) {
            return "/admin/customers/new";
        }
        String page = "/admin/customers/" + customer.id().value();
        return sheet.isOfCustomer()
                ? page + "/" + sheet.word() + "/" + (row == null ? "new" : row.id())
                : page + "/edit";
    }

    private static String proposed(Column column, @Nullable Customer customer) {
        if (customer == null) {
            return "";
        }
        return switch (column.kind()) {
            case ZONE -> customer.zone().getId();
            case LANGUAGE -> customer.language().toLanguageTag();
            default -> "";
        };
    }

    private Field field(Column column, @Nullable String value, @Nullable Customer customer, Locale locale) {
        List<Option> options = options(column.kind(), locale);
        if (options != null && value != null && !value.isEmpty()
                && options.stream().noneMatch(option -> option.value().equals(value))) {
            options = Stream.concat(options.stream(), Stream.of(Option.of(value, words.cell(column, value, locale))))
                    .toList();
        }
        String hint = "customers.hint." + column.kind();
        return new Field(column.name(), words.column(column.name(), locale),
                Stream.of(Kind.KEY, Kind.ZONE, Kind.CALENDAR, Kind.MANAGER, Kind.INTERVAL, Kind.DAYS, Kind.RETIRED)
                        .anyMatch(column.kind()::equals)
                                ? words.say(hint, locale)
                                : null,
                column.kind(), !column.required(), options, proposals(column, customer));
    }

    private @Nullable List<Option> options(Kind kind, Locale locale) {
        return switch (kind) {
            case LANGUAGE -> LANGUAGES.stream()
                    .map(tag -> Option.of(tag, Locale.forLanguageTag(tag).getDisplayName(locale))).toList();
            case LEVEL -> Stream.of(ContractLevel.values()).map(level -> Option.of(
                    level.name().toLowerCase(Locale.ROOT), words.say("desk.level." + level, locale))).toList();
            case CONTACT_LEVEL -> Stream.of(ContactLevel.values()).map(level -> Option.of(
                    level.name().toLowerCase(Locale.ROOT), words.say("customers.contactLevel." + level, locale)))
                    .toList();
            case CALENDAR -> calendars.names().stream().sorted().map(name -> Option.of(name, name)).toList();
            case UNIT -> units.all().stream().map(unit -> Option.of(unit.key(), unit.name())).toList();
            case MANAGER -> staff.holding(Role.ACCOUNT_MANAGER).stream()
                    .map(person -> Option.of(person.username(), person.name())).toList();
            default -> null;
        };
    }

    private List<String> proposals(Column column, @Nullable Customer customer) {
        if (column.kind() == Kind.ZONE) {
            return ZONES;
        }
        if (column.kind() == Kind.SITE && customer != null) {
            return sheets.page(Sheet.SITES, customer.id(), "", null, MOST_SITES).stream()
                    .filter(site -> !site.retired())
                    .map(site -> site.cell("name")).toList();
        }
        if (column.kind() == Kind.CONTRACT && customer != null) {
            return sheets.page(Sheet.CONTRACTS, customer.id(), "", null, MOST_SITES).stream()
                    .map(contract -> contract.cell("number")).toList();
        }
        if (column.kind() == Kind.INTERVAL) {
            return List.of("P1M", "P3M", "P6M", "P1Y");
        }
        return column.name().equals("product") ? products.names() : List.of();
    }
}
