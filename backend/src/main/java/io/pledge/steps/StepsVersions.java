package io.pledge.steps;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigFolder;
import io.pledge.config.ConfigurationInvalid;
import io.pledge.organisation.Units;
import io.pledge.sql.Sql;

/** The operator's file as it was at each start that found it changed: a case keeps the version under which it came in. */
@Component
class StepsVersions {
    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;
    private final Path file;
    private final long current;
    private final Map<Long, StepsBook> books = new ConcurrentHashMap<>();

    StepsVersions(ConfigFolder folder, JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
        this.file = folder.file("steps.yml");
        var text = ConfigFile.text(file);
        var book = StepsFile.read(file, text);
        current = keep(text);
        books.put(current, book);
    }

    /** Once the organisation is known: a unit that there is not stops the start. */
    @EventListener(ContextRefreshedEvent.class)
    void requireUnits() {
        book(current).steps().map(StepDefinition::by).map(Doer::unit).filter(Objects::nonNull)
                .filter(key -> units.byKey(key).isEmpty()).findFirst().ifPresent(key -> {
                    throw new ConfigurationInvalid(file, line(key), "there is no unit '%s'".formatted(key));
                });
    }

    /** The version for cases that come in now. */
    long current() {
        return current;
    }

    StepsBook book(long version) {
        return books.computeIfAbsent(version, this::load);
    }

    private StepsBook load(long version) {
        return StepsFile.read(file, jdbc.sql("select body from steps_version where id = :id").param("id", version)
                .query(String.class).single());
    }

    private long keep(String text) {
        var fingerprint = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
        jdbc.sql("""
                insert into steps_version (fingerprint, body, loaded_at) values (:fingerprint, :body, :at)
                on conflict do nothing
                """).param("fingerprint", fingerprint).param("body", text).param("at", Sql.at(clock.instant()))
                .update();
        return jdbc.sql("select id from steps_version where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint).query(Long.class).single();
    }

    /** Where the file names the unit. */
    private int line(String unit) {
        var lines = ConfigFile.text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches(".*\\bunit:\\s*[\"']?%s\\b.*".formatted(unit))) {
                return i + 1;
            }
        }
        return 0;
    }
}
