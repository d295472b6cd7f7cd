package io.pledge.replay;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.pledge.config.ConfigFolder;

/**
 * Replays the log that {@code --pledge.replay} names, tells how it goes, and stops the program: nothing else that a start
 * brings about comes to pass.
 */
@Component
@ConditionalOnProperty(ReplayCommand.PROPERTY)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReplayCommand implements ApplicationRunner {
    static final String PROPERTY = "pledge.replay";
    private static final Logger LOG = LoggerFactory.getLogger(ReplayCommand.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);

    private final Replay replay;
    private final ReplayTable table;
    private final Onlookers onlookers;
    private final ReplayOrder order;
    private final Clock clock;
    private final ConfigurableApplicationContext application;

    ReplayCommand(Replay replay, ReplayTable table, Onlookers onlookers, ConfigFolder folder, Clock clock,
            ConfigurableApplicationContext application, @Value("${pledge.replay}") String log,
            @Value("${pledge.replay.mapping:#{null}}") @Nullable String mapping,
            @Value("${pledge.replay.incidents:#{null}}") @Nullable Integer incidents) {
        this.replay = replay;
        this.table = table;
        this.onlookers = onlookers;
        this.order = new ReplayOrder(Path.of(log),
                mapping == null ? folder.file("replay/incident-log.yml") : Path.of(mapping), incidents);
        this.clock = clock;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        onlookers.sendAway();
        replay();
        System.exit(SpringApplication.exit(application));
    }

    private void replay() {
        var begun = clock.instant();
        LOG.info("Reading {}", order.log());
        var course = replay.prepare(order);
        if (course.run().finished()) {
            LOG.info("This log was replayed before; nothing is left to do.\n{}", table(course.run()));
            return;
        }
        LOG.info("{} rows read in {} s, {} of them driven before", course.run().logRows(), since(begun).toSeconds(),
                course.run().drivenRows());
        LOG.info("{}\n{}", drive(course, begun), table(course.run()));
    }

    private String drive(Replay.Course course, Instant begun) {
        var heap = new Heap();
        var shown = clock.instant();
        long first = course.run().drivenRows();
        while (!course.run().finished()) {
            var run = course.next();
            heap.look(run);
            if (since(shown).compareTo(BETWEEN_LINES) >= 0) {
                shown = clock.instant();
                LOG.info("{} of {} rows, {} rows/s, {}", run.drivenRows(), run.logRows(),
                        rate(run.drivenRows() - first, begun), run.done().at());
            }
        }
        long driven = course.run().drivenRows() - first;
        return "%d rows in %.1f s: %d rows/s; %s".formatted(driven, since(begun).toMillis() / 1000.0,
                rate(driven, begun), heap.report());
    }

    private String table(ReplayRun run) {
        return ReplayPrint.of(table.of(run));
    }

    private long rate(long rows, Instant begun) {
        return rows * 1000 / Math.max(1, since(begun).toMillis());
    }

    private Duration since(Instant moment) {
        return Duration.between(moment, clock.instant());
    }
}
