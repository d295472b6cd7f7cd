package io.pledge.embedded;

import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.stereotype.Component;

/**
 * Lets the Elasticsearch client talk to an OpenSearch: it knows neither the versioned media types that the client sends
 * nor the header by which the client recognises its server.
 */
@Component
@Conditional(OpenSearchDialect.Spoken.class)
final class OpenSearchDialect implements Rest5ClientBuilderCustomizer {
    private static final String PRODUCT = "X-Elastic-Product";

    @Override
    public void customize(Rest5ClientBuilder builder) {
        // nothing here; what differs is in the HTTP client below it
    }

    @Override
    public void customize(HttpAsyncClientBuilder http) {
        http.addRequestInterceptorLast((request, entity, context) -> {
            plain(request, HttpHeaders.CONTENT_TYPE);
            plain(request, HttpHeaders.ACCEPT);
        });
        http.addResponseInterceptorFirst((response, entity, context) -> {
            if (!response.containsHeader(PRODUCT)) {
                response.addHeader(PRODUCT, "Elasticsearch");
            }
        });
    }

    private static void plain(HttpMessage message, String header) {
        var sent = message.getFirstHeader(header);
        if (sent != null) {
            var type = sent.getValue().replace("vnd.elasticsearch+", "").replaceAll(";\\s*compatible-with=\\d+", "");
            message.setHeader(header, type);
        }
    }

    static final class Spoken implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return SearchGiven.isOpenSearch(context.getEnvironment());
        }
    }
}
