package io.pledge.organisation;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.pledge.config.ConfigNode;
import io.pledge.organisation.OrganisationPlan.PlannedPerson;

/** The people of the file. */
final class PersonLines {
    static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9.-]*");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private final Map<String, PlannedPerson> people = new LinkedHashMap<>();

    static PersonLines read(List<ConfigNode> lines, UnitLines units) {
        PersonLines read = new PersonLines();
        lines.forEach(line -> read.add(line, units));
        lines.forEach(read::checkDeputy);
        return read;
    }

    List<PlannedPerson> planned() {
        return List.copyOf(people.values());
    }

    Optional<PlannedPerson> byUsername(String username) {
        return Optional.ofNullable(people.get(username));
    }

    private void add(ConfigNode line, UnitLines units) {
        line.allow("username", "name", "email", "unit", "roles", "language", "zone", "skills", "deputy");
        String username = matching(line.child("username"), USERNAME,
                "no user name (small letters, digits, dots, dashes)");
        Optional<String> email = line.optional("email").map(value -> matching(value, EMAIL, "no e-mail address"));
        String unit = units.known(line.child("unit"));
        ZoneId zone = line.optionalZone("zone").orElseGet(() -> units.get(unit).zone());
        PlannedPerson person = new PlannedPerson(username, line.text("name"), email.orElse(null), unit, roles(line),
                OrganisationFile.language(line.child("language")), zone,
                line.optionalList("skills").stream().map(ConfigNode::text).collect(Collectors.toSet()),
                line.optionalText("deputy").orElse(null));
        if (people.putIfAbsent(username, person) != null) {
            throw line.fail("username", "person '%s' is given twice".formatted(username));
        }
    }

    private void checkDeputy(ConfigNode line) {
        line.optional("deputy").ifPresent(deputy -> {
            if (!people.containsKey(deputy.text()) || deputy.text().equals(line.text("username"))) {
                throw deputy.fail("'%s' cannot stand in: nobody else of that name".formatted(deputy.text()));
            }
        });
    }

    private static Set<Role> roles(ConfigNode line) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        line.list("roles").forEach(role -> roles.add(role.asOneOf(Role.class)));
        if (roles.isEmpty()) {
            throw line.fail("roles", "at least one role is needed");
        }
        return roles;
    }

    private static String matching(ConfigNode value, Pattern pattern, String complaint) {
        if (!pattern.matcher(value.text()).matches()) {
            throw value.fail("'%s' is %s".formatted(value.text(), complaint));
        }
        return value.text();
    }
}
