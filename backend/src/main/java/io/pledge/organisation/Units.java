package io.pledge.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** The tree of service units, held in memory. */
@Component
public class Units {
    private static final Comparator<ServiceUnit> TOP_DOWN = Comparator.comparing(ServiceUnit::path);
    private final DirectoryCache cache;

    Units(DirectoryCache cache) {
        this.cache = cache;
    }

    /** A unit, retired or not. @throws NoSuchElementException if there never was one */
    public ServiceUnit unit(UnitId id) {
        return cache.find(directory -> Optional.ofNullable(directory.units().get(id)))
                .orElseThrow(() -> new NoSuchElementException("no unit " + id.value()));
    }

    /** The unit that configuration files call so, retired or not. */
    public Optional<ServiceUnit> byKey(String key) {
        return cache.find(
                directory -> directory.units().values().stream().filter(unit -> unit.key().equals(key)).findFirst());
    }

    /** All units at work, each after the one above it. */
    public List<ServiceUnit> all() {
        return atWork().toList();
    }

    /** The units at work directly below. */
    public List<ServiceUnit> children(UnitId parent) {
        return atWork().filter(unit -> parent.equals(unit.parent())).toList();
    }

    /** The unit a case is escalated to; none above headquarters. */
    public Optional<ServiceUnit> parentOf(UnitId id) {
        return Optional.ofNullable(unit(id).parent()).map(this::unit);
    }

    /** The unit and those above it, from the lowest to the highest. */
    public List<ServiceUnit> lineUp(UnitId id) {
        return Stream.iterate(Optional.of(unit(id)), Optional::isPresent, unit -> parentOf(unit.orElseThrow().id()))
                .map(Optional::orElseThrow).toList();
    }

    /** The units that are retired, as the tree once had them. */
    public List<ServiceUnit> retired() {
        var directory = cache.directory();
        return directory.units().values().stream().filter(unit -> directory.retiredUnits().contains(unit.id()))
                .sorted(TOP_DOWN).toList();
    }

    public boolean isRetired(UnitId id) {
        return cache.directory().retiredUnits().contains(id);
    }

    /** The unit, or where it is retired the next above that is at work; the headquarters where none is. */
    public ServiceUnit atWorkFrom(UnitId id) {
        var retired = cache.directory().retiredUnits();
        return lineUp(id).stream().filter(unit -> !retired.contains(unit.id())).findFirst()
                .orElseGet(() -> all().getFirst());
    }

    /** The paths of the unit and of all below it, the retired ones too: what a {@link Scope} is made of. */
    public Set<String> pathsAtAndBelow(UnitId id) {
        ServiceUnit top = unit(id);
        return cache.directory().units().values().stream().filter(top::covers).map(ServiceUnit::path)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<ServiceUnit> atWork() {
        Directory directory = cache.directory();
        return directory.units().values().stream().filter(unit -> !directory.retiredUnits().contains(unit.id()))
                .sorted(TOP_DOWN);
    }
}
