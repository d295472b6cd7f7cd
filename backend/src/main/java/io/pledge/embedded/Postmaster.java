package io.pledge.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that an earlier Pledge left behind: the server outlives a killed Java process. It is stopped in good
 * order before the next one starts, so that the data is whole and owned by one server.
 */
final class Postmaster {
    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration FAST = Duration.ofSeconds(60);
    private static final Duration IMMEDIATE = Duration.ofSeconds(15);

    private final Path data;
    private final Path pidFile;

    Postmaster(Path data) {
        this.data = data;
        this.pidFile = data.resolve("postmaster.pid");
    }

    /**
     * Stops the server of this data folder if one is alive, and clears what a dead one left.
     *
     * @throws EngineCannotStart when it cannot be stopped
     */
    void stopIfLeftBehind() {
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            var left = process().filter(this::servesThisFolder);
            if (left.isPresent()) {
                stop(left.get());
            }
            // a number that now belongs to somebody else's process would keep PostgreSQL from starting
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new EngineCannotStart("The file " + pidFile + " cannot be read or removed: " + e,
                    "Check who owns it; if no PostgreSQL runs on that folder, remove the file.", e);
        }
    }

    private Optional<ProcessHandle> process() throws IOException {
        var lines = Files.readAllLines(pidFile);
        try {
            return lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        } catch (NumberFormatException torn) {
            return Optional.empty();
        }
    }

    private boolean servesThisFolder(ProcessHandle process) {
        var info = process.info();
        var said = info.commandLine().or(info::command).orElse("");
        // where the system does not tell arguments (Windows), the name has to do
        return said.contains("postgres") && (info.arguments().isEmpty() || said.contains(data.toString()));
    }

    private void stop(ProcessHandle server) throws IOException {
        log.info("Stopping the PostgreSQL (process {}) that an earlier Pledge left behind", server.pid());
        if (!ends(server, "INT", FAST) && !ends(server, "QUIT", IMMEDIATE)) {
            throw new EngineCannotStart(
                    "The PostgreSQL that an earlier Pledge left behind (process " + server.pid() + ") does not stop.",
                    "End that process, then start Pledge again. The data is kept.");
        }
    }

    private static boolean ends(ProcessHandle server, String signal, Duration patience) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            server.destroyForcibly();
        } else {
            new ProcessBuilder("kill", "-" + signal, Long.toString(server.pid())).start();
        }
        try {
            server.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
