package io.pledge.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.reindex.ReindexModulePlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessModulePlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search engine inside: one OpenSearch node in this process, durable in the data folder, reachable from this machine
 * only. It starts beside the application, which never waits for it and goes on without it when it fails.
 */
final class SearchEngine implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SearchEngine.class);
    private static final List<Class<? extends Plugin>> PLUGINS = List.of(Netty4ModulePlugin.class,
            CommonAnalysisModulePlugin.class, ReindexModulePlugin.class, PainlessModulePlugin.class);

    private final int port;
    private final CompletableFuture<Node> node = new CompletableFuture<>();

    private SearchEngine(int port) {
        this.port = port;
    }

    /** Begins to start the engine over the folder's data and comes back at once. */
    static SearchEngine start(Path folder) {
        var engine = new SearchEngine(freePort());
        Thread.ofPlatform().name("search-engine-start").start(() -> engine.run(folder));
        return engine;
    }

    private void run(Path folder) {
        try {
            node.complete(new InProcess(settings(folder)).start());
        } catch (Exception | LinkageError | AssertionError e) {
            log.error("The search engine inside did not start; Pledge works without search. Data: {}", folder, e);
            node.completeExceptionally(e);
        }
    }

    private Settings settings(Path folder) {
        return Settings.builder()
                .put("cluster.name", "pledge")
                .put("node.name", "pledge")
                .put("path.home", folder)
                .put("path.data", folder.resolve("data"))
                .put("path.logs", folder.resolve("logs"))
                .put("discovery.type", "single-node")
                .put("http.host", "127.0.0.1")
                .put("http.port", port)
                .put("transport.host", "127.0.0.1")
                .put("transport.port", 0)
                .put("action.auto_create_index", false)
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
    }

    /** Known before the engine answers on it, so that clients can be built while it starts. */
    int port() {
        return port;
    }

    /** Completes when the engine has started, exceptionally when it could not. */
    CompletableFuture<?> started() {
        return node;
    }

    /** Stops the engine, waiting for its start to end first: a half started one would keep its files. */
    @Override
    public void close() {
        node.handle((running, failure) -> running).thenAccept(SearchEngine::stop).join();
    }

    private static void stop(Node running) {
        try {
            if (running != null) {
                running.close();
            }
        } catch (IOException e) {
            log.warn("The search engine inside did not stop in good order", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EngineCannotStart("There is no free port for the search engine inside: " + e,
                    "Give a search engine by SPRING_ELASTICSEARCH_URIS, or go without: pledge.search.embedded=false",
                    e);
        }
    }

    /** A node that takes its plugins from the class path. */
    private static final class InProcess extends Node {
        private InProcess(Settings settings) {
            super(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "pledge"),
                    PLUGINS.stream().map(InProcess::described).toList(), false);
        }

        private static PluginInfo described(Class<? extends Plugin> plugin) {
            return new PluginInfo(plugin.getSimpleName(), plugin.getSimpleName(), Version.CURRENT.toString(),
                    Version.CURRENT,
                    "21", plugin.getName(), List.of(), false);
        }
    }
}
