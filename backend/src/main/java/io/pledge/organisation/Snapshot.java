package io.pledge.organisation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.OrganisationPlan.PlannedPerson;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;

/** A plan field by field, as texts: what is compared, merged and kept. Nothing said is the empty text; a list has a line for each. */
record Snapshot(Map<Subject, Map<Attribute, String>> entries) {
    private static final String LINE = "\n";

    Snapshot {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static Snapshot of(OrganisationPlan plan) {
        var entries = new LinkedHashMap<Subject, Map<Attribute, String>>();
        plan.units().forEach(unit -> entries.put(Subject.unit(unit.key()), fields(unit)));
        plan.people().forEach(person -> entries.put(Subject.person(person.username()), fields(person)));
        return new Snapshot(entries);
    }

    OrganisationPlan plan() {
        var units = new ArrayList<PlannedUnit>();
        var people = new ArrayList<PlannedPerson>();
        entries.forEach((subject, fields) -> {
            switch (subject.kind()) {
                case UNIT -> units.add(unit(subject.key(), new Texts(fields)));
                case PERSON -> people.add(person(subject.key(), new Texts(fields)));
            }
        });
        units.sort(Comparator.comparing(PlannedUnit::tier).reversed());
        return new OrganisationPlan(units, people);
    }

    /** What is said of it; null where it is not there. */
    @Nullable
    Map<Attribute, String> of(Subject subject) {
        return entries.get(subject);
    }

    /** The same with what the other has put over it, and without what is gone. */
    Snapshot with(Snapshot other, Collection<Subject> gone) {
        var all = new LinkedHashMap<>(entries);
        all.putAll(other.entries);
        gone.forEach(all::remove);
        return new Snapshot(all);
    }

    private static Map<Attribute, String> fields(PlannedUnit unit) {
        var fields = new EnumMap<Attribute, String>(Attribute.class);
        fields.put(Attribute.PARENT, said(unit.parent()));
        fields.put(Attribute.TIER, unit.tier().name());
        fields.put(Attribute.NAME, unit.name());
        fields.put(Attribute.ZONE, unit.zone().getId());
        fields.put(Attribute.CALENDAR, unit.calendar());
        fields.put(Attribute.ADDRESS, said(unit.address()));
        fields.put(Attribute.SUPERVISOR, said(unit.supervisor()));
        fields.put(Attribute.LANGUAGE, unit.language().toLanguageTag());
        fields.put(Attribute.LANGUAGES, lines(unit.languages().stream().map(Locale::toLanguageTag)));
        fields.put(Attribute.PRODUCTS, lines(unit.products().stream()));
        fields.put(Attribute.DUTY, lines(unit.duty().stream()));
        return fields;
    }

    private static Map<Attribute, String> fields(PlannedPerson person) {
        var fields = new EnumMap<Attribute, String>(Attribute.class);
        fields.put(Attribute.NAME, person.name());
        fields.put(Attribute.EMAIL, said(person.email()));
        fields.put(Attribute.UNIT, person.unit());
        fields.put(Attribute.ROLES, lines(person.roles().stream().map(Role::name)));
        fields.put(Attribute.LANGUAGE, person.language().toLanguageTag());
        fields.put(Attribute.ZONE, person.zone().getId());
        fields.put(Attribute.SKILLS, lines(person.skills().stream()));
        fields.put(Attribute.DEPUTY, said(person.deputy()));
        return fields;
    }

    private static PlannedUnit unit(String key, Texts texts) {
        return new PlannedUnit(key, texts.orNull(Attribute.PARENT), Tier.valueOf(texts.text(Attribute.TIER)),
                texts.text(Attribute.NAME), ZoneId.of(texts.text(Attribute.ZONE)), texts.text(Attribute.CALENDAR),
                Locale.forLanguageTag(texts.text(Attribute.LANGUAGE)), texts.orNull(Attribute.SUPERVISOR),
                texts.orNull(Attribute.ADDRESS),
                texts.list(Attribute.LANGUAGES).map(Locale::forLanguageTag).collect(Collectors.toSet()),
                texts.list(Attribute.PRODUCTS).collect(Collectors.toSet()),
                texts.list(Attribute.DUTY).collect(Collectors.toSet()));
    }

    private static PlannedPerson person(String username, Texts texts) {
        Set<Role> roles = texts.list(Attribute.ROLES).map(Role::valueOf).collect(Collectors.toSet());
        return new PlannedPerson(username, texts.text(Attribute.NAME), texts.orNull(Attribute.EMAIL),
                texts.text(Attribute.UNIT), roles, Locale.forLanguageTag(texts.text(Attribute.LANGUAGE)),
                ZoneId.of(texts.text(Attribute.ZONE)), texts.list(Attribute.SKILLS).collect(Collectors.toSet()),
                texts.orNull(Attribute.DEPUTY));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String lines(Stream<String> texts) {
        return texts.sorted().collect(Collectors.joining(LINE));
    }

    private record Texts(Map<Attribute, String> fields) {
        String text(Attribute attribute) {
            return fields.getOrDefault(attribute, "");
        }

        @Nullable
        String orNull(Attribute attribute) {
            return Optional.of(text(attribute)).filter(text -> !text.isEmpty()).orElse(null);
        }

        Stream<String> list(Attribute attribute) {
            return text(attribute).lines();
        }
    }
}
