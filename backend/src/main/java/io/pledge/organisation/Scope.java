package io.pledge.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which tickets somebody may see: the same rule as an SQL condition and in memory.
 * <p>
 * A ticket is seen when the unit it lies with, or one it once lay with, is among the unit paths (involved units keep seeing it), or when
 * its customer is looked after by one of the account managers. It is a plain overlap of arrays, which an index serves: the unit paths
 * hold every unit of a subtree, not only its top, and the involved paths of a ticket hold the unit it lies with.
 *
 * @param all sees everything, whatever the sets hold
 * @param unitPaths paths such as {@code /hq/central-europe/}
 * @param managedBy ids of account managers
 */
public record Scope(boolean all, Set<String> unitPaths, Set<Long> managedBy) {
    private static final Pattern PATH = Pattern.compile("/([a-z0-9-]+/)+");
    private static final Pattern ALIAS = Pattern.compile("[a-z][a-z0-9_]*");

    /** @throws IllegalArgumentException if a path is none; the letters allowed keep {@code like} patterns literal */
    public Scope {
        unitPaths = Set.copyOf(unitPaths);
        managedBy = Set.copyOf(managedBy);
        unitPaths.stream().filter(path -> !PATH.matcher(path).matches()).findFirst().ifPresent(path -> {
            throw new IllegalArgumentException("no path of a unit: " + path);
        });
    }

    public static Scope everything() {
        return new Scope(true, Set.of(), Set.of());
    }

    public static Scope nothing() {
        return new Scope(false, Set.of(), Set.of());
    }

    public static Scope of(Set<String> unitPaths, Set<Long> managedBy) {
        return new Scope(false, unitPaths, managedBy);
    }

    /** What one of the two sees. */
    public Scope or(Scope other) {
        if (all || other.all) {
            return everything();
        }
        return of(union(unitPaths, other.unitPaths), union(managedBy, other.managedBy));
    }

    /**
     * The condition for a table or alias with the columns {@code involved_paths} (text[]) and {@code account_manager_id}; in brackets
     * where it needs them. Its named parameters are those of {@link #parameters}.
     */
    public String condition(String alias) {
        if (!ALIAS.matcher(alias).matches()) {
            throw new IllegalArgumentException("no alias: " + alias);
        }
        if (all) {
            return "true";
        }
        List<String> parts = new ArrayList<>();
        if (!unitPaths.isEmpty()) {
            parts.add("%s.involved_paths && cast(:scope_paths as text[])".formatted(alias));
        }
        if (!managedBy.isEmpty()) {
            parts.add("%s.account_manager_id = any(cast(:scope_managers as bigint[]))".formatted(alias));
        }
        return parts.isEmpty() ? "false" : "(" + String.join(" or ", parts) + ")";
    }

    /** The values for {@link #condition}: exactly the names it uses. */
    public Map<String, Object> parameters() {
        if (all) {
            return Map.of();
        }
        Map<String, Object> values = new HashMap<>();
        if (!unitPaths.isEmpty()) {
            values.put("scope_paths", unitPaths.toArray(String[]::new));
        }
        if (!managedBy.isEmpty()) {
            values.put("scope_managers", managedBy.toArray(Long[]::new));
        }
        return values;
    }

    /** Whether a ticket with these values is seen; says the same as {@link #condition}. */
    public boolean sees(Collection<String> involvedPaths, @Nullable PersonId accountManager) {
        return all || involvedPaths.stream().anyMatch(unitPaths::contains)
                || accountManager != null && managedBy.contains(accountManager.value());
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
