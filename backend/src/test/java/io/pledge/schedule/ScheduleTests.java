package io.pledge.schedule;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.listeners.JobListenerSupport;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.testing.SharedPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Real schedulers over a real database, with jobs of the test's own. */
class ScheduleTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration EVERY = Duration.ofMillis(300);

    private final String database = SharedPostgres.newDatabase();
    private final AtomicInteger ran = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(ConfigurableApplicationContext::close);
    }

    private ConfigurableApplicationContext node(Recurring... jobs) {
        var node = new SpringApplicationBuilder(Node.class).web(WebApplicationType.NONE)
                .initializers(context -> {
                    for (var job : jobs) {
                        context.getBeanFactory().registerSingleton(job.name(), job);
                    }
                })
                .profiles("test")
                .run("--spring.datasource.url=" + database, "--spring.datasource.username=postgres",
                        "--pledge.schedule.enabled=true");
        nodes.add(node);
        return node;
    }

    @Test
    void aFailedSweepIsNotedAndTheNextRunStillHappens() {
        var runs = node(new Recurring("shaky", EVERY, now -> {
            if (ran.incrementAndGet() == 1) {
                throw new IllegalStateException("the server has gone away");
            }
        })).getBean(ScheduleRuns.class);
        await().atMost(PATIENCE).until(() -> ran.get() >= 3 && runs.all().getFirst().runs() >= 2);
        assertThat(runs.all()).singleElement().satisfies(run -> {
            assertThat(run.job()).isEqualTo("shaky");
            assertThat(run.last()).matches(ScheduleRun.Last::succeeded);
            assertThat(run.failures()).isEqualTo(1);
            assertThat(run.nextIn()).isBetween(Duration.ZERO, Duration.ofSeconds(30));
            assertThat(run.lastFailedAt()).isNotNull().isBefore(run.lastSucceededAt());
            assertThat(run.lastFailure()).contains("the server has gone away");
        });
    }

    @Test
    void theReasonOfAFailureIsNoted() {
        var runs = node(new Recurring("broken", EVERY, now -> {
            throw new IllegalStateException("no such table");
        })).getBean(ScheduleRuns.class);
        await().atMost(PATIENCE).until(() -> runs.all().getFirst().last() != null);
        assertThat(runs.all().getFirst().last().failure()).contains("no such table");
    }

    @Test
    void aJobThatNeverRanIsListedWithItsNextRun() {
        var node = node(new Recurring("often", EVERY, now -> {
        }), new Recurring("seldom", Duration.ofHours(2), now -> {
        }));
        var runs = node.getBean(ScheduleRuns.class);
        await().atMost(PATIENCE).until(() -> runs.all().stream().allMatch(run -> run.last() != null));
        node.getBean(JdbcClient.class).sql("delete from schedule_run where job = 'seldom'").update();

        assertThat(runs.all()).extracting(ScheduleRun::job).containsExactly("often", "seldom");
        assertThat(runs.all().getLast()).satisfies(run -> {
            assertThat(run.last()).isNull();
            assertThat(run.runs()).isZero();
            assertThat(run.failures()).isZero();
            assertThat(run.nextIn()).isBetween(Duration.ofMinutes(1), Duration.ofHours(2));
        });
    }

    @Test
    void twoNodesOnOneDatabaseRunAJobOnce() throws SchedulerException {
        var job = new Recurring("shared", EVERY, now -> countOverlaps());
        var turns = new ConcurrentLinkedQueue<Date>();
        var first = node(job);
        note(first, turns);
        note(node(job), turns);
        await().atMost(PATIENCE).until(() -> turns.size() >= 10);
        assertThat(turns).doesNotHaveDuplicates();
        assertThat(mostAtOnce).hasValue(1);
        assertThat(count(first, "qrtz_triggers")).isEqualTo(1);
        assertThat(count(first, "qrtz_scheduler_state")).isEqualTo(2);
    }

    private static void note(ConfigurableApplicationContext node, Queue<Date> turns) throws SchedulerException {
        node.getBean(Scheduler.class).getListenerManager().addJobListener(new JobListenerSupport() {
            @Override
            public String getName() {
                return "turns";
            }

            @Override
            public void jobToBeExecuted(JobExecutionContext context) {
                turns.add(context.getScheduledFireTime());
            }
        });
    }

    @Test
    void aRestartTakesOverTheNewTimetable() {
        node(new Recurring("kept", EVERY, now -> {
        }), new Recurring("dropped", EVERY, now -> {
        })).close();
        var node = node(new Recurring("kept", Duration.ofHours(2), now -> {
        }));
        assertThat(count(node, "qrtz_job_details")).isEqualTo(1);
        assertThat(
                node.getBean(JdbcClient.class).sql("select repeat_interval from qrtz_simple_triggers").query(Long.class)
                        .single())
                .isEqualTo(Duration.ofHours(2).toMillis());
    }

    @Test
    void aJobInBatchesGoesOnUntilNothingIsDue() {
        var left = new AtomicInteger(7);
        Recurring.inBatches("batches", EVERY, now -> Math.max(0, left.getAndAdd(-2))).sweep()
                .accept(Clock.systemUTC().instant());
        assertThat(left.get()).isNegative();
    }

    private void countOverlaps() {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        ran.incrementAndGet();
        atOnce.decrementAndGet();
    }

    private static long count(ConfigurableApplicationContext node, String table) {
        return node.getBean(JdbcClient.class).sql("select count(*) from " + table).query(Long.class).single();
    }

    @Configuration(proxyBeanMethods = false)
    @Import({QuartzTimetable.class, Sweeps.class, ScheduleRuns.class})
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, FlywayAutoConfiguration.class,
            QuartzAutoConfiguration.class})
    static class Node {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
