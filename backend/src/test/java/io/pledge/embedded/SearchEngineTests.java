package io.pledge.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchClientAutoConfiguration;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class SearchEngineTests {
    @TempDir
    Path folder;

    private ApplicationContextRunner pledge() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ElasticsearchRestClientAutoConfiguration.class,
                        ElasticsearchClientAutoConfiguration.class))
                .withUserConfiguration(EmbeddedEngines.class, EmbeddedSearch.class, OpenSearchDialect.class)
                .withPropertyValues("pledge.data-dir=" + folder);
    }

    @Test
    void whatTheClientIndexesIsFoundAfterARestart() {
        pledge().run(context -> {
            context.getBean(SearchEngine.class).started().join();
            var client = context.getBean(ElasticsearchClient.class);
            client.indices().create(index -> index.index("lessons").mappings(m -> m
                    .properties("cause", cause -> cause.text(text -> text.analyzer("cjk")))));
            client.index(i -> i.index("lessons").id("1").document(new Lesson("风扇故障")).refresh(Refresh.True));
        });
        pledge().run(context -> {
            context.getBean(SearchEngine.class).started().join();
            var client = context.getBean(ElasticsearchClient.class);
            awaitShards(client);
            var found = client.search(s -> s.index("lessons").query(q -> q.match(m -> m.field("cause").query("风扇"))),
                    Lesson.class);
            assertThat(found.hits().hits()).singleElement().satisfies(hit -> assertThat(hit.id()).isEqualTo("1"));
        });
    }

    private static void awaitShards(ElasticsearchClient client) {
        Awaitility.await().ignoreExceptions().atMost(Duration.ofSeconds(30))
                .until(() -> client.count(c -> c.index("lessons")).shards().failed().intValue() == 0);
    }

    @Test
    void anEngineThatCannotStartStopsNothing() throws IOException {
        Files.writeString(folder.resolve("search"), "a file where the engine wants a folder");
        pledge().run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(SearchEngine.class).started().handle((node, failure) -> failure).join())
                    .isNotNull();
        });
    }

    @Test
    void noEngineStartsWhereOneIsGivenOrRefused() {
        pledge().withPropertyValues("spring.elasticsearch.uris=http://search.example:9200")
                .run(context -> assertThat(context).doesNotHaveBean(SearchEngine.class)
                        .doesNotHaveBean(OpenSearchDialect.class));
        pledge().withPropertyValues("pledge.search.embedded=false")
                .run(context -> assertThat(context).doesNotHaveBean(SearchEngine.class));
    }

    @Test
    void anOpenSearchGivenByUrlIsSpokenToInItsDialect() {
        pledge().withPropertyValues("spring.elasticsearch.uris=" + SharedSearch.url(),
                "pledge.search.opensearch-compatible=true").run(context -> {
                    assertThat(context).doesNotHaveBean(SearchEngine.class);
                    assertThat(context.getBean(ElasticsearchClient.class).ping().value()).isTrue();
                });
    }

    record Lesson(String cause) {}
}
