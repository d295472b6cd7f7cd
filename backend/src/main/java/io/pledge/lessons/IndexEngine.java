package io.pledge.lessons;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Speaks to the search engine. Every failure to do so is {@link SearchUnavailable}. */
@Component
class IndexEngine {
    private static final int GONE = 404;
    private static final int NEWER_THERE = 409;

    private final ElasticsearchClient client;
    private final boolean enabled;
    private final String live;
    private final String next;

    IndexEngine(ElasticsearchClient client, @Value("${pledge.search.enabled:false}") boolean enabled,
            @Value("${pledge.search.index-prefix:pledge-}") String prefix) {
        this.client = client;
        this.enabled = enabled;
        this.live = prefix + "library-v" + IndexLayout.VERSION;
        this.next = live + "-next";
    }

    /** A state to be written: the entry, or nothing where it has no place in the index any more. */
    record Write(Subject subject, long generation, @org.jspecify.annotations.Nullable IndexEntry entry) {}

    /** Whether there is a search engine at all. */
    boolean enabled() {
        return enabled;
    }

    /** The name under which everybody searches. */
    String live() {
        return live;
    }

    /** The name of an index that is being built. */
    String next() {
        return next;
    }

    /** Whether there is an index to search in. */
    boolean isBuilt() {
        return ask(() -> client.indices().existsAlias(alias -> alias.name(live)).value());
    }

    void create(String index) {
        ask(() -> client.indices().create(request -> request.index(index).settings(IndexLayout.settings())
                .mappings(IndexLayout.mapping()).aliases(next, alias -> alias)));
    }

    /**
     * Writes states to the indices of these aliases; what is older than what is there already is passed over.
     *
     * @return why subjects could not be written, by subject
     */
    Map<Subject, String> write(Collection<Write> writes, List<String> aliases) {
        if (writes.isEmpty()) {
            return Map.of();
        }
        var operations = new ArrayList<BulkOperation>();
        writes.forEach(write -> aliases.forEach(alias -> operations.add(operation(write, alias))));
        var answer = ask(() -> client.bulk(bulk -> bulk.operations(operations)));
        var bySubject = new HashMap<String, Subject>();
        writes.forEach(write -> bySubject.put(write.subject().key(), write.subject()));
        var failures = new HashMap<Subject, String>();
        answer.items().stream().filter(IndexEngine::failed).forEach(item -> failures
                .put(bySubject.get(item.id()), item.error() == null ? "status " + item.status() : said(item)));
        return failures;
    }

    private static BulkOperation operation(Write write, String alias) {
        return write.entry() == null
                ? BulkOperation.of(o -> o.delete(d -> d.index(alias).id(write.subject().key())
                        .version(write.generation()).versionType(VersionType.ExternalGte)))
                : BulkOperation.of(o -> o.<IndexEntry>index(i -> i.index(alias).id(write.subject().key())
                        .requireAlias(true).version(write.generation()).versionType(VersionType.ExternalGte)
                        .document(write.entry())));
    }

    /** A deletion of what never was there, and a state older than the one there, are no failures; a missing index is. */
    private static boolean failed(BulkResponseItem item) {
        return item.status() >= 300 && item.status() != NEWER_THERE
                && !(item.status() == GONE && item.error() == null);
    }

    private static String said(BulkResponseItem item) {
        return item.error().type() + ": " + item.error().reason();
    }

    /** Lets everybody search in this index from now on. */
    void putInUse(String index) {
        ask(() -> client.indices().refresh(r -> r.index(index)));
        var actions = new ArrayList<Action>();
        if (isBuilt()) {
            actions.add(Action.of(a -> a.remove(r -> r.index("*").alias(live))));
        }
        actions.add(Action.of(a -> a.remove(r -> r.index(index).alias(next))));
        actions.add(Action.of(a -> a.add(add -> add.index(index).alias(live))));
        ask(() -> client.indices().updateAliases(u -> u.actions(actions)));
    }

    void drop(String index) {
        ask(() -> client.indices().delete(d -> d.index(index).ignoreUnavailable(true)));
    }

    long count() {
        return ask(() -> client.count(c -> c.index(live)).count());
    }

    /** Makes what was written last findable at once, instead of within a second. */
    void refresh() {
        ask(() -> client.indices().refresh(r -> r.index(live)));
    }

    SearchResponse<IndexEntry> search(SearchRequest request) {
        return ask(() -> client.search(request, IndexEntry.class));
    }

    private <T> T ask(Question<T> question) {
        if (!enabled) {
            throw new SearchUnavailable("no search engine is configured");
        }
        try {
            return question.ask();
        } catch (IOException | ElasticsearchException e) {
            throw new SearchUnavailable(e.toString(), e);
        }
    }

    private interface Question<T> {
        T ask() throws IOException;
    }
}
