package io.pledge.lessons;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.Scope;
import io.pledge.organisation.Staff;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Intake;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.Submission;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What was learned from a case, on the real search engine. */
@PledgeTest(search = true)
class LibraryTests {
    private static final LessonText CAPPED = new LessonText("Modules capped after firmware 3.2",
            "Modules drop out at load", "Firmware 3.2 ships with the 70 % test limit", "Install file 3.2.1",
            "Check the limit before shipping");

    @Autowired
    Casebook casebook;
    @Autowired
    MovableClock clock;
    @Autowired
    Intake intake;
    @Autowired
    Casework casework;
    @Autowired
    ClosedLoop loop;
    @Autowired
    Participants participants;
    @Autowired
    Lessons lessons;
    @Autowired
    Library library;
    @Autowired
    Shelves shelves;
    @Autowired
    Indexing indexing;
    @Autowired
    IndexEngine engine;
    @Autowired
    IndexWork work;
    @Autowired
    IndexEntries entries;
    @Autowired
    Rebuilds rebuilds;
    @Autowired
    Staff staff;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anIndexOfThisDatabaseAlone() {
        indexing.rebuild(casebook.person("admin"), clock.instant());
        index();
    }

    @Test
    void onlySolvedCasesTeachALesson() {
        var open = casebook.open();
        assertThatThrownBy(() -> lessons.draft(open, casebook.person("local-engineer"), clock.instant()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aCaseHasOneLessonMadeOfItsResolution() {
        var id = draft(solved("hamburg", "Modules drop out at load."));
        var lesson = lessons.find(id).orElseThrow();
        assertThat(lesson.text().cause()).isEqualTo("the fan was blocked");
        assertThat(lesson.text().situation()).contains("drop out");
        assertThat(lessons.draft(lesson.ticket(), casebook.person("region-engineer"), clock.instant())).isEqualTo(id);
    }

    @Test
    void nobodyPublishesTheirOwnWordsNorWithoutBeingAReviewer() {
        var id = draft(solved("hamburg", "Modules drop out at load."));
        lessons.revise(id, 1, CAPPED, casebook.person("local-head"), clock.instant());
        assertThatThrownBy(() -> publish(id, 2, "local-head")).isInstanceOf(Refused.class)
                .hasMessageContaining("ownText");
        assertThatThrownBy(() -> publish(id, 2, "region-engineer")).isInstanceOf(Refused.class)
                .hasMessageContaining("reviewer");
        publish(id, 2, "quality");
        assertThat(lessons.find(id).orElseThrow().state()).isEqualTo(LessonState.PUBLISHED);
        assertThat(lessons.decisions(id)).extracting(LessonDecision::number).containsExactly(2);
    }

    @Test
    void whoReadAnOlderTextChangesNothing() {
        var id = draft(solved("hamburg", "Modules drop out at load."));
        lessons.revise(id, 1, CAPPED, casebook.person("local-engineer"), clock.instant());
        assertThatThrownBy(() -> publish(id, 1, "quality")).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void textsAndDecisionsNeverChange() {
        draft(solved("hamburg", "Modules drop out at load."));
        assertThatThrownBy(() -> jdbc.sql("update lesson_version set cause = 'x'").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void readersKeepThePublishedTextUntilTheNextOneIsReviewed() {
        var id = published(CAPPED, "hamburg");
        lessons.revise(id, 2, new LessonText("Modules limited", "x", "x", "x", "x"), casebook.person("local-engineer"),
                clock.instant());
        var shelf = new LessonFilter(LessonFilter.Shelf.PUBLISHED, null, null);
        assertThat(shelves.list(shelf, Scope.nothing(), null, 10)).extracting(s -> s.lesson().text())
                .containsExactly(CAPPED);
        assertThat(shelves.awaitingReview(Scope.everything())).isOne();
        index();
        assertThat(search("capped").found()).hasSize(1);
    }

    @Test
    void aPublishedLessonIsFoundByEverybodyAndAWithdrawnOneByNobody() {
        var id = published(CAPPED, "hamburg");
        index();
        assertThat(library.search(question("firmware limits"), Scope.nothing(), null).found())
                .extracting(Found::lesson).containsExactly(id);
        lessons.withdraw(id, "wrong cause", staff.person(casebook.person("quality")), clock.instant());
        assertThat(library.search(question("firmware"), Scope.nothing(), null).found()).isEmpty();
        index();
        assertThat(library.search(question("firmware"), Scope.nothing(), null).total()).isZero();
    }

    @Test
    void aDraftIsNotFound() {
        draft(solved("hamburg", "Modules drop out at load."));
        index();
        assertThat(library.search(question("fan blocked"), Scope.nothing(), null).found()).isEmpty();
    }

    @Test
    void chineseIsFoundByItsWordsAndMarked() {
        published(new LessonText("风扇滤网堵塞导致过热告警", "机柜温度高", "滤网积尘", "清洗滤网并更换风扇", "每季度清洗一次"), "shanghai");
        index();
        var found = search("滤网堵塞").found();
        assertThat(found).singleElement().satisfies(one -> assertThat(one.title().parts())
                .contains(new MarkedText.Part("滤网堵塞", true)));
        assertThat(search("电源").found()).isEmpty();
    }

    @Test
    void casesAreFoundOnlyByWhoMaySeeThem() {
        var hamburg = solved("hamburg", "The conveyor rectifier hums.");
        index();
        var question = question("conveyor rectifier");
        assertThat(library.search(question, Scope.everything(), null).found()).extracting(Found::ticket)
                .containsExactly(hamburg);
        assertThat(library.search(question,
                Scope.of(Set.of("/hq/central-europe/", "/hq/central-europe/hamburg/"), Set.of()), null).found())
                .hasSize(1);
        assertThat(library.search(question, Scope.of(Set.of("/hq/east-china/"), Set.of(1L)), null).total()).isZero();
    }

    @Test
    void aCaseThatTheCustomerSaysIsNotSolvedIsHistoryNoMore() {
        var id = solved("hamburg", "The conveyor rectifier hums.");
        index();
        var submitter = participants.of(id).getFirst().id();
        loop.reject(id, "still hums", new Actor.Customer(submitter), clock.instant());
        index();
        assertThat(search("conveyor").found()).isEmpty();
    }

    @Test
    void theNextSimilarCaseFindsTheLessonAndSaysWhy() {
        var lesson = published(CAPPED, "hamburg");
        published(new LessonText("Door does not close", "The door controller beeps", "Relay worn", "Relay replaced",
                "Check yearly"), "warsaw");
        index();
        var next = submit("warsaw", "Our modules drop out as soon as there is load on line 4", "RM-3000");
        var similar = library.similarTo(next, Scope.nothing(), 3);
        assertThat(similar.getFirst().lesson()).isEqualTo(lesson);
        assertThat(similar.getFirst().sameProduct()).isTrue();
        assertThat(similar.getFirst().sameKind()).isTrue();
        assertThat(similar.getFirst().words()).contains("modules", "drop", "load");
    }

    @Test
    void courtesyMakesNoTwoCasesAlike() {
        published(
                new LessonText("Door stays open, please help us", "Hello, the door stays open. Thank you", "x", "x",
                        "x"),
                "warsaw");
        index();
        assertThat(library.similarTo(submit("warsaw", "Hello, please help us with our battery, thank you", "UPS-900"),
                Scope.nothing(), 3)).isEmpty();
    }

    @Test
    void aCaseIsNotSimilarToItself() {
        var id = solved("hamburg", "The conveyor rectifier hums.");
        index();
        assertThat(library.similarTo(id, Scope.everything(), 3)).isEmpty();
    }

    @Test
    void everyPageOfALongAnswerIsReachedOnce() {
        for (int i = 0; i < 25; i++) {
            solved("hamburg", "The conveyor rectifier hums.");
        }
        index();
        var first = search("conveyor");
        assertThat(first.total()).isEqualTo(25);
        var second = library.search(question("conveyor"), Scope.everything(), first.next());
        assertThat(first.found()).hasSize(20);
        assertThat(second.found()).hasSize(5).doesNotContainAnyElementsOf(first.found());
        assertThat(library.search(question("conveyor"), Scope.everything(), "forged_cursor_x").found()).hasSize(20);
    }

    @Test
    void anIndexBuiltAnewHoldsTheSameAndTheOldOneIsDropped() {
        published(CAPPED, "hamburg");
        index();
        var before = indexing.state().entries();
        indexing.rebuild(casebook.person("admin"), clock.instant());
        index();
        var after = indexing.state();
        assertThat(after.entries()).isEqualTo(before).isEqualTo(2);
        assertThat(after.lastRebuild()).hasValueSatisfying(r -> {
            assertThat(r.failure()).isNull();
            assertThat(r.documents()).isEqualTo(2);
        });
        assertThat(jdbc.sql("select count(*) from search_rebuild where dropped_at is null").query(Long.class).single())
                .isOne();
    }

    @Test
    void aLostIndexIsBuiltByItself() {
        published(CAPPED, "hamburg");
        index();
        engine.drop(jdbc.sql("select index_name from search_rebuild order by id desc limit 1").query(String.class)
                .single());
        assertThatThrownBy(() -> search("capped")).isInstanceOf(SearchUnavailable.class);
        index();
        assertThat(search("capped").found()).hasSize(1);
    }

    @Test
    void whileTheEngineIsAwayWorkWaitsAndIsCaughtUpWith() {
        var away = new IndexEngine(ElasticsearchClient.of(client -> client.host("http://127.0.0.1:1")), true, "away-");
        var withoutEngine = new Indexing(away, work, entries, rebuilds,
                new IndexBuilding(away, entries, rebuilds, clock));
        published(CAPPED, "hamburg");
        assertThat(withoutEngine.sweep(clock.instant())).isZero();
        assertThat(withoutEngine.state().health()).isEqualTo(IndexState.Health.DOWN);
        assertThat(withoutEngine.state().waiting()).isEqualTo(2);
        clock.advance(Duration.ofMinutes(1));
        index();
        assertThat(search("capped").found()).hasSize(1);
        assertThat(indexing.state().waiting()).isZero();
    }

    @Test
    void whatSomebodyTookAndDroppedIsTakenAgain() {
        published(CAPPED, "hamburg");
        jdbc.sql("update index_work set due_at = :until").param("until",
                clock.instant().plus(Duration.ofMinutes(1)).atOffset(java.time.ZoneOffset.UTC)).update();
        index();
        assertThat(search("capped").found()).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        index();
        assertThat(search("capped").found()).hasSize(1);
    }

    private void index() {
        while (indexing.sweep(clock.instant()) > 0) {
            assertThat(indexing.state().health()).isEqualTo(IndexState.Health.READY);
        }
        engine.refresh();
    }

    private SearchAnswer search(String text) {
        return library.search(question(text), Scope.everything(), null);
    }

    private static SearchQuestion question(String text) {
        return new SearchQuestion(text, SearchQuestion.Shelf.ALL, null, null);
    }

    private TicketId submit(String unit, String text, String product) {
        var plain = casebook.submission(java.util.UUID.randomUUID().toString(), TicketKind.FAULT, Severity.CRITICAL,
                unit, null);
        return intake.submit(new Submission(plain.key(), plain.kind(), plain.severity(), text, plain.channel(),
                plain.submitter(), product, null, plain.place(), plain.home(), null, List.of(), plain.enteredBy(),
                clock.instant()));
    }

    private TicketId solved(String unit, String text) {
        var id = submit(unit, text, "RM-3000");
        casework.take(id, casebook.person("local-engineer"), clock.instant());
        loop.resolve(id, new Solution("the fan was blocked", "cleaned it", "clean it monthly", "It runs again."),
                casebook.actor("local-engineer"), clock.instant());
        return id;
    }

    private LessonId draft(TicketId ticket) {
        return lessons.draft(ticket, casebook.person("local-engineer"), clock.instant());
    }

    private LessonId published(LessonText text, String unit) {
        var id = draft(solved(unit, "Something else."));
        lessons.revise(id, 1, text, casebook.person("local-engineer"), clock.instant());
        publish(id, 2, "quality");
        return id;
    }

    private void publish(LessonId id, int seen, String username) {
        lessons.publish(id, seen, staff.person(casebook.person(username)), clock.instant());
    }
}
