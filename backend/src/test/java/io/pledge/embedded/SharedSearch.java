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

    /** Stops it; only for a process in which no application context ran, after whose end it would be stopped anyway. */
    public static void stop() {
        Running.stop(Running.ENGINE, Running.FOLDER);
    }

    /** The address of an engine that has started. */
    public static String url() {
        return "http://127.0.0.1:" + Running.ENGINE.port();
    }

    private static final class Running {
        private static final Path FOLDER = folder();
        private static final SearchEngine ENGINE = start();

        private static Path folder() {
            try {
                return Files.createTempDirectory("pledge-search");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static SearchEngine start() {
            var engine = SearchEngine.start(FOLDER);
            engine.started().join();
            SpringApplication.getShutdownHandlers().add(() -> stop(engine, FOLDER));
            return engine;
        }

        private static void stop(SearchEngine engine, Path folder) {
            engine.close();
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }
}
