package io.pledge.web.desk;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.sla.ManyTickets;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Exchange;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What the desk costs among very many cases, beside the same among few: a page of the queue as the browser gets it, taking a case and
 * answering its customer. One case in five is open. Not one of the tests; README says how to run it.
 */
@PledgeTest
class QueueBenchmark {
    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("pledge.benchmark.tickets", 1_000_000);
    private static final int TIMES = 400;
    private static final PrintStream OUT = System.out;

    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Exchange exchange;
    @Autowired
    private Casebook casebook;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Units units;
    @Autowired
    private MovableClock clock;
    @Autowired
    private DataSource source;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void aQueueAmongAMillionCasesAndAmongTenThousand() {
        var many = new ManyTickets(source);
        var open = kinds().flatMap(kind -> local().map(unit -> casebook.open(kind, Severity.MINOR, unit.key(), null)))
                .toList();
        var ended = local().map(unit -> ended(unit)).toList();
        clock.advance(Duration.ofHours(2));
        fill(many, open, ended, FEW);
        warmUp();
        var few = figures();
        fill(many, open, ended, MANY - FEW);
        var among = figures();
        OUT.printf("%n%,d cases, a fifth of them open, beside %,d%n", MANY, FEW);
        few.forEach(figure -> {
            var beside = among.get(few.indexOf(figure));
            line(figure.what, figure, beside);
        });
    }

    private List<Figure> figures() {
        var random = new Random(7);
        return List.of(page("an office, one kind", "local-engineer", "/desk?kind=FAULT"),
                page("headquarters, one office and kind", "hq-head", "/desk?unit=hamburg&kind=FAULT"),
                page("headquarters, broken promises", "hq-head", "/desk?view=BROKEN"),
                verb("take", random, "take"), verb("answer", random, "reply"));
    }

    private Figure page(String what, String who, String address) {
        var as = As.person(who);
        return new Figure("page of the queue: " + what,
                IntStream.range(0, TIMES).mapToObj(_ -> seconds(() -> assertThat(
                        mvc.get().uri(address).with(as).exchange()).hasStatusOk())).sorted().toList());
    }

    private Figure verb(String what, Random random, String verb) {
        var as = As.person("local-engineer");
        List<Double> took = new ArrayList<>();
        for (long id : someOf("hamburg", random)) {
            int version = jdbc.sql("select version from ticket where id = :id").param("id", id).query(Integer.class)
                    .single();
            long seen = exchange.latest(new TicketId(id));
            took.add(seconds(() -> post(new TicketId(id), verb, version, seen, as)));
        }
        return new Figure(what, took.stream().sorted().toList());
    }

    private void post(TicketId id, String verb, int version, long seen, RequestPostProcessor as) {
        assertThat(mvc.post().uri("/desk/tickets/" + id.number().value() + "/" + verb).with(as).with(csrf())
                .param("version", Integer.toString(version)).param("seen", Long.toString(seen))
                .param("text", "We are at it.").exchange()).hasStatus(302);
    }

    /** Open cases of an office that nobody has taken yet. */
    private List<Long> someOf(String unit, Random random) {
        var ids = jdbc.sql("""
                select id from ticket where unit_id = :unit and ended_at is null and assignee_id is null
                order by id limit 5000
                """).param("unit", casebook.unit(unit).value()).query(Long.class).list();
        return random.ints(0, ids.size()).distinct().limit(Math.min(TIMES, ids.size() / 3)).mapToObj(ids::get)
                .toList();
    }

    private void warmUp() {
        IntStream.range(0, 3).forEach(_ -> figures());
    }

    private static void fill(ManyTickets many, List<TicketId> open, List<TicketId> ended, int count) {
        many.copy(open, count / 5);
        many.copy(ended, count - count / 5);
        many.analyze();
    }

    private static Stream<TicketKind> kinds() {
        return Stream.of(TicketKind.FAULT, TicketKind.COMPLAINT, TicketKind.REPAIR, TicketKind.CONSULTATION);
    }

    private Stream<ServiceUnit> local() {
        return units.all().stream().filter(unit -> unit.tier() == Tier.LOCAL);
    }

    private TicketId ended(ServiceUnit unit) {
        var id = casebook.open(TicketKind.FAULT, Severity.MINOR, unit.key(), null);
        loop.resolve(id, new Solution("a cap", "file 3.2.1", "a check", "Done."), new Actor.System(), clock.instant());
        loop.confirm(id, new Actor.System(), clock.instant());
        return id;
    }

    private static void line(String what, Figure few, Figure many) {
        OUT.printf("%-55s median %7.1f ms, 99th percentile %7.1f ms; among few %7.1f and %7.1f; ratio %.2f%n", what,
                1000 * many.percentile(50), 1000 * many.percentile(99), 1000 * few.percentile(50),
                1000 * few.percentile(99), many.percentile(50) / few.percentile(50));
    }

    private static double seconds(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private record Figure(String what, List<Double> sorted) {
        double percentile(int percent) {
            return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
        }
    }
}
