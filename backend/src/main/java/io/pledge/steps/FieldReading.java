package io.pledge.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.pledge.config.ConfigNode;
import io.pledge.steps.Field.Asked;

/** Reads the fields of a form or a step from the operator's file. */
final class FieldReading {
    private static final String KEY = "[a-z][a-z0-9-]{0,39}";

    private FieldReading() {}

    static List<Field> form(ConfigNode kind) {
        return fields(kind, "form", true);
    }

    static List<Field> ofStep(ConfigNode step) {
        return fields(step, "fields", false);
    }

    /** A key that nothing else in the list has. */
    static String key(ConfigNode node, List<String> taken) {
        var key = node.text("key");
        if (!key.matches(KEY)) {
            throw node.fail("key", "a key is small letters, digits and dashes, at most 40");
        }
        if (taken.contains(key)) {
            throw node.fail("key", "there are two '%s'".formatted(key));
        }
        return key;
    }

    static Words words(ConfigNode node) {
        node.allow(Words.ENGLISH, Words.CHINESE);
        return new Words(node.text(Words.ENGLISH), node.text(Words.CHINESE));
    }

    static @Nullable Words optionalWords(ConfigNode node, String key) {
        return node.optional(key).map(FieldReading::words).orElse(null);
    }

    private static List<Field> fields(ConfigNode owner, String list, boolean form) {
        var fields = new ArrayList<Field>();
        for (var node : owner.optionalList(list)) {
            fields.add(field(node, fields.stream().map(Field::key).toList(), form));
        }
        return fields;
    }

    private static Field field(ConfigNode node, List<String> taken, boolean form) {
        if (form) {
            node.allow("key", "type", "label", "hint", "required", "asked", "choices");
        } else {
            node.allow("key", "type", "label", "hint", "required", "choices");
        }
        var type = node.oneOf("type", FieldType.class);
        var asked = Optional.of(form).filter(inForm -> inForm).flatMap(_ -> node.optionalOneOf("asked", Asked.class));
        return new Field(key(node, taken), type, words(node.child("label")), optionalWords(node, "hint"),
                node.flag("required", false), asked.orElse(form ? Asked.CUSTOMER : Asked.STAFF),
                choices(node, type, form));
    }

    private static List<Field.Choice> choices(ConfigNode field, FieldType type, boolean form) {
        var choices = new ArrayList<Field.Choice>();
        for (var node : field.optionalList("choices")) {
            node.allow("key", "label", "only");
            var key = key(node, choices.stream().map(Field.Choice::key).toList());
            boolean headOnly = node.optionalText("only").isPresent();
            if (headOnly && (form || !node.text("only").equals("head"))) {
                throw node.fail("only", form ? "a form asks everybody the same" : "'only' is followed by 'head'");
            }
            choices.add(new Field.Choice(key, words(node.child("label")), headOnly));
        }
        if (type == FieldType.CHOICE ? choices.size() < 2 : !choices.isEmpty()) {
            throw field.fail(type == FieldType.CHOICE ? "type" : "choices", type == FieldType.CHOICE
                    ? "a choice needs at least two 'choices'"
                    : "only a field of the type choice has 'choices'");
        }
        return choices;
    }
}
