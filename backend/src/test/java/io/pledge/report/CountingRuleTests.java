package io.pledge.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.OrganisationUpdate;
import io.pledge.organisation.Scope;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;
import io.pledge.sla.Agreement;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sla.Promising;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;

/** Where, when and for whom a promise counts: a first answer within half an hour, word every four hours, a solution in 48. */
@PledgeTest
class CountingRuleTests {
    private static final Instant START = MovableClock.START;

    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private Conversation conversation;
    @Autowired
    private Escalations escalations;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Participants participants;
    @Autowired
    private Promising promising;
    @Autowired
    private Promises promises;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private Reports reports;
    @Autowired
    private PromiseList list;
    @Autowired
    private OrganisationUpdate organisation;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Units units;
    @Autowired
    private MovableClock clock;
    private TicketId id;

    @BeforeEach
    void aCriticalCase() {
        id = casebook.open();
    }

    @Test
    void aPromiseCountsInThePeriodOfItsDueTime() {
        at(10);
        answer();
        assertThat(counted(between(0, 30)).kept()).isZero();
        assertThat(counted(between(30, 31)).kept()).isOne();
        assertThat(counted(between(31, 240)).kept()).isZero();
        assertThat(counted(between(240, 241)).kept()).isOne();
        at(300);
        assertThat(counted(between(240, 241)).broken()).isZero();
        assertThat(counted(between(250, 251)).broken()).isOne();
        answer();
        assertThat(counted(between(250, 251)).late()).isOne();
        assertThat(counted(between(251, 301))).isEqualTo(Counted.NONE);
    }

    @Test
    void supersededStandsBesideTheKeptRate() {
        at(10);
        long call = answer();
        at(260);
        var before = counted(between(0, 7 * 24 * 60));
        assertThat(before.kept()).isEqualTo(2);
        assertThat(before.broken()).isOne();
        promising.name(id, PromiseKind.RESOLUTION, START.plus(Duration.ofHours(72)), new Agreement.Written(call),
                casebook.actor("local-engineer"));

        var after = counted(between(0, 7 * 24 * 60));
        assertThat(after.moved()).isOne();
        assertThat(after.due()).isEqualTo(before.due());
        assertThat(after.share()).isEqualTo(2.0 / 3);
        assertThat(counted(between(48 * 60, 48 * 60 + 1)).moved()).isOne();
    }

    @Test
    void brokenIsCreditedAtTheDueTimeAndKeptAtTheKeeping() {
        casework.take(id, casebook.person("local-engineer"), clock.instant());
        at(31);
        watch.sweep(clock.instant());
        // it climbed with the breach
        casework.take(id, casebook.person("region-head"), clock.instant());
        at(45);
        answer();
        at(50);
        escalations.handBack(id, "Try the other cap.", casebook.actor("region-head"), clock.instant());
        at(55);
        casework.take(id, casebook.person("local-engineer"), clock.instant());

        assertThat(only(PromiseOutcome.LATE)).satisfies(late -> {
            assertThat(late.kind()).isEqualTo(PromiseKind.ACKNOWLEDGEMENT);
            assertThat(late.person()).isEqualTo(casebook.person("local-engineer"));
            assertThat(late.unit()).isEqualTo(casebook.unit("hamburg"));
        });
        assertThat(only(PromiseOutcome.KEPT)).satisfies(kept -> {
            assertThat(kept.kind()).isEqualTo(PromiseKind.PROGRESS);
            assertThat(kept.person()).isEqualTo(casebook.person("region-head"));
            assertThat(kept.unit()).isEqualTo(casebook.unit("central-europe"));
        });
    }

    @Test
    void whatRunsIsWhoseTheCaseIsNow() {
        assertThat(listed(PromiseOutcome.RUNNING)).extracting(CountedPromise::person)
                .containsOnly(casebook.person("local-head"));
        casework.take(id, casebook.person("local-engineer"), clock.instant());
        assertThat(listed(PromiseOutcome.RUNNING)).extracting(CountedPromise::person)
                .containsOnly(casebook.person("local-engineer"));
        at(10);
        escalations.escalate(id, "Need the region.", null, casebook.actor("local-engineer"), clock.instant());
        assertThat(listed(PromiseOutcome.RUNNING)).isNotEmpty().extracting(CountedPromise::unit)
                .containsOnly(casebook.unit("central-europe"));
        casework.take(id, casebook.person("region-head"), clock.instant());
        answer();
        at(12);
        escalations.handBack(id, "Try the other cap.", casebook.actor("region-head"), clock.instant());
        casework.take(id, casebook.person("local-engineer"), clock.instant());

        assertThat(listed(PromiseOutcome.RUNNING)).isNotEmpty().allSatisfy(running -> {
            assertThat(running.unit()).isEqualTo(casebook.unit("hamburg"));
            assertThat(running.person()).isEqualTo(casebook.person("local-engineer"));
        });
        assertThat(listed(PromiseOutcome.KEPT)).hasSize(2).extracting(CountedPromise::unit)
                .containsOnly(casebook.unit("central-europe"));
    }

