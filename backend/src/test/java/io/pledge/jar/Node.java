package io.pledge.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.springframework.test.util.TestSocketUtils;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One process of the jar, and somebody who visits it with a browser's cookies. */
final class Node implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(90);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String name;
    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final HttpClient visitor = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Path log;
    private final Process process;

    /**
     * Starts the jar.
     *
     * @param name what the database knows it by: of its connections, and of the jobs that it runs
     * @param folder where the process works; its log goes there as well
     * @param settings properties by name
     */
    Node(String name, Path folder, Map<String, String> settings) {
        this.name = name;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-jar",
                Path.of(System.getProperty("pledge.jar")).toAbsolutePath().toString(), "--server.port=" + port,
                "--spring.datasource.hikari.data-source-properties.ApplicationName=" + name,
                "--spring.quartz.properties.org.quartz.scheduler.instanceId=" + name));
        settings.forEach((setting, value) -> command.add("--" + setting + "=" + value));
        log = folder.resolve(port + ".log");
        try {
            process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(log.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    /** Waits until the process says that it is ready. */
    void awaitReady() {
        Awaitility.await("the jar is ready").atMost(READY).until(this::isReady);
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the jar stopped:\n" + log());
        }
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** As somebody of the staff, by HTTP Basic. */
    HttpResponse<String> get(String path, String username, String password) {
        String basic = Base64.getEncoder().encodeToString((username + ":" + password).getBytes(UTF_8));
        return send(request(path).header("Authorization", "Basic " + basic));
    }

    /** Fills in the form of the portal; the path of the page that answers. */
    String submit(Map<String, String> fields) {
        var token = TOKEN.matcher(get("/").body());
        if (!token.find()) {
            throw new IllegalStateException("the form has no token");
        }
        String body = fields.entrySet().stream().map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&")) + "&_csrf=" + encoded(token.group(1));
        HttpResponse<String> answer = send(request("/submit").header("Content-Type",
                "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
        return answer.headers().firstValue("Location").map(to -> URI.create(to).getPath())
                .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return visitor.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** Everything that the process has written. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process without a chance to tidy up. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).handle((_, late) -> {
            process.destroyForcibly();
            return late;
        }).join();
    }
}
