package io.pledge.steps;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.pledge.config.ConfigNode;
import io.pledge.steps.Doer.Who;
import io.pledge.steps.StepDefinition.Condition;
import io.pledge.steps.StepDefinition.Within;

/** Reads one step from the operator's file. */
final class StepReading {
    private StepReading() {}

    /** @param taken the keys of the steps of this kind that stand before */
    static StepDefinition read(ConfigNode node, List<String> taken) {
        node.allow("key", "label", "by", "fields", "within", "on", "keeps", "shows", "tells", "after", "if",
                "unless-done",
                "before-resolving", "customer");
        var key = FieldReading.key(node, taken);
        var fields = FieldReading.ofStep(node);
        var step = new StepDefinition(key, FieldReading.words(node.child("label")), by(node), fields, within(node),
                only(node, "keeps", "shipment"), only(node, "shows", "warranty"),
                node.optionalText("tells").orElse(null),
                node.optionalList("after").stream().map(ConfigNode::text).toList(), condition(node),
                node.optionalText("unless-done").orElse(null), node.flag("before-resolving", false),
                FieldReading.optionalWords(node, "customer"));
        check(step, node);
        return step;
    }

    private static Doer by(ConfigNode step) {
        var by = step.child("by");
        if (!by.isText()) {
            return new Doer(Who.UNIT, by.allow("unit").text("unit"));
        }
        var who = by.asOneOf(Who.class);
        if (who == Who.UNIT) {
            throw by.fail("a unit is named: {unit: its key}");
        }
        return new Doer(who, null);
    }

    private static @Nullable Within within(ConfigNode step) {
        var time = step.optionalDuration("within");
        if (time.isEmpty()) {
            step.optional("on").ifPresent(on -> {
                throw on.fail("'on' says how the time of 'within' runs, which is missing");
            });
            return null;
        }
        if (!time.get().isPositive()) {
            throw step.fail("within", "this has to be longer than nothing");
        }
        return new Within(time.get(), step.optionalOneOf("on", On.class).orElse(On.UNIT) == On.ALWAYS);
    }

    /** Whether a key is there, which can have one value only. */
    private static boolean only(ConfigNode step, String key, String value) {
        step.optionalText(key).filter(text -> !text.equals(value)).ifPresent(other -> {
            throw step.fail(key, "'%s' is followed by '%s', not '%s'".formatted(key, value, other));
        });
        return step.has(key);
    }

    private static @Nullable Condition condition(ConfigNode step) {
        return step.optional("if").map(node -> {
            node.allow("step", "field", "is");
            Set<String> is = new HashSet<>(node.list("is").stream().map(ConfigNode::text).toList());
            return new Condition(node.text("step"), node.text("field"), is);
        }).orElse(null);
    }

    private static void check(StepDefinition step, ConfigNode node) {
        if (step.ships()) {
            shippingFields(step, node);
        }
        if (step.tells() != null && step.field(step.tells())
                .filter(field -> field.required() && field.type() == FieldType.LONG_TEXT).isEmpty()) {
            throw node.fail("tells", "'%s' is no field of this step of the type long-text that is required"
                    .formatted(step.tells()));
        }
    }

    private static void shippingFields(StepDefinition step, ConfigNode node) {
        for (var name : List.of(StepDefinition.WHAT, StepDefinition.CARRIER, StepDefinition.TRACKING)) {
            if (step.field(name).filter(field -> field.type() == FieldType.TEXT).isEmpty()) {
                throw node.fail("keeps", "a shipment needs a field '%s' of the type text".formatted(name));
            }
        }
        if (!step.field(StepDefinition.WHAT).map(Field::required).orElse(false)) {
            throw node.fail("keeps", "the field 'what' of a shipment has to be required");
        }
    }

    private enum On {
        UNIT, ALWAYS
    }
}
