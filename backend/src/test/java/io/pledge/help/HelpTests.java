package io.pledge.help;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.Scope;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.sla.Promises;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Sight;
import io.pledge.ticket.Solution;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.TimelineEntry;
import io.pledge.ticket.What;

import static io.pledge.help.HelpScene.LENA;
import static io.pledge.help.HelpScene.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One unit asks another for help; the case stays where it is. */
@PledgeTest
class HelpTests {
    @Autowired
    private Help help;
    @Autowired
    private HelpLists lists;
    @Autowired
    private Timeline timeline;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private Cases cases;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Messages messages;
    @Autowired
    private Promises promises;
    @Autowired
    private Sight sight;
    @Autowired
    private Units units;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;
    private HelpScene scene;

    @BeforeEach
    void lenaHasTheCase() {
        scene = new HelpScene(help, lists, timeline, casebook, jdbc, clock);
        casework.take(scene.id, casebook.person(LENA), clock.instant());
    }

    @Test
    void askingLeavesTheCaseItsHolderAndItsPromisesAsTheyAre() {
        var before = cases.require(scene.id);
        var promised = promises.of(scene.id);
        long ledger = scene.ledger();
        int holders = holders();

        var request = scene.ask();
        help.take(request.id(), casebook.person(SHANGHAI), clock.instant());
        help.answer(request.id(), "Load 3.2.1.", casebook.person(SHANGHAI), clock.instant());

        var now = cases.require(scene.id);
        assertThat(now.unit()).isEqualTo(before.unit());
        assertThat(now.assignee()).isEqualTo(casebook.person(LENA));
        assertThat(now.state()).isEqualTo(before.state());
        assertThat(now.nextDue()).isEqualTo(before.nextDue());
        assertThat(promises.of(scene.id)).isEqualTo(promised);
        assertThat(scene.ledger()).isEqualTo(ledger);
        assertThat(holders()).isEqualTo(holders);
    }

    @Test
    void whoIsAskedSeesTheCaseFromThenOn() {
        assertThat(sight.sees(casebook.person(SHANGHAI), cases.require(scene.id))).isFalse();
        scene.ask();
        assertThat(sight.sees(casebook.person(SHANGHAI), cases.require(scene.id))).isTrue();
        assertThat(sight.sees(casebook.person("warsaw-engineer"), cases.require(scene.id))).isFalse();
    }

    @Test
    void theRequestIsTakenAndAnsweredByAnInternalNote() {
        var request = scene.ask();
        assertThat(lists.open(request.unit())).isEqualTo(1);
        help.take(request.id(), casebook.person(SHANGHAI), clock.instant());
        help.take(request.id(), casebook.person(SHANGHAI), clock.instant());
        clock.advance(Duration.ofMinutes(20));
        help.answer(request.id(), "Load 3.2.1 first.", casebook.person(SHANGHAI), clock.instant());

        assertThat(scene.now(request)).satisfies(now -> {
            assertThat(now.outcome()).isEqualTo(HelpRequest.Outcome.ANSWERED);
            assertThat(now.takenBy()).isEqualTo(casebook.person(SHANGHAI));
            assertThat(now.late(clock.instant())).isFalse();
        });
        assertThat(messages.of(scene.id)).filteredOn(message -> message.internal()).singleElement()
                .satisfies(note -> assertThat(note.body()).isEqualTo("Load 3.2.1 first."));
        assertThat(scene.told()).extracting(TimelineEntry::what).containsExactly(What.HELP_ASKED, What.HELP_TAKEN,
                What.HELP_ANSWERED);
        assertThat(scene.told()).noneMatch(TimelineEntry::visibleToCustomer);
        assertThat(lists.open(request.unit())).isZero();
    }

    @Test
    void whatNobodyTookIsTakenByWhoAnswersIt() {
        var request = scene.ask();
        help.answer(request.id(), "Load 3.2.1.", casebook.person(SHANGHAI), clock.instant());
        assertThat(scene.now(request).takenBy()).isEqualTo(casebook.person(SHANGHAI));
    }

