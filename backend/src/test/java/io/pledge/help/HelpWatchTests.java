package io.pledge.help;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.Scope;
import io.pledge.report.HelpAmongUnits;
import io.pledge.report.HelpFigure;
import io.pledge.report.ReportFilter;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Merging;
import io.pledge.ticket.Solution;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.What;

import static io.pledge.help.HelpScene.LENA;
import static io.pledge.help.HelpScene.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;

/** Help that comes late, and help that nobody needs any more. */
@PledgeTest
class HelpWatchTests {
    @Autowired
    private Help help;
    @Autowired
    private HelpWatch watch;
    @Autowired
    private HelpLists lists;
    @Autowired
    private HelpAmongUnits figures;
    @Autowired
    private Timeline timeline;
    @Autowired
    private Casebook casebook;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Merging merging;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;
    private HelpScene scene;

    @BeforeEach
    void aCase() {
        scene = new HelpScene(help, lists, timeline, casebook, jdbc, clock);
    }

    @Test
    void whatNobodyAnswersInTimeIsToldOnceAndBreaksNoPromise() {
        var request = scene.ask();
        jdbc.sql("delete from outbox_message").update();
        assertThat(watch.sweep(request.dueAt().minusSeconds(1))).isZero();
        clock.set(request.dueAt());

        assertThat(watch.sweep(clock.instant())).isEqualTo(1);
        assertThat(watch.sweep(clock.instant())).isZero();

        assertThat(readers("helpLate")).containsExactlyInAnyOrder(LENA, "shanghai-head");
        assertThat(scene.told()).filteredOn(entry -> entry.what() == What.HELP_LATE).singleElement()
                .satisfies(entry -> assertThat(entry.at().occurredAt()).isEqualTo(request.dueAt()));
        assertThat(jdbc.sql("select count(*) from promise where state = 'BROKEN'").query(Long.class).single()).isZero();
    }

    @Test
    void whatWasTakenAndNotAnsweredIsLateToo() {
        var request = scene.ask();
        help.take(request.id(), casebook.person(SHANGHAI), clock.instant());
        clock.set(request.dueAt().plusSeconds(60));
        assertThat(watch.sweep(clock.instant())).isEqualTo(1);
    }

    @Test
    void whatWasAnsweredInTimeIsNeverLate() {
        var request = scene.ask();
        help.answer(request.id(), "3.2.1", casebook.person(SHANGHAI), clock.instant());
        clock.advance(Duration.ofDays(9));
        assertThat(watch.sweep(clock.instant())).isZero();
    }

    @Test
    void resolvingTheCaseEndsWhatIsOpenAndTellsThoseWhoWereAsked() {
        var open = scene.ask();
        var taken = scene.ask("two", "warsaw", null, null);
        help.take(taken.id(), casebook.person("warsaw-engineer"), clock.instant());
        jdbc.sql("delete from outbox_message").update();

        loop.resolve(scene.id, new Solution("a", "b", "c", "It is done."), casebook.actor(LENA), clock.instant());

        assertThat(List.of(scene.now(open), scene.now(taken)))
                .allSatisfy(one -> assertThat(one.outcome()).isEqualTo(HelpRequest.Outcome.WITHDRAWN));
        assertThat(readers("helpWithdrawn")).contains("shanghai-head", SHANGHAI, "warsaw-engineer")
                .doesNotContain("warsaw-head");
        assertThat(lists.open(open.unit())).isZero();
    }

    @Test
    void cancellingAndMergingTheCaseEndWhatIsOpen() {
        var cancelled = scene.ask();
        loop.cancel(scene.id, "By mistake.", casebook.actor(LENA), clock.instant());
        assertThat(scene.now(cancelled).outcome()).isEqualTo(HelpRequest.Outcome.WITHDRAWN);

        scene = new HelpScene(help, lists, timeline, casebook, jdbc, clock);
        var merged = scene.ask();
        merging.merge(scene.id, casebook.open(), casebook.actor(LENA), clock.instant());
        assertThat(scene.now(merged).outcome()).isEqualTo(HelpRequest.Outcome.WITHDRAWN);
    }

    @Test
    void whoIsAskedIsWrittenAndWhoAskedHearsTheAnswerAndTheRefusal() {
        var one = scene.ask("one", "shanghai", SHANGHAI, null);
        assertThat(readers("helpAsked")).containsExactly(SHANGHAI);
        help.answer(one.id(), "Load 3.2.1.", casebook.person(SHANGHAI), clock.instant());
        assertThat(readers("helpAnswered")).containsExactly(LENA);
        assertThat(body("helpAnswered")).contains("Load 3.2.1.", "Which firmware runs in your cabinets?");

        var two = scene.ask("two", "warsaw", null, null);
        assertThat(readers("helpAsked")).contains("warsaw-head", "warsaw-engineer");
        help.decline(two.id(), "Other cabinets here.", casebook.person("warsaw-engineer"), clock.instant());
        assertThat(readers("helpDeclined")).containsExactly(LENA);
    }

    @Test
    void nobodyIsWrittenAtNight() {
        clock.set(clock.instant().plus(Duration.ofHours(10)));
        var request = scene.ask("one", "shanghai", SHANGHAI, null);
        assertThat(jdbc.sql("select next_attempt_at > :now from outbox_message where key like 'staff:helpAsked%'")
                .param("now", io.pledge.sql.Sql.at(clock.instant())).query(Boolean.class).list())
                .containsExactly(true);
        assertThat(request.dueAt()).isAfter(clock.instant().plus(Duration.ofHours(8)));
    }

    @Test
    void aReportCountsWhatAUnitWasAskedAnsweredInTimeAndLateAndListsIt() {
        var answered = scene.ask();
        help.answer(answered.id(), "3.2.1", casebook.person(SHANGHAI), clock.instant());
        var late = scene.ask("two", "shanghai", null, null);
        scene.ask("three", "warsaw", null, clock.instant().plus(Duration.ofDays(30)));
        var filter = ReportFilter.of(clock.instant().minusSeconds(9), clock.instant().plusSeconds(9));
        var then = late.dueAt().plusSeconds(1);

        assertThat(figures.counts(filter, Scope.everything(), then)).satisfiesExactlyInAnyOrder(
                shanghai -> assertThat(List.of(shanghai.asked(), shanghai.inTime(), shanghai.late()))
                        .containsExactly(2L, 1L, 1L),
                warsaw -> assertThat(List.of(warsaw.asked(), warsaw.inTime(), warsaw.late()))
                        .containsExactly(1L, 0L, 0L));
        assertThat(figures.page(filter, HelpFigure.LATE, Scope.everything(), then, 0, 9)).singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo(late.id()));
        assertThat(figures.page(filter, HelpFigure.IN_TIME, Scope.everything(), then, 0, 9)).singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo(answered.id()));
        assertThat(figures.counts(filter, Scope.nothing(), then)).isEmpty();
    }

    private List<String> readers(String letter) {
        return jdbc.sql("""
                        select p.username from outbox_message m join person p on m.recipient_id = 'person:' || p.id
                        where split_part(m.key, ':', 2) = :letter order by m.id
                        """).param("letter", letter).query(String.class).list();
    }

    private String body(String letter) {
        return jdbc.sql("select body from outbox_message where split_part(key, ':', 2) = :letter")
                .param("letter", letter).query(String.class).single();
    }
}
