package io.pledge.organisation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.Difference.Field;
import io.pledge.organisation.Difference.What;

/**
 * Three states field by field: what was taken over last, what the tables hold, what the file says. What only the file changed is taken
 * over, what only the page changed stays, and what both changed otherwise is a conflict.
 */
final class Merge {
    private final Snapshot base;
    private final Snapshot database;
    private final List<Difference> differences = new ArrayList<>();
    private final List<Difference> kept = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Map<Subject, Map<Attribute, String>> merged = new LinkedHashMap<>();
    private final Set<Subject> retired = new LinkedHashSet<>();

    private Merge(Snapshot base, Snapshot database) {
        this.base = base;
        this.database = database;
    }

    static Merge of(Snapshot base, Snapshot database, Snapshot file) {
        var merge = new Merge(base, database);
        file.entries().forEach(merge::inFile);
        base.entries().keySet().stream().filter(subject -> file.of(subject) == null).forEach(merge::goneFromFile);
        return merge;
    }

    /** What the file would do. */
    List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** What the page changed and the file says nothing new about: from what the file says to what stays. */
    List<Difference> kept() {
        return List.copyOf(kept);
    }

    List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /** What the file has, as it would be. */
    Snapshot merged() {
        return new Snapshot(merged);
    }

    /** All units and people as they would be. */
    Snapshot after() {
        return database.with(merged(), retired);
    }

    private void inFile(Subject subject, Map<Attribute, String> file) {
        var before = base.of(subject);
        var now = database.of(subject);
        if (now != null) {
            fieldByField(subject, before == null ? Map.of() : before, now, file);
        } else if (before == null) {
            merged.put(subject, file);
            differences.add(Difference.of(subject, file, What.ADDED));
        } else if (Difference.fields(before, file).isEmpty()) {
            kept.add(Difference.of(subject, file, What.RETIRED));
        } else {
            Difference.fields(before, file).forEach(field -> conflict(subject, file, field.attribute(), null,
                    field.after()));
        }
    }

    private void fieldByField(Subject subject, Map<Attribute, String> before, Map<Attribute, String> now,
            Map<Attribute, String> file) {
        var result = new EnumMap<>(file);
        var changed = new ArrayList<Field>();
        var stays = new ArrayList<Field>();
        boolean news = Difference.fields(before, file).stream().map(Field::attribute)
                .anyMatch(one -> text(now, one).equals(text(file, one)));
        for (var field : Difference.fields(now, file)) {
            var one = field.attribute();
            if (text(file, one).equals(text(before, one)) && !before.isEmpty()) {
                stays.add(new Field(one, field.after(), field.before()));
                result.put(one, field.before());
            } else if (text(now, one).equals(text(before, one)) && !before.isEmpty()) {
                changed.add(field);
            } else {
                conflict(subject, now, one, field.before(), field.after());
            }
        }
        merged.put(subject, result);
        note(differences, subject, now, changed);
        note(kept, subject, now, stays);
        if (news && changed.isEmpty()) {
            differences.add(Difference.of(subject, now, What.AGREED));
        }
    }

    private void goneFromFile(Subject subject) {
        var before = base.entries().get(subject);
        var now = database.of(subject);
        if (now == null) {
            differences.add(Difference.of(subject, before, What.AGREED));
            return;
        }
        var changed = Difference.fields(before, now);
        changed.forEach(field -> conflict(subject, now, field.attribute(), field.after(), null));
        if (changed.isEmpty()) {
            retired.add(subject);
            differences.add(Difference.of(subject, now, What.RETIRED));
        }
    }

    private void conflict(Subject subject, Map<Attribute, String> of, Attribute attribute, @Nullable String page,
            @Nullable String file) {
        conflicts.add(new Conflict(subject, Difference.name(subject, of), attribute, page, file));
    }

    private static void note(List<Difference> list, Subject subject, Map<Attribute, String> now, List<Field> fields) {
        if (!fields.isEmpty()) {
            list.add(new Difference(subject, Difference.name(subject, now), What.CHANGED, fields));
        }
    }

    private static String text(Map<Attribute, String> fields, Attribute attribute) {
        return fields.getOrDefault(attribute, "");
    }
}