    @Test
    void onlyOnePersonTakesARequest() {
        var request = scene.ask();
        help.take(request.id(), casebook.person(SHANGHAI), clock.instant());
        assertThatThrownBy(() -> help.take(request.id(), casebook.person("shanghai-engineer-2"), clock.instant()))
                .isInstanceOf(Refused.class).hasMessageContaining("helpTaken");
    }

    @Test
    void whatIsOverIsNeitherTakenNorAnsweredNorDeclinedNorWithdrawnAgain() {
        var request = scene.ask();
        help.decline(request.id(), "Other firmware here.", casebook.person(SHANGHAI), clock.instant());
        var who = casebook.person(SHANGHAI);
        var at = clock.instant();
        assertThatThrownBy(() -> help.take(request.id(), who, at)).hasMessageContaining("helpEnded");
        assertThatThrownBy(() -> help.answer(request.id(), "3", who, at)).hasMessageContaining("helpEnded");
        assertThatThrownBy(() -> help.decline(request.id(), "3", who, at)).hasMessageContaining("helpEnded");
        assertThatThrownBy(() -> help.withdraw(request.id(), who, at)).hasMessageContaining("helpEnded");
        assertThat(scene.now(request).words()).isEqualTo("Other firmware here.");
        assertThat(scene.told()).hasSize(2);
    }

    @Test
    void theSameFormSentTwiceIsOneRequest() {
        var once = scene.ask("one", "shanghai", null, null);
        assertThat(scene.ask("one", "shanghai", null, null)).isEqualTo(once);
        assertThat(lists.of(scene.id)).hasSize(1);
        assertThat(scene.told()).hasSize(1);
    }

    @Test
    void theTimeCountsInWorkingTimeOfTheUnitThatHelpsByTheSeverity() {
        var shanghai = units.unit(casebook.unit("shanghai"));
        var friday = Instant.parse("2026-11-20T09:00:00Z");
        assertThat(help.due(shanghai, Severity.CRITICAL, friday)).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(help.due(shanghai, Severity.MAJOR, friday)).isAfter("2026-11-23T02:00:00Z");
        assertThat(scene.ask().dueAt()).isEqualTo(help.due(shanghai, Severity.CRITICAL, clock.instant()));
    }

    @Test
    void whoAsksMaySayByWhen() {
        var by = clock.instant().plus(Duration.ofDays(2));
        assertThat(scene.ask("one", "shanghai", null, by).dueAt()).isEqualTo(by);
        assertThatThrownBy(() -> scene.ask("two", "shanghai", null, clock.instant()))
                .hasMessageContaining("helpPassed");
    }

    @Test
    void theUnitThatHasTheCaseAndPeopleOfOtherUnitsCannotBeAsked() {
        assertThatThrownBy(() -> scene.ask("a", "hamburg", null, null)).hasMessageContaining("helpOwnUnit");
        assertThatThrownBy(() -> scene.ask("b", "shanghai", "warsaw-engineer", null))
                .hasMessageContaining("helpStranger");
        assertThat(scene.ask("c", "shanghai", SHANGHAI, null).person()).isEqualTo(casebook.person(SHANGHAI));
    }

    @Test
    void aResolvedCaseAsksNobody() {
        loop.resolve(scene.id, new Solution("a", "b", "c", "It is done."), casebook.actor(LENA), clock.instant());
        assertThatThrownBy(scene::ask).isInstanceOf(Refused.class).hasMessageContaining("resolved");
    }

    @Test
    void aListNamesOnlyCasesThatItsReaderSees() {
        var request = scene.ask();
        UnitId shanghai = request.unit();
        assertThat(lists.askedOf(shanghai, Scope.everything(), 10)).hasSize(1);
        assertThat(lists.askedOf(shanghai, Scope.nothing(), 10)).isEmpty();
        assertThat(lists.find(request.id(), Scope.nothing())).isEmpty();
        assertThat(lists.askedBy(request.from(), Scope.everything(), 10)).hasSize(1);
    }

    private int holders() {
        return jdbc.sql("select count(*) from escalation").query(Integer.class).single();
    }
}