    @Test
    void whatIsOverdueStaysWithWhomItBrokeThoughTheWatchHasNotLooked() {
        at(31);
        escalations.escalate(id, "Need the region.", null, casebook.actor("local-engineer"), clock.instant());

        assertThat(only(PromiseOutcome.OVERDUE).unit()).isEqualTo(casebook.unit("hamburg"));
        assertThat(listed(PromiseOutcome.RUNNING)).extracting(CountedPromise::unit)
                .containsOnly(casebook.unit("central-europe"));
    }

    @Test
    void aKeptSolutionCountsInThePeriodForWhichItWasPromised() {
        at(10);
        resolveAndConfirm();
        assertThat(listed(between(0, 60), PromiseOutcome.KEPT)).extracting(CountedPromise::kind)
                .containsOnly(PromiseKind.ACKNOWLEDGEMENT);
        assertThat(listed(between(48 * 60, 48 * 60 + 1), PromiseOutcome.KEPT)).singleElement().satisfies(kept -> {
            assertThat(kept.kind()).isEqualTo(PromiseKind.RESOLUTION);
            assertThat(kept.dueAt()).isEqualTo(START.plus(Duration.ofHours(48)));
        });
    }

    private void resolveAndConfirm() {
        loop.resolve(id, new Solution("a cap", "a new cap", "a check", "Done."), casebook.actor("local-engineer"),
                clock.instant());
        loop.confirm(id, new Actor.Customer(participants.submitter(id).id()), clock.instant());
    }

    @Test
    void whatNobodyHeldIsTheHeads() {
        at(31);
        watch.sweep(clock.instant());

        assertThat(only(PromiseOutcome.OVERDUE).person()).isEqualTo(casebook.person("local-head"));
    }

    @Test
    void theUnitPathStaysWhenTheUnitMoves() {
        at(10);
        answer();
        var region = units.byKey("central-europe").orElseThrow();
        var other = units.byKey("east-china").orElseThrow();
        hamburgMovesBelow(other);
        at(15);
        casework.take(id, casebook.person("local-engineer"), clock.instant());
        at(20);
        answer();

        assertThat(counted(below(region)).kept()).isEqualTo(2);
        assertThat(counted(below(other)).kept()).isOne();
        assertThat(promises.of(id)).filteredOn(promise -> promise.state() == PromiseState.KEPT)
                .extracting(promise -> promise.credit().unitPath())
                .containsExactlyInAnyOrder("/hq/central-europe/hamburg/", "/hq/central-europe/hamburg/",
                        "/hq/east-china/hamburg/");
    }

    /** No page does that to a unit, and who keeps its database may. */
    private void hamburgMovesBelow(ServiceUnit other) {
        jdbc.sql("update service_unit set parent_id = :other, path = :path || key || '/' where key = 'hamburg'")
                .param("other", other.id().value()).param("path", other.path()).update();
        jdbc.sql("update organisation_state set version = version + 1").update();
        organisation.follow();
        assertThat(units.byKey("hamburg").orElseThrow().path()).isEqualTo("/hq/east-china/hamburg/");
    }

    private void at(int minute) {
        clock.set(START.plus(Duration.ofMinutes(minute)));
    }

    private long answer() {
        return conversation.logCall(id, "We are on it.", null, casebook.person("local-engineer"), clock.instant());
    }

    private static ReportFilter between(int from, int until) {
        return ReportFilter.of(START.plus(Duration.ofMinutes(from)), START.plus(Duration.ofMinutes(until)));
    }

    private static ReportFilter below(ServiceUnit unit) {
        return new ReportFilter(START, START.plus(Duration.ofDays(7)), unit, null, null, null, null);
    }

    private Counted counted(ReportFilter filter) {
        return reports.of(filter, Scope.everything(), ZoneId.of("Europe/Berlin"), clock.instant()).all();
    }

    private CountedPromise only(PromiseOutcome outcome) {
        var found = listed(outcome);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<CountedPromise> listed(PromiseOutcome outcome) {
        return listed(between(0, 7 * 24 * 60), outcome);
    }

    private List<CountedPromise> listed(ReportFilter filter, PromiseOutcome outcome) {
        return list.page(filter, outcome, null, Scope.everything(), clock.instant(), null, 100);
    }
}
