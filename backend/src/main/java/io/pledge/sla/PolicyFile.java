package io.pledge.sla;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigNode;
import io.pledge.customer.ContractLevel;
import io.pledge.organisation.Tier;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

/** Reads {@code sla-policies.yml}; what does not make sense is refused with file, line and reason. */
final class PolicyFile {
    private static final Map<String, PromiseKind> TARGETS = Map.of("acknowledgement", PromiseKind.ACKNOWLEDGEMENT,
            "progress", PromiseKind.PROGRESS, "on-site", PromiseKind.ON_SITE, "shipment", PromiseKind.SHIPMENT,
            "resolution", PromiseKind.RESOLUTION);
    private static final String SILENCE = "closes-after";
    private static final double DEFAULT_WARNING = 0.75;
    /** A year on the wall clock; in working time of an office, four. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private PolicyFile() {}

    static List<Policies.Line> read(Path file) {
        return read(ConfigFile.read(file));
    }

    /** The same from the top of a file that is open already. */
    static List<Policies.Line> read(ConfigNode top) {
        var root = top.allow("chains", "lines", "default");
        var chains = ChainFile.read(root);
        var lines = new ArrayList<Policies.Line>();
        for (var node : root.list("lines")) {
            var line = line(node.allow("name", "when", "acknowledgement", "progress", "on-site", "shipment",
                    "resolution", SILENCE, "warning", "acknowledged-by", "pauses", "chain", BudgetLine.KEY),
                    match(node),
                    chains);
            refuseShadow(lines, line, node);
            lines.add(line);
        }
        var last = root.child("default").allow("name", "acknowledgement", "progress", "on-site", "shipment",
                "resolution", SILENCE, "warning", "acknowledged-by", "pauses", "chain", BudgetLine.KEY);
        lines.add(line(last, new Policies.Match(Set.of(), Set.of(), Set.of(), Set.of(), Set.of()), chains));
        chains.refuseUnused();
        return List.copyOf(lines);
    }

    private static Policies.Line line(ConfigNode node, Policies.Match match, ChainFile chains) {
        var targets = new TreeMap<PromiseKind, Policies.Allowance>();
        TARGETS.forEach((key, kind) -> node.optional(key).ifPresent(t -> targets.put(kind, allowance(t))));
        for (var kind : List.of("acknowledgement", "progress")) {
            node.child(kind);
        }
        double warning = node.has("warning") ? node.number("warning") : DEFAULT_WARNING;
        if (!(warning > 0 && warning <= 1)) {
            throw node.fail("warning", "a warning is a share above 0 and at most 1");
        }
        return new Policies.Line(node.text("name"), match, targets, warning,
                node.optionalOneOf("acknowledged-by", Terms.AcknowledgedBy.class).orElse(Terms.AcknowledgedBy.PERSON),
                pauses(node), chains.of(node), BudgetLine.read(node, targets.containsKey(PromiseKind.RESOLUTION)),
                node.optional(SILENCE).map(PolicyFile::allowance).orElse(null));
    }

    private static Policies.Allowance allowance(ConfigNode node) {
        node.allow("within", "on");
        var within = node.duration("within");
        if (within.compareTo(Duration.ofSeconds(1)) < 0) {
            throw node.fail("within", "a promise needs some time");
        }
        if (within.compareTo(LONGEST) > 0) {
            throw node.fail("within", "a promise of more than %d hours is none".formatted(LONGEST.toHours()));
        }
        return new Policies.Allowance(within, node.oneOf("on", Policies.CalendarChoice.class));
    }

    private static Set<PromiseKind> pauses(ConfigNode node) {
        if (!node.has("pauses")) {
            return Set.of(PromiseKind.RESOLUTION);
        }
        return node.list("pauses").stream().map(element -> {
            var kind = element.asOneOf(PromiseKind.class);
            if (kind == PromiseKind.PROGRESS) {
                throw element.fail("the duty to report progress never pauses");
            }
            return kind;
        }).collect(Collectors.toUnmodifiableSet());
    }

    private static Policies.Match match(ConfigNode line) {
        var when = line.child("when").allow("level", "customer", "kind", "severity", "tier");
        return new Policies.Match(set(when, "level", n -> n.asOneOf(ContractLevel.class)),
                set(when, "customer", ConfigNode::text), set(when, "kind", n -> n.asOneOf(TicketKind.class)),
                set(when, "severity", n -> n.asOneOf(Severity.class)), set(when, "tier", n -> n.asOneOf(Tier.class)));
    }

    private static <T> Set<T> set(ConfigNode when, String key, Function<ConfigNode, T> read) {
        return when.optional(key).map(
                node -> (node.isList() ? node.elements() : List.of(node)).stream().map(read)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static void refuseShadow(List<Policies.Line> before, Policies.Line line, ConfigNode node) {
        for (var earlier : before) {
            if (earlier.name().equals(line.name())) {
                throw node.fail("name", "the name '%s' is taken by an earlier line".formatted(line.name()));
            }
            if (earlier.match().covers(line.match())) {
                throw node.fail("line '%s' never matches: line '%s' above matches all of it".formatted(line.name(),
                        earlier.name()));
            }
        }
    }
}
