package io.pledge.sla;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.Scope;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.sql.Sql;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Queue;
import io.pledge.ticket.QueueFilter;
import io.pledge.ticket.QueueView;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the watch costs: nothing while nothing is due, however much is open, and little a promise when very many fall due
 * while nobody watched. Not one of the tests; README says how to run it.
 */
@PledgeTest
class WatchBenchmark {
    private static final int TICKETS = Integer.getInteger("pledge.benchmark.tickets", 1_000_000);
    private static final int DUE = Integer.getInteger("pledge.benchmark.due", 50_000);
    private static final int IDLE_SWEEPS = 200;
    private static final Duration DOWNTIME = Duration.ofMinutes(15);
    private static final PrintStream OUT = System.out;

    @Autowired
    private SlaWatch watch;
    @Autowired
    private Queue queue;
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
    private CountedStatements statements;

    @Test
    void aMillionOpenCasesAndManyPromisesDueInTheSameSecond() throws Exception {
        var many = new ManyTickets(source);
        var start = clock.instant();
        clock.set(start.plus(Duration.ofDays(60)));
        var open = local().map(unit -> submitted(unit, TicketKind.FAULT, Severity.MINOR)).toList();
        clock.set(start);
        var due = local().map(unit -> submitted(unit, TicketKind.FAULT, Severity.CRITICAL)).toList();
        var filling = seconds(() -> many.copy(open, TICKETS - open.size()));
        many.analyze();

        var idle = IntStream.range(0, IDLE_SWEEPS).mapToObj(_ -> seconds(() -> watch.sweep(start))).sorted().toList();
        explain(start);

        many.copy(due, DUE - due.size());
        many.analyze();
        var dueAt = start.plus(Duration.ofMinutes(30));
        clock.set(dueAt.plus(DOWNTIME));
        var comparison = new PlainInserts(jdbc);
        var before = statements.count();
        var asked = new Asked(dueAt.plus(DOWNTIME));
        var breaking = asked.during(() -> seconds(this::sweepAll));
        var used = statements.count() - before - asked.statements();

        assertThat(jdbc.sql("""
                select count(*) from promise where state = 'BROKEN' and breached_at = due_at and due_at = ?
                """).param(Sql.at(dueAt)).query(Integer.class).single()).isEqualTo(DUE);
        assertThat(jdbc.sql("select count(*) from escalation").query(Integer.class).single()).isEqualTo(DUE);
        assertThat(jdbc.sql("select count(*) from outbox_message where key like 'customer:missed:%'")
                .query(Integer.class).single()).isEqualTo(DUE);

        var rows = comparison.rows();
        var plain = seconds(comparison::insertAgain);
        OUT.printf("%n%,d open tickets, filled in %.0f s; %,d promises due in the same second%n", TICKETS, filling,
                DUE);
        line("idle sweep, median, ms", percentile(idle, 50) * 1000, 5);
        line("idle sweep, 99th percentile, ms", percentile(idle, 99) * 1000, 0);
        line("all recorded, escalated, queued, s", breaking, 90);
        line("  promises a second", DUE / breaking, 0);
        line("  statements a promise", (double) used / DUE, 0);
        line("  rows written a promise", (double) rows / DUE, 0);
        line("  plain SQL inserting the same rows, s", plain, 0);
        line("  ratio to plain SQL", breaking / plain, 0);
        line("queue meanwhile, pages read", asked.pages.size(), 0);
        line("  median, ms", percentile(asked.pages, 50) * 1000, 0);
        line("  99th percentile, ms", percentile(asked.pages, 99) * 1000, 500);
        line("counts of the queue, asked once, ms", 1000 * seconds(() -> queue.counts(asked.scope,
                casebook.person("local-engineer"), clock.instant())), 0);
    }

    private Stream<ServiceUnit> local() {
        return units.all().stream().filter(unit -> unit.tier() == Tier.LOCAL);
    }

    private TicketId submitted(ServiceUnit unit, TicketKind kind, Severity severity) {
        return casebook.open(kind, severity, unit.key(), "customer@example.com");
    }

    private int sweepAll() {
        int found = 0;
        for (int due = watch.sweep(clock.instant()); due > 0; due = watch.sweep(clock.instant())) {
            found += due;
        }
        return found;
    }

    private void explain(Instant now) {
        jdbc.sql("explain (analyze, buffers) " + LedgerRecords.DUE).param("now", Sql.at(now))
                .param("limit", 200).query(String.class).list().forEach(OUT::println);
    }

    private static void line(String what, double figure, double wanted) {
        OUT.printf("%-42s %12.2f%s%n", what, figure, wanted > 0 ? "   wanted %.0f".formatted(wanted) : "");
    }

    private static double percentile(List<Double> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static double seconds(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Somebody who reads the queue of an office over and over while the watch works. */
    private final class Asked {
        private final Instant now;
        private final Scope scope = Scope.of(units.pathsAtAndBelow(casebook.unit("hamburg")), Set.of());
        private List<Double> pages = new ArrayList<>();

        Asked(Instant now) {
            this.now = now;
        }

        double during(Callable<Double> work) throws Exception {
            try (var threads = Executors.newSingleThreadScheduledExecutor()) {
                var reading = threads.scheduleWithFixedDelay(() -> pages.add(seconds(() -> queue.page(scope,
                        QueueFilter.of(QueueView.OPEN), casebook.person("local-engineer"), now, null, 50))), 0, 50,
                        TimeUnit.MILLISECONDS);
                var took = work.call();
                assertThat(reading.isDone()).as("the queue could always be read").isFalse();
                return took;
            } finally {
                pages = pages.stream().sorted().toList();
            }
        }

        long statements() {
            return pages.size();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Counted {
        @Bean
        static CountedStatements countedStatements() {
            return new CountedStatements();
        }
    }
}
