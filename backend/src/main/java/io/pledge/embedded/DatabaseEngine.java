package io.pledge.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL inside: started with the application, durable in the data folder, reachable from this machine only. Anybody
 * on this machine may connect; who cannot accept that gives a database of their own by URL.
 */
final class DatabaseEngine implements AutoCloseable {
    static final String USER = "postgres";
    private static final String DATABASE = "pledge";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private DatabaseEngine(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server over the folder's data, or over new data where there is none, and waits until it answers.
     *
     * @throws EngineCannotStart when it does not
     */
    static DatabaseEngine start(DataFolder folder) {
        var data = folder.resolve("postgresql");
        var output = folder.resolve("postgresql.log");
        var unfinished = folder.resolve("postgresql.unfinished");
        try {
            new Postmaster(data).stopIfLeftBehind();
            prepare(data, unfinished);
            Files.deleteIfExists(output);
            var engine = new DatabaseEngine(server(folder, data, output).start());
            engine.createDatabase();
            Files.deleteIfExists(unfinished);
            return engine;
        } catch (IOException | IllegalStateException | SQLException e) {
            throw new EngineCannotStart("The PostgreSQL inside did not start: " + e.getMessage(), remedy(output), e);
        }
    }

    /** A first start that was killed half way leaves a folder that no server can use, and nothing worth keeping. */
    private static void prepare(Path data, Path unfinished) throws IOException {
        if (Files.exists(unfinished)) {
            FileSystemUtils.deleteRecursively(data);
        }
        if (!Files.exists(data)) {
            Files.writeString(unfinished,
                    "The first start has not finished; the folder beside this file holds nothing yet.");
        }
    }

    private static EmbeddedPostgres.Builder server(DataFolder folder, Path data, Path output) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("engine").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                // the library turns these off for tests; here nothing acknowledged may be lost
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setOutputRedirector(Redirect.appendTo(output.toFile()))
                .setErrorRedirector(Redirect.appendTo(output.toFile()));
    }

    private void createDatabase() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'");
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private static String remedy(Path output) {
        if ("root".equals(System.getProperty("user.name"))) {
            return "PostgreSQL refuses to run as root, and 'unshare -U', which would help, may be forbidden here. Run Pledge "
                    + "as another user, or give a database by SPRING_DATASOURCE_URL. The server's words: " + output;
        }
        return "Read the server's words in " + output + ", or give a database by SPRING_DATASOURCE_URL.";
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DATABASE;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
