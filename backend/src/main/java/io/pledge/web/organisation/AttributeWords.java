package io.pledge.web.organisation;

import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Attribute;
import io.pledge.organisation.OrganisationHistory;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** What is said of units and people, as the reader calls it. */
@Component
class AttributeWords {
    private final Units units;
    private final Staff staff;
    private final TimeWords words;

    AttributeWords(Units units, Staff staff, TimeWords words) {
        this.units = units;
        this.staff = staff;
        this.words = words;
    }

    /** A field before and after. */
    record Change(String label, String before, String after) {}

    /** A line of the record of a unit or person. */
    record Past(String when, String who, String what, java.util.List<String> fields) {}

    String label(Attribute attribute, Locale locale) {
        return say("organisation.field." + attribute, locale);
    }

    /** The texts of a field, a line for each. */
    String value(Attribute attribute, String text, Locale locale) {
        return text.isEmpty()
                ? say("organisation.nothing", locale)
                : text.lines().map(line -> one(attribute, line, locale))
                        .collect(Collectors.joining(say("list.separator", locale)));
    }

    Past past(OrganisationHistory.Entry entry, Reader reader) {
        var locale = reader.locale();
        return new Past(words.moment(entry.at(), reader),
                entry.by() == null
                        ? say("organisation.by.start", locale)
                        : staff.person(entry.by()).name(),
                say("organisation.past." + entry.what(), locale, source(entry.origin(), locale)),
                entry.fields().stream().map(field -> field.before().isEmpty() && field.after().isEmpty()
                        ? label(field.attribute(), locale)
                        : say("organisation.past.field", locale, label(field.attribute(), locale),
                                value(field.attribute(), field.before(), locale),
                                value(field.attribute(), field.after(), locale)))
                        .toList());
    }

    String say(String key, Locale locale, Object... parts) {
        return words.say(key, locale, parts);
    }

    private String source(String origin, Locale locale) {
        return switch (origin) {
            case "page", "file" -> say("organisation.origin." + origin, locale);
            default -> say("organisation.origin.other", locale, origin);
        };
    }

    private String one(Attribute attribute, String text, Locale locale) {
        return switch (attribute) {
            case TIER -> say("tier." + text, locale);
            case ROLES -> say("role." + text, locale);
            case LANGUAGE, LANGUAGES -> Locale.forLanguageTag(text).getDisplayLanguage(locale);
            case PARENT, UNIT -> units.byKey(text).map(unit -> unit.name()).orElse(text);
            case SUPERVISOR, DEPUTY -> name(staff.byUsername(text).map(person -> person.name()).orElse(null), text);
            case NAME, ZONE, CALENDAR, ADDRESS, PRODUCTS, DUTY, EMAIL, SKILLS -> text;
        };
    }

    private static String name(@Nullable String name, String username) {
        return name == null ? username : name;
    }
}
