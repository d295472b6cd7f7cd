package io.pledge.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.pledge.organisation.Scope;
import io.pledge.sql.Sql;

/** The values of a filter and a scope by the names that the statements of reports give them; what is not asked for is left out. */
final class FilterParameters {
    private FilterParameters() {}

    /** As a map to which a statement adds its own. */
    static Map<String, Object> of(ReportFilter filter, Scope scope) {
        var parameters = new HashMap<String, Object>(scope.parameters());
        parameters.put("from", Objects.requireNonNull(Sql.at(filter.from())));
        parameters.put("until", Objects.requireNonNull(Sql.at(filter.until())));
        if (filter.below() != null) {
            parameters.put("below", filter.below().path() + "%");
        }
        if (filter.unit() != null) {
            parameters.put("unit", filter.unit().id().value());
        }
        if (filter.tier() != null) {
            parameters.put("tier", filter.tier().name());
        }
        if (filter.level() != null) {
            parameters.put("level", filter.level().name());
        }
        return parameters;
    }
}
