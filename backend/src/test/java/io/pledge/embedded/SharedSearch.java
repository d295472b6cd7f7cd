package io.pledge.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** One search engine for all tests of a run, in a folder of its own. */
public final class SharedSearch {
    private SharedSearch() {}

    /** The address of an engine that has started. */
    public static String url() {
        return "http://127.0.0.1:" + Running.ENGINE.port();
    }

    private static final class Running {
        private static final SearchEngine ENGINE = start();

        private static SearchEngine start() {
            try {
                var folder = Files.createTempDirectory("pledge-search");
                var engine = SearchEngine.start(folder);
                engine.started().join();
                SpringApplication.getShutdownHandlers().add(() -> stop(engine, folder));
                return engine;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(SearchEngine engine, Path folder) {
            engine.close();
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }
}
