package io.pledge.sla;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;

/**
 * How late a breach is noticed when two hundred promises fall due in every second, beside the other way to do it: one Quartz
 * trigger a promise, on the same database, whose jobs do nothing at all. Not one of the tests; README says how to run it.
 */
@PledgeTest(reset = PledgeTest.Reset.NEVER,
        // as many as it takes at once, which is the best that Quartz can do
        properties = {"spring.quartz.properties.org.quartz.jobStore.misfireThreshold=60000",
                "spring.quartz.properties.org.quartz.scheduler.batchTriggerAcquisitionMaxCount=50",
                "spring.quartz.properties.org.quartz.jobStore.acquireTriggersWithinLock=true"})
class LagBenchmark {
    private static final int TICKETS = Integer.getInteger("pledge.benchmark.tickets", 1_000_000);
    private static final int TRIGGERS = Integer.getInteger("pledge.benchmark.triggers", 100_000);
    private static final int A_SECOND = 200;
    private static final int SECONDS = 60;
    private static final Duration STEP = Duration.ofSeconds(1).dividedBy(A_SECOND);
    private static final PrintStream OUT = System.out;
    private static final Queue<Duration> FIRED = new ConcurrentLinkedQueue<>();

    @Autowired
    private Scheduler quartz;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Units units;
    @Autowired
    private MovableClock clock;
    @Autowired
    private DataSource source;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private SlaWatch sla;
    @Autowired
    private Noticed noticed;

    @Test
    void twoHundredPromisesFallDueInEverySecond() throws Exception {
        var begin = submitTickets();
        OUT.printf("%n%,d open tickets; %d promises fall due in every second, for %d s%n", TICKETS, A_SECOND, SECONDS);
        var watch = watched(begin);
        line("the watch: noticed after its due time, median, s", percentile(watch, 50), 0);
        line("  99th percentile, s", percentile(watch, 99), 2);
        OUT.printf("one Quartz trigger a promise, %,d of them, jobs that do nothing%n", TRIGGERS);
        line("  storing them while Quartz stands by, s", seconds(fire()), 0);
        var triggers = sorted(FIRED);
        line("  fired after its due time, median, s", percentile(triggers, 50), 0);
        line("  99th percentile, s", percentile(triggers, 99), 0);
        line("  ratio to the watch, 99th percentile", percentile(triggers, 99) / percentile(watch, 99), 0);
    }

    /** @return when the first of the promises that are looked at falls due */
    private Instant submitTickets() {
        var many = new ManyTickets(source);
        var start = clock.instant();
        clock.set(start.plus(Duration.ofDays(60)));
        var open = local().map(key -> casebook.open(TicketKind.SUGGESTION, Severity.MINOR, key, "c@example.com"))
                .toList();
        clock.set(start);
        var due = local().map(key -> casebook.open(TicketKind.FAULT, Severity.CRITICAL, key, "c@example.com"))
                .toList();
        many.copy(open, TICKETS - open.size());
        many.copy(due, A_SECOND * SECONDS, STEP);
        many.analyze();
        clock.set(start.plus(Duration.ofMinutes(29)));
        while (sla.sweep(clock.instant()) > 0) {
            // warns of them all before anything is looked at
        }
        return start.plus(Duration.ofMinutes(30));
    }

    private List<Duration> watched(Instant begin) throws Exception {
        var job = JobBuilder.newJob(WatchJob.class).withIdentity("the watch").build();
        quartz.start();
        try (var ticking = Executors.newSingleThreadScheduledExecutor()) {
            noticed.start(begin.minusSeconds(2));
            ticking.scheduleAtFixedRate(() -> clock.set(noticed.now()), 0, 5, TimeUnit.MILLISECONDS);
            quartz.scheduleJob(job, TriggerBuilder.newTrigger()
                    .withSchedule(simpleSchedule().withIntervalInSeconds(1).repeatForever()).build());
            Awaitility.await().atMost(Duration.ofSeconds(SECONDS * 3)).pollInterval(Duration.ofSeconds(1))
                    .until(() -> noticed.lags.size() >= A_SECOND * SECONDS);
            quartz.deleteJob(job.getKey());
            quartz.standby();
        }
        return sorted(noticed.lags);
    }

    /** Stores the triggers and waits until those have fired that fall due at the same pace, the others being far away. */
    private Duration fire() throws Exception {
        quartz.addJob(JobBuilder.newJob(PromiseJob.class).withIdentity("promise").storeDurably().build(), true);
        int far = TRIGGERS - A_SECOND * SECONDS;
        var each = store(Instant.now().plus(Duration.ofDays(1)), far).dividedBy(far);
        var first = Instant.now().plus(each.multipliedBy(A_SECOND * SECONDS * 2L));
        var near = store(first, A_SECOND * SECONDS);
        assertThat(Instant.now()).as("all are stored before the first is due").isBefore(first);
        quartz.start();
        Awaitility.await().atMost(Duration.ofMinutes(15)).pollInterval(Duration.ofSeconds(1))
                .until(() -> FIRED.size() >= A_SECOND * SECONDS);
        return each.multipliedBy(far).plus(near);
    }

    private Duration store(Instant first, int count) throws SchedulerException {
        var began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            quartz.scheduleJob(trigger(first.plus(STEP.multipliedBy(i))));
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Trigger trigger(Instant at) {
        return TriggerBuilder.newTrigger().forJob("promise").startAt(Date.from(at)).build();
    }

    private Stream<String> local() {
        return units.all().stream().filter(unit -> unit.tier() == Tier.LOCAL).map(ServiceUnit::key);
    }

    private static List<Duration> sorted(Queue<Duration> lags) {
        return lags.stream().sorted().toList();
    }

    private static double percentile(List<Duration> sorted, int percent) {
        return seconds(sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** What the watch finds, noticed when it is written for good. */
    static class Noticed {
        private final Queue<Duration> lags = new ConcurrentLinkedQueue<>();
        private Instant first = Instant.EPOCH;
        private long began;

        void start(Instant moment) {
            first = moment;
            began = System.nanoTime();
        }

        Instant now() {
            return first.plusNanos(System.nanoTime() - began);
        }

        @EventListener
        void on(PromisesBroken broken) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    broken.all().forEach(promise -> lags.add(Duration.between(promise.dueAt(), now())));
                }
            });
        }
    }

    /** As the application's own job, every second. */
    @DisallowConcurrentExecution
    static class WatchJob implements Job {
        private final SlaWatch watch;
        private final Clock clock;

        WatchJob(SlaWatch watch, Clock clock) {
            this.watch = watch;
            this.clock = clock;
        }

        @Override
        public void execute(JobExecutionContext context) {
            var now = clock.instant();
            while (watch.sweep(now) > 0) {
                // until nothing is due any more
            }
        }
    }

    /** A promise's own job: notes how late it was called. */
    static class PromiseJob implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            FIRED.add(Duration.between(context.getTrigger().getStartTime().toInstant(), Instant.now()));
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Noticing {
        @Bean
        static Noticed noticed() {
            return new Noticed();
        }
    }

    private static void line(String what, double figure, double wanted) {
        OUT.printf("%-52s %10.2f%s%n", what, figure, wanted > 0 ? "   wanted %.0f".formatted(wanted) : "");
    }
}
