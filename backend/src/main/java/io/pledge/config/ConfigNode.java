package io.pledge.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of a configuration file: a mapping, a list or a text, with the line it stands on. Every method that finds something else
 * than it was asked for throws {@link ConfigurationInvalid}.
 */
public final class ConfigNode {
    /** What is longer is a typing error, and a time that far ahead could not be computed with. */
    private static final Duration LONGEST = Duration.ofDays(3653);

    private final Path file;
    private final Node node;

    ConfigNode(Path file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** The line it begins on, counted from 1. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** The complaint about this value, to be thrown. */
    public ConfigurationInvalid fail(String reason) {
        return new ConfigurationInvalid(file, line(), reason);
    }

    /** The complaint about one key of this mapping, with that key's line where it is there, to be thrown. */
    public ConfigurationInvalid fail(String key, String reason) {
        return optional(key).map(value -> value.fail(reason)).orElseGet(() -> fail(reason));
    }

    /** Refuses every key but these. Call it once per mapping, so that a misspelt key is not silently without effect. */
    public ConfigNode allow(String... allowed) {
        Set<String> known = Set.of(allowed);
        mapping().forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.fail("unknown key '%s'; known here: %s".formatted(key, String.join(", ", allowed)));
            }
        });
        return this;
    }

    /** The keys of this mapping, in the order of the file. */
    public Set<String> keys() {
        return mapping().keySet();
    }

    public boolean has(String key) {
        return optional(key).isPresent();
    }

    /** The value under a key that must be there. */
    public ConfigNode child(String key) {
        return optional(key).orElseThrow(() -> fail("'%s' is missing".formatted(key)));
    }

    /** The value under a key, empty where the key is missing or its value is {@code null}. */
    public Optional<ConfigNode> optional(String key) {
        return Optional.ofNullable(mapping().get(key)).filter(value -> !Tag.NULL.equals(value.node.getTag()));
    }

    /** The elements of the list under a key that must be there. */
    public List<ConfigNode> list(String key) {
        return child(key).elements();
    }

    /** The elements of the list under a key; none where the key is missing. */
    public List<ConfigNode> optionalList(String key) {
        return optional(key).map(ConfigNode::elements).orElse(List.of());
    }

    /** The elements of this list. */
    public List<ConfigNode> elements() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(element -> new ConfigNode(file, element)).toList();
        }
        throw fail("a list is expected here");
    }

    /** The non-empty text of this value, as written (numbers and dates too). */
    public String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw fail("a text is expected here");
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public String text(String key) {
        return child(key).text();
    }

    public Optional<String> optionalText(String key) {
        return optional(key).map(ConfigNode::text);
    }

    /** An ISO 8601 duration such as {@code PT4H}; zero is allowed, negative is not. */
    public Duration duration(String key) {
        return child(key).asDuration();
    }

    public Optional<Duration> optionalDuration(String key) {
        return optional(key).map(ConfigNode::asDuration);
    }

    /** An IANA zone such as {@code Europe/Berlin}; offsets are refused, since they know nothing of summer time. */
    public ZoneId zone(String key) {
        return child(key).asZone();
    }

    public Optional<ZoneId> optionalZone(String key) {
        return optional(key).map(ConfigNode::asZone);
    }

    /** An ISO date such as {@code 2026-11-24}. */
    public LocalDate date(String key) {
        return child(key).parsed(LocalDate::parse, "a date such as 2026-11-24");
    }

    public Optional<LocalDate> optionalDate(String key) {
        return optional(key).map(value -> value.parsed(LocalDate::parse, "a date such as 2026-11-24"));
    }

    public int integer(String key) {
        return child(key).parsed(Integer::valueOf, "a whole number");
    }

    public double number(String key) {
        return child(key).parsed(ConfigNode::finite, "a number");
    }

    /** {@code true} or {@code false}; {@code otherwise} where the key is missing. */
    public boolean flag(String key, boolean otherwise) {
        return optional(key).map(value -> switch (value.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw value.fail("true or false is expected, not '%s'".formatted(value.text()));
        }).orElse(otherwise);
    }

    /** A constant of the enum, written small with dashes: {@code account-manager} for {@code ACCOUNT_MANAGER}. */
    public <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        return child(key).asOneOf(type);
    }

    public <E extends Enum<E>> Optional<E> optionalOneOf(String key, Class<E> type) {
        return optional(key).map(value -> value.asOneOf(type));
    }

    /** This text as a constant of the enum; see {@link #oneOf}. */
    public <E extends Enum<E>> E asOneOf(Class<E> type) {
        String text = text();
        return Stream.of(type.getEnumConstants()).filter(constant -> written(constant).equals(text)).findFirst()
                .orElseThrow(() -> fail("'%s' is none of %s".formatted(text, Stream.of(type.getEnumConstants())
                        .map(ConfigNode::written).collect(Collectors.joining(", ")))));
    }

    private Duration asDuration() {
        Duration duration = parsed(Duration::parse, "a duration such as PT4H or PT30M");
        if (duration.isNegative()) {
            throw fail("a duration cannot be negative");
        }
        if (duration.compareTo(LONGEST) > 0) {
            throw fail("a duration of more than ten years makes no sense");
        }
        return duration;
    }

    private ZoneId asZone() {
        String text = text();
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw fail("'%s' is no time zone such as Europe/Berlin".formatted(text));
        }
        return ZoneId.of(text);
    }

    private <T> T parsed(Function<String, T> parser, String expected) {
        String text = text();
        try {
            return parser.apply(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw fail("%s is expected, not '%s'".formatted(expected, text));
        }
    }

    private static double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException();
        }
        return number;
    }

    private Map<String, ConfigNode> mapping() {
        if (!(node instanceof MappingNode mapping)) {
            throw fail("keys and values are expected here");
        }
        Map<String, ConfigNode> found = new LinkedHashMap<>();
        for (NodeTuple pair : mapping.getValue()) {
            String key = new ConfigNode(file, pair.getKeyNode()).text();
            if (found.putIfAbsent(key, new ConfigNode(file, pair.getValueNode())) != null) {
                throw new ConfigNode(file, pair.getKeyNode()).fail("'%s' is given twice".formatted(key));
            }
        }
        return found;
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
