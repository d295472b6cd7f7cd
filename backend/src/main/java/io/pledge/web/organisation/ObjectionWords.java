package io.pledge.web.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

import io.pledge.organisation.Attribute;
import io.pledge.organisation.Objection;
import io.pledge.organisation.Objection.Reason;
import io.pledge.web.view.TimeWords;

/** Says what stands against a change, at the field of a form where it has one. */
@Component
class ObjectionWords {
    private static final Map<Attribute, String> FIELDS = Map.of(Attribute.PARENT, "parent", Attribute.CALENDAR,
            "calendar", Attribute.SUPERVISOR, "supervisor", Attribute.UNIT, "unit", Attribute.ROLES, "roles",
            Attribute.DUTY, "duty", Attribute.DEPUTY, "deputy");

    private final TimeWords words;

    ObjectionWords(TimeWords words) {
        this.words = words;
    }

    String say(Objection objection, Locale locale) {
        return words.say("organisation.refused." + objection.reason(), locale,
                objection.words().stream().map(ObjectionWords::argument).toArray());
    }

    private static @Nullable String field(Objection one) {
        return switch (one.reason()) {
            case KEY, KEY_TAKEN -> "key";
            case AWAY_ORDER -> "until";
            case AWAY_TWICE -> "from";
            case NO_DEPUTY -> "deputy";
            default -> one.attribute() == null ? null : FIELDS.get(one.attribute());
        };
    }

    /** Counts as numbers, so that one is said otherwise than many. */
    private static Object argument(String word) {
        return word.matches("[0-9]{1,9}") ? Integer.valueOf(word) : word;
    }

    /** With whom or what it is about in front, where that does not go without saying. */
    String sayOf(Objection objection, Locale locale) {
        return words.say("organisation.refused.of", locale, objection.name(), say(objection, locale));
    }

    /** @return whether it is nothing typed but somebody else who was quicker */
    boolean reject(Errors errors, List<Objection> objections, Locale locale) {
        objections.forEach(one -> {
            var field = field(one);
            if (field == null || errors.getFieldType(field) == null) {
                errors.reject("refused", say(one, locale));
            } else {
                errors.rejectValue(field, "refused", say(one, locale));
            }
        });
        return objections.stream().anyMatch(one -> one.reason() == Reason.MEANWHILE);
    }
}
