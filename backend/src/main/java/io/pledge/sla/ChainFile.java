package io.pledge.sla;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.pledge.calendar.WorkingTime;
import io.pledge.config.ConfigNode;
import io.pledge.organisation.Tier;

/** The chains of {@code sla-policies.yml}, and which of them its lines use. */
final class ChainFile {
    private static final String DEFAULT = "default";
    private static final int MOST_BOUNCES = 100;

    private final Map<String, ConfigNode> nodes = new LinkedHashMap<>();
    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    private ChainFile() {}

    /** Reads what stands under {@code chains}; nothing where that is missing. */
    static ChainFile read(ConfigNode root) {
        var file = new ChainFile();
        root.optional("chains").ifPresent(node -> node.keys().forEach(name -> {
            file.nodes.put(name, node.child(name));
            file.chains.put(name,
                    chain(name, node.child(name).allow("at-night", "at-intake", "bounces", "before", "steps")));
        }));
        return file;
    }

    /** The chain that a line goes by: the one it names, otherwise that of the name {@code default}. */
    Chain of(ConfigNode line) {
        var name = line.optionalText("chain").orElse(DEFAULT);
        var chain = chains.get(name);
        if (chain == null) {
            throw line.has("chain")
                    ? line.fail("chain", "no chain is named '%s'; there are %s".formatted(name, chains.keySet()))
                    : line.fail("the line names no chain, and none is named 'default'");
        }
        used.add(name);
        return chain;
    }

    /** Once all lines are read: a chain that no line uses is a mistake in one of them. */
    void refuseUnused() {
        nodes.forEach((name, node) -> {
            if (!used.contains(name)) {
                throw node.fail("no line uses the chain '%s'".formatted(name));
            }
        });
    }

    private static Chain chain(String name, ConfigNode node) {
        var steps = new ArrayList<Chain.Step>();
        var tier = Tier.LOCAL;
        for (var element : node.list("steps")) {
            var step = step(element.allow("tell", "to", "take-within"), steps.isEmpty());
            if (step.to() != Chain.To.STAYS) {
                tier = step.to().from(tier).orElseThrow(() -> element.fail("to",
                        "the step never happens: the steps before it have brought every case so far up"));
            }
            steps.add(step);
        }
        if (steps.isEmpty()) {
            throw node.fail("steps", "the chain '%s' has no step".formatted(name));
        }
        return new Chain(name, node.flag("at-night", false), lifts(node), before(node), steps);
    }

    private static Chain.Lifts lifts(ConfigNode chain) {
        var intake = chain.optionalOneOf("at-intake", Chain.To.class).orElse(null);
        if (intake == Chain.To.STAYS) {
            throw chain.fail("at-intake", "a case stays at its home where the chain does not say 'at-intake'");
        }
        if (!chain.has("bounces")) {
            return new Chain.Lifts(intake, null);
        }
        double bounces = chain.number("bounces");
        if (bounces < 1 || bounces > MOST_BOUNCES || bounces != Math.rint(bounces)) {
            throw chain.fail("bounces", "a case is handed back once or more, at most %d times".formatted(MOST_BOUNCES));
        }
        return new Chain.Lifts(intake, (int) bounces);
    }

    private static List<Chain.Notice> before(ConfigNode chain) {
        var notices = new ArrayList<Chain.Notice>();
        double last = 0;
        for (var element : chain.optionalList("before")) {
            var node = element.allow("at", "tell");
            double at = node.number("at");
            if (!(at > 0 && at < 1)) {
                throw node.fail("at", "people are told at a share of the time above 0 and below 1");
            }
            if (at <= last) {
                throw node.fail("at", "the shares grow from line to line, and %s comes after %s".formatted(at, last));
            }
            last = at;
            var told = node.list("tell").stream().map(who -> who.asOneOf(Chain.Up.class)).collect(Collectors.toSet());
            if (told.isEmpty()) {
                throw node.fail("tell", "nobody is told");
            }
            notices.add(new Chain.Notice(at, told));
        }
        return notices;
    }

    private static Chain.Step step(ConfigNode node, boolean first) {
        var to = node.oneOf("to", Chain.To.class);
        var tell = tell(node, first);
        if (to == Chain.To.STAYS) {
            if (!first) {
                throw node.fail("to",
                        "only the first step can leave the case where it is; without a step it stays, too");
            }
            if (node.has("take-within")) {
                throw node.fail("take-within", "nobody has to take a case that stays");
            }
            return new Chain.Step(tell, to, null);
        }
        var takeWithin = WorkingTime.ofSeconds(node.duration("take-within").toSeconds());
        if (takeWithin.isZero()) {
            throw node.fail("take-within", "nobody takes a case in no time");
        }
        return new Chain.Step(tell, to, takeWithin);
    }

    private static Set<Chain.Told> tell(ConfigNode node, boolean first) {
        var told = new HashSet<Chain.Told>();
        for (var element : node.optionalList("tell")) {
            var who = element.asOneOf(Chain.Told.class);
            if (who == Chain.Told.HOLDER && !first) {
                throw element.fail("nobody holds a case that nobody took; only the first step can tell the holder");
            }
            if (!told.add(who)) {
                throw element.fail("'%s' is told by this step already".formatted(element.text()));
            }
        }
        return told;
    }
}
