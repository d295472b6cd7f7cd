package io.pledge.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.Scope;
import io.pledge.organisation.ServiceUnit;
import io.pledge.sql.Sql;

/** The one place in which a filter and a scope become SQL, so that a figure and its list cannot differ. */
final class PromiseConditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    PromiseConditions(ReportFilter filter, Scope scope, Instant now) {
        conditions.add("p.counts_at >= :from and p.counts_at < :until");
        put("from", Sql.at(filter.from()));
        put("until", Sql.at(filter.until()));
        put("now", Sql.at(now));
        below(filter.below());
        equal("p.unit_id", "unit", filter.unit() == null ? null : filter.unit().id().value());
        equal("p.tier", "tier", name(filter.tier()));
        equal("p.kind", "kind", name(filter.kind()));
        equal("p.contract_level", "level", name(filter.level()));
        conditions.add(scope.condition("t"));
        parameters.putAll(scope.parameters());
    }

    PromiseConditions and(String condition) {
        conditions.add("(" + condition + ")");
        return this;
    }

    PromiseConditions and(String condition, Map<String, ?> values) {
        values.forEach(this::put);
        return and(condition);
    }

    String sql() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void below(@Nullable ServiceUnit top) {
        if (top != null) {
            conditions.add("p.unit_path like :below");
            put("below", top.path() + "%");
        }
    }

    private void equal(String column, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(column + " = :" + name);
            put(name, value);
        }
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
