package io.pledge.steps;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigNode;
import io.pledge.ticket.TicketKind;

/** Reads {@code steps.yml}; what does not make sense is refused with file, line and reason. */
final class StepsFile {
    private StepsFile() {}

    /** @param file only the name that complaints give */
    static StepsBook read(Path file, String text) {
        var root = ConfigFile.read(file, new StringReader(text)).allow("kinds").child("kinds")
                .allow(Stream.of(TicketKind.values()).map(StepsFile::written).toArray(String[]::new));
        Map<TicketKind, KindSteps> kinds = new EnumMap<>(TicketKind.class);
        for (var kind : TicketKind.values()) {
            root.optional(written(kind)).ifPresent(node -> kinds.put(kind, kind(node)));
        }
        return new StepsBook(kinds);
    }

    private static String written(TicketKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static KindSteps kind(ConfigNode node) {
        node.allow("form", "tracks");
        var lines = new HashMap<String, ConfigNode>();
        var tracks = new ArrayList<Track>();
        for (var track : node.optionalList("tracks")) {
            tracks.add(track(track, tracks, lines));
        }
        var kind = new KindSteps(FieldReading.form(node), tracks);
        kind.steps().forEach(step -> references(step, kind, line(lines, step)));
        kind.steps().forEach(step -> circle(step, kind, line(lines, step)));
        return kind;
    }

    private static Track track(ConfigNode node, List<Track> before, Map<String, ConfigNode> lines) {
        node.allow("key", "label", "outlives", "steps");
        var key = FieldReading.key(node, before.stream().map(Track::key).toList());
        var steps = new ArrayList<StepDefinition>();
        for (var line : node.list("steps")) {
            var step = StepReading.read(line, List.copyOf(lines.keySet()));
            lines.put(step.key(), line);
            steps.add(step);
        }
        return new Track(key, FieldReading.words(node.child("label")), node.flag("outlives", false), steps);
    }

    private static ConfigNode line(Map<String, ConfigNode> lines, StepDefinition step) {
        var line = lines.get(step.key());
        if (line == null) {
            throw new IllegalStateException(step.key());
        }
        return line;
    }

    /** What a step says of others has to be there. */
    private static void references(StepDefinition step, KindSteps kind, ConfigNode line) {
        step.after().stream().filter(other -> kind.step(other).isEmpty()).findFirst().ifPresent(other -> {
            throw line.fail("after", "there is no step '%s' of this kind".formatted(other));
        });
        if (step.unlessDone() != null && kind.step(step.unlessDone()).isEmpty()) {
            throw line.fail("unless-done", "there is no step '%s' of this kind".formatted(step.unlessDone()));
        }
        var condition = step.onlyIf();
        if (condition != null) {
            var field = kind.step(condition.step()).flatMap(other -> other.field(condition.field()))
                    .filter(one -> one.type() == FieldType.CHOICE && one.required())
                    .orElseThrow(() -> line.fail("if", "there is no step '%s' with a required choice '%s'"
                            .formatted(condition.step(), condition.field())));
            condition.is().stream().filter(key -> field.choice(key).isEmpty()).findFirst().ifPresent(key -> {
                throw line.fail("if", "'%s' is no choice of '%s'".formatted(key, condition.field()));
            });
        }
    }

    /** A step that waits for itself, by whatever way round, could never be done. */
    private static void circle(StepDefinition step, KindSteps kind, ConfigNode line) {
        Set<String> seen = new HashSet<>();
        var ahead = new ArrayList<>(Progress.waitsFor(step));
        while (!ahead.isEmpty()) {
            var other = ahead.removeLast();
            if (other.equals(step.key())) {
                throw line.fail("the step '%s' waits for itself".formatted(step.key()));
            }
            if (seen.add(other)) {
                kind.step(other).map(Progress::waitsFor).ifPresent(ahead::addAll);
            }
        }
    }
}
