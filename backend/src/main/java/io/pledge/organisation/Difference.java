package io.pledge.organisation;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a unit or a person.
 *
 * @param name what people call it
 * @param fields what changes, one by one; none where the whole comes or goes
 */
public record Difference(Subject subject, String name, What what, List<Field> fields) {

    public Difference {
        fields = List.copyOf(fields);
    }

    /** What becomes of it. */
    public enum What {
        ADDED, CHANGED, RETIRED,
        /** Both sides say the same by now, other than what was taken over last. */
        AGREED
    }

    /** A field with its texts before and after; a list has a line for each, nothing said is empty. */
    public record Field(Attribute attribute, String before, String after) {}

    static Difference of(Subject subject, Map<Attribute, String> of, What what) {
        return new Difference(subject, name(subject, of), what, List.of());
    }

    /** What was done from one state to the next. */
    static List<Difference> between(Snapshot before, Snapshot after) {
        var subjects = new LinkedHashSet<>(before.entries().keySet());
        subjects.addAll(after.entries().keySet());
        return subjects.stream().flatMap(subject -> between(subject, before.of(subject), after.of(subject))).toList();
    }

    private static Stream<Difference> between(Subject subject, @Nullable Map<Attribute, String> before,
            @Nullable Map<Attribute, String> after) {
        if (before == null) {
            return Stream.of(of(subject, Objects.requireNonNull(after), What.ADDED));
        }
        if (after == null) {
            return Stream.of(of(subject, before, What.RETIRED));
        }
        var fields = fields(before, after);
        return fields.isEmpty()
                ? Stream.empty()
                : Stream.of(new Difference(subject, name(subject, after), What.CHANGED, fields));
    }

    /** The fields in which the two differ. */
    static List<Field> fields(Map<Attribute, String> before, Map<Attribute, String> after) {
        var all = new EnumMap<Attribute, String>(Attribute.class);
        all.putAll(before);
        all.putAll(after);
        return all.keySet().stream()
                .map(one -> new Field(one, before.getOrDefault(one, ""), after.getOrDefault(one, "")))
                .filter(field -> !field.before.equals(field.after)).toList();
    }

    static String name(Subject subject, Map<Attribute, String> fields) {
        return fields.getOrDefault(Attribute.NAME, subject.key());
    }
}
