package io.pledge.replay;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigNode;
import io.pledge.organisation.Tier;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

/** Reads and checks a mapping file. */
final class MappingFile {
    private final List<LogMapping.Unit> units = new ArrayList<>();
    private final Set<String> teams = new HashSet<>();

    private MappingFile() {}

    /** @throws io.pledge.config.ConfigurationInvalid with file, line and reason for what does not make sense */
    static LogMapping read(Path file) {
        return new MappingFile().mapping(ConfigFile.read(file));
    }

    private LogMapping mapping(ConfigNode top) {
        top.allow("customer", "zone", "date", "unknown", "columns", "kind", "severities", "states", "intake", "units");
        top.list("units").forEach(this::unit);
        return new LogMapping(owner(top.child("customer")), top.zone("zone"), date(top.child("date")),
                top.optionalText("unknown").orElse(null), columns(top.child("columns")),
                top.oneOf("kind", TicketKind.class), constants(top.child("severities"), Severity.class),
                constants(top.child("states"), LogState.class), knownUnit(top.child("intake")).key(),
                List.copyOf(units));
    }

    private static LogMapping.Owner owner(ConfigNode node) {
        node.allow("key", "name", "site", "contact", "language");
        return new LogMapping.Owner(node.text("key"), node.text("name"), node.text("site"), node.text("contact"),
                Locale.forLanguageTag(node.text("language")));
    }

    private static DateTimeFormatter date(ConfigNode node) {
        try {
            return DateTimeFormatter.ofPattern(node.text(), Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw node.fail("'%s' is no format of a date: %s".formatted(node.text(), e.getMessage()));
        }
    }

    private static LogMapping.Columns columns(ConfigNode node) {
        node.allow("incident", "state", "at", "opened", "team", "severity", "caller", "place", "subject");
        return new LogMapping.Columns(node.text("incident"), node.text("state"), node.text("at"),
                node.optionalText("opened").orElse(null), node.text("team"),
                node.optionalText("severity").orElse(null), node.optionalText("caller").orElse(null),
                node.optionalText("place").orElse(null),
                node.optionalList("subject").stream().map(ConfigNode::text).toList());
    }

    private static <E extends Enum<E>> Map<String, E> constants(ConfigNode node, Class<E> type) {
        Map<String, E> found = new LinkedHashMap<>();
        node.keys().forEach(key -> found.put(key, node.oneOf(key, type)));
        return found;
    }

    private void unit(ConfigNode node) {
        node.allow("key", "parent", "tier", "name", "teams");
        var tier = node.oneOf("tier", Tier.class);
        node.optional("parent").ifPresentOrElse(parent -> checkParent(parent, tier), () -> {
            if (tier != Tier.HEADQUARTERS) {
                throw node.fail("the unit needs a parent one tier above it");
            }
        });
        node.optionalList("teams").forEach(team -> {
            if (!teams.add(team.text())) {
                throw team.fail("team '%s' sits in two units".formatted(team.text()));
            }
        });
        units.add(new LogMapping.Unit(node.text("key"), node.optionalText("parent").orElse(null), tier,
                node.text("name"), node.optionalList("teams").stream().map(ConfigNode::text).toList()));
    }

    private void checkParent(ConfigNode parent, Tier tier) {
        if (tier.above().filter(above -> above == knownUnit(parent).tier()).isEmpty()) {
            throw parent.fail("a case climbs one tier at a time: the parent of a %s unit is not %s"
                    .formatted(tier, knownUnit(parent).tier()));
        }
    }

    private LogMapping.Unit knownUnit(ConfigNode node) {
        return units.stream().filter(unit -> unit.key().equals(node.text())).findFirst()
                .orElseThrow(() -> node.fail("there is no unit '%s' above this line".formatted(node.text())));
    }
}
