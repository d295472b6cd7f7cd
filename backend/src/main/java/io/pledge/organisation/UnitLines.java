package io.pledge.organisation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pledge.config.ConfigNode;
import io.pledge.organisation.OrganisationPlan.PlannedPerson;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;

/** The units of the file, with their lines for complaints. The tiers make a circle of parents impossible. */
final class UnitLines {
    static final Pattern KEY = Pattern.compile("[a-z0-9-]+");
    private final Map<String, PlannedUnit> units = new LinkedHashMap<>();
    private final Map<String, ConfigNode> lines = new LinkedHashMap<>();

    private final List<String> products;

    private UnitLines(List<String> products) {
        this.products = products;
    }

    /** @param products what the vendor sells, of which a unit may serve some */
    static UnitLines read(List<ConfigNode> lines, List<String> products) {
        UnitLines read = new UnitLines(products);
        lines.forEach(read::add);
        read.units.values().forEach(read::checkParent);
        return read;
    }

    /** The units, each after its parent. */
    List<PlannedUnit> topDown() {
        return units.values().stream().sorted(Comparator.comparing(PlannedUnit::tier).reversed()).toList();
    }

    PlannedUnit get(String key) {
        return units.get(key);
    }

    /** The key that this value holds. */
    String known(ConfigNode value) {
        if (!units.containsKey(value.text())) {
            throw value.fail("there is no unit '%s'".formatted(value.text()));
        }
        return value.text();
    }

    void checkSupervisors(PersonLines people) {
        units.forEach((key, unit) -> {
            ConfigNode line = lines.get(key);
            PlannedPerson head = Optional.ofNullable(unit.supervisor()).flatMap(people::byUsername)
                    .orElseThrow(() -> line.fail("supervisor",
                            "unit '%s' names an unknown supervisor '%s'".formatted(key, unit.supervisor())));
            if (!head.roles().contains(Role.HEAD) || !head.unit().equals(key)) {
                throw line.fail("supervisor",
                        "'%s' cannot supervise unit '%s': no head of that unit".formatted(head.username(), key));
            }
        });
    }

    private void add(ConfigNode line) {
        line.allow("key", "parent", "tier", "name", "zone", "calendar", "language", "supervisor", "address",
                "languages", "products", "duty");
        String key = line.text("key");
        if (!KEY.matcher(key).matches()) {
            throw line.fail("key", "a key has only small letters, digits and dashes, not '%s'".formatted(key));
        }
        PlannedUnit unit = new PlannedUnit(key, line.optionalText("parent").orElse(null),
                line.oneOf("tier", Tier.class),
                line.text("name"), line.zone("zone"), line.text("calendar"),
                OrganisationFile.language(line.child("language")),
                line.text("supervisor"), line.optionalText("address").orElse(null), languages(line), served(line),
                duty(line));
        if (units.putIfAbsent(key, unit) != null) {
            throw line.fail("key", "unit '%s' is given twice".formatted(key));
        }
        lines.put(key, line);
    }

    /** Its own language, and those given beside. */
    private static Set<Locale> languages(ConfigNode line) {
        return Stream.concat(Stream.of(line.child("language")), line.optionalList("languages").stream())
                .map(OrganisationFile::language).collect(Collectors.toSet());
    }

    private Set<String> served(ConfigNode line) {
        return line.optionalList("products").stream().map(product -> {
            if (!products.contains(product.text())) {
                throw product.fail("'%s' is none of the products".formatted(product.text()));
            }
            return product.text();
        }).collect(Collectors.toSet());
    }

    private static Set<String> duty(ConfigNode line) {
        return line.optionalList("duty").stream().map(one -> Duty.line(one.text()).orElseThrow(() -> one.fail(
                "a line of duty is expected such as 'lena mon-fri 17:00-08:00' or 'lena 2026-12-24T16:00/2026-12-28T08:00', not '%s'"
                        .formatted(one.text()))))
                .collect(Collectors.toSet());
    }

    private void checkParent(PlannedUnit unit) {
        ConfigNode line = lines.get(unit.key());
        Optional<Tier> above = unit.tier().above();
        if (above.isEmpty()) {
            checkTop(unit, line);
            return;
        }
        String parent = line.text("parent");
        PlannedUnit found = units.get(parent);
        if (found == null) {
            throw line.fail("parent", "unit '%s' names an unknown parent '%s'".formatted(unit.key(), parent));
        }
        if (found.tier() != above.get()) {
            throw line.fail("parent",
                    "unit '%s' is %s, its parent '%s' is %s; a case climbs one tier at a time".formatted(unit.key(),
                            unit.tier(), parent, found.tier()));
        }
    }

    private void checkTop(PlannedUnit unit, ConfigNode line) {
        if (unit.parent() != null) {
            throw line.fail("parent", "headquarters '%s' cannot have a parent".formatted(unit.key()));
        }
        Set<String> tops = Set.copyOf(units.values().stream().filter(other -> other.tier() == Tier.HEADQUARTERS)
                .map(PlannedUnit::key).toList());
        if (tops.size() > 1) {
            throw line.fail("tier", "there can be one headquarters, not %d".formatted(tops.size()));
        }
    }
}
