package io.pledge.embedded;

import java.util.List;

import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails.Node.Protocol;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Supplies the search engine where no {@code spring.elasticsearch.uris} is given. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedSearch.Wanted.class)
class EmbeddedSearch {
    @Bean
    SearchEngine searchEngine(DataFolder folder) {
        return SearchEngine.start(folder.resolve("search"));
    }

    @Bean
    ElasticsearchConnectionDetails searchInside(SearchEngine engine) {
        return () -> List.of(new ElasticsearchConnectionDetails.Node("127.0.0.1", engine.port(), Protocol.HTTP));
    }

    static final class Wanted implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return SearchGiven.inside(context.getEnvironment());
        }
    }
}
