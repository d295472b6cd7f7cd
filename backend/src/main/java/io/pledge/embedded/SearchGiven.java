package io.pledge.embedded;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** What the operator said about search. */
final class SearchGiven {
    private SearchGiven() {}

    /** A search engine was given by URL. */
    static boolean byUrl(Environment environment) {
        return StringUtils.hasText(environment.getProperty("spring.elasticsearch.uris"))
                || environment.containsProperty("spring.elasticsearch.uris[0]");
    }

    /** None was given and the one inside was not refused. */
    static boolean inside(Environment environment) {
        return !byUrl(environment) && environment.getProperty("pledge.search.embedded", Boolean.class, true);
    }

    /** The engine speaks OpenSearch's dialect of the protocol. */
    static boolean isOpenSearch(Environment environment) {
        return inside(environment)
                || environment.getProperty("pledge.search.opensearch-compatible", Boolean.class, false);
    }
}
