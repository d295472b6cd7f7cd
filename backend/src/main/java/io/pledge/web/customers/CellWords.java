package io.pledge.web.customers;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.customer.BadCell;
import io.pledge.customer.Column;
import io.pledge.customer.Sheet;
import io.pledge.organisation.Person;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.web.view.TimeWords;

/** Says what stands in a sheet in the reader's language. */
@Component
class CellWords {
    private final TimeWords words;
    private final Units units;
    private final Staff staff;

    CellWords(TimeWords words, Units units, Staff staff) {
        this.words = words;
        this.units = units;
        this.staff = staff;
    }

    /** The name of a column. */
    String column(String name, Locale locale) {
        return say("customers.column." + name, locale);
    }

    String sheet(Sheet sheet, Locale locale) {
        return say("customers.sheet." + sheet, locale);
    }

    /** A value as people say it; empty where there is none. */
    String cell(Column column, @Nullable String value, Locale locale) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        return switch (column.kind()) {
            case LEVEL -> say("desk.level." + value.toUpperCase(Locale.ROOT), locale);
            case CONTACT_LEVEL -> say("customers.contactLevel." + value.toUpperCase(Locale.ROOT), locale);
            case DATE ->
                DateTimeFormatter.ofPattern(say("customers.date", locale), locale).format(LocalDate.parse(value));
            case ZONE -> words.zone(ZoneId.of(value), locale);
            case LANGUAGE -> Locale.forLanguageTag(value).getDisplayName(locale);
            case UNIT -> units.byKey(value).map(ServiceUnit::name).orElse(value);
            case MANAGER -> staff.byUsername(value).map(Person::name).orElse(value);
            case INTERVAL -> every(Period.parse(value), locale);
            case RETIRED -> say("customers.retired", locale);
            default -> value;
        };
    }

    private String every(Period every, Locale locale) {
        if (every.getDays() == 0) {
            return every.getMonths() == 0
                    ? say("customers.every.years", locale, every.getYears())
                    : say("customers.every.months", locale, every.toTotalMonths());
        }
        return every.toTotalMonths() > 0 ? every.toString() : say("customers.every.days", locale, every.getDays());
    }

    /** Why a value cannot be taken. */
    String reason(BadCell bad, Locale locale) {
        return say(reasonKey(bad), locale, bad.value(), String.valueOf(bad.number()));
    }

    static String reasonKey(BadCell bad) {
        return "customers.bad." + bad.problem();
    }

    String say(String key, Locale locale, Object... parts) {
        return words.say(key, locale, parts);
    }
}
