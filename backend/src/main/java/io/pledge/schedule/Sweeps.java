package io.pledge.schedule;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs recurring jobs and notes how they fared. A job that fails is tried again at its next turn and stops nobody else. */
@Component
public class Sweeps {
    private static final Logger log = LoggerFactory.getLogger(Sweeps.class);

    private final List<Recurring> jobs;
    private final ScheduleRuns runs;
    private final Clock clock;
    private final String node = ManagementFactory.getRuntimeMXBean().getName();
    /** What was said already: a job that fails every second fills no log. */
    private final Map<String, String> said = new ConcurrentHashMap<>();

    Sweeps(List<Recurring> jobs, ScheduleRuns runs, Clock clock) {
        this.jobs = jobs;
        this.runs = runs;
        this.clock = clock;
    }

    /** Runs every job once, in their order, for the present moment: what a moved clock makes due is done on return. */
    public void runAll() {
        jobs.forEach(this::run);
    }

    /** Runs the job of that name once; one that this version no longer has is passed over. */
    void run(String name) {
        jobs.stream().filter(job -> job.name().equals(name)).forEach(this::run);
    }

    private void run(Recurring job) {
        var now = clock.instant();
        var start = System.nanoTime();
        var failure = failureOf(job, now);
        note(job, now, Duration.ofNanos(System.nanoTime() - start), failure);
    }

    private @Nullable String failureOf(Recurring job, Instant now) {
        try {
            job.sweep().accept(now);
            said.remove(job.name());
            return null;
        } catch (RuntimeException | StackOverflowError | AssertionError failed) {
            var reason = failed.toString();
            if (!reason.equals(said.put(job.name(), reason))) {
                log.error("The recurring job '{}' failed and will be tried again in {}", job.name(), job.every(),
                        failed);
            }
            return reason;
        }
    }

    private void note(Recurring job, Instant now, Duration took, @Nullable String failure) {
        try {
            runs.record(job.name(), node, now, took, failure);
        } catch (RuntimeException unreachable) {
            log.debug("The run of '{}' could not be noted", job.name(), unreachable);
        }
    }
}
