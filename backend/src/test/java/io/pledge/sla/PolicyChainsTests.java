package io.pledge.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.Tier;
import io.pledge.testing.Agreements;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Escalation;
import io.pledge.ticket.EscalationCause;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.TimelineEntry;
import io.pledge.ticket.What;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases climb by the chain of what their customers were promised. */
@PledgeTest
class PolicyChainsTests {
    private static final Instant FRIDAY_AFTERNOON_IN_HAMBURG = Instant.parse("2026-11-20T14:30:00Z");

    @Autowired
    private Casebook casebook;
    @Autowired
    private MovableClock clock;
    @Autowired
    private Casework casework;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Escalations escalations;
    @Autowired
    private Cases cases;
    @Autowired
    private Timeline timeline;
    @Autowired
    private PolicyChains chains;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void theTimeToTakeACaseIsWorkingTimeOfTheUnitThatGetsItOverTheWeekend() {
        clock.set(FRIDAY_AFTERNOON_IN_HAMBURG);
        // half an hour until the region closes at four, the rest on Monday from eight on
        assertThat(raised("hamburg").takeBy()).isEqualTo(Instant.parse("2026-11-23T08:30:00Z"));
    }

    @Test
    void overMidnightItRunsOnWhenTheUnitOpens() {
        clock.set(Instant.parse("2026-11-18T22:00:00Z"));
        assertThat(raised("warsaw").takeBy()).isEqualTo(Instant.parse("2026-11-19T09:00:00Z"));
    }

    @Test
    void overHolidaysItWaits() {
        clock.set(Instant.parse("2026-12-24T10:00:00Z"));
        // Christmas Eve closes at noon, the two holidays and a Sunday follow
        assertThat(raised("hamburg").takeBy()).isEqualTo(Instant.parse("2026-12-28T08:00:00Z"));
    }

    @Test
    void inAnotherZoneItGoesByTheHoursThere() {
        clock.set(Instant.parse("2026-11-19T03:00:00Z"));
        // eleven in Shanghai: an hour until noon, another after half past one
        assertThat(raised("shanghai").takeBy()).isEqualTo(Instant.parse("2026-11-19T06:30:00Z"));
    }

    @Test
    void atNightItRunsRoundTheClockWhereTheChainSaysSo() {
        clock.set(Instant.parse("2026-11-21T22:00:00Z"));
        var id = casebook.open();
        escalate(id, "local-engineer");
        assertThat(last(id).takeBy()).isEqualTo(Instant.parse("2026-11-21T22:30:00Z"));
    }

    @Test
    void aBreachTheHandAndTheCustomersNoAllGoByTheChain() {
        clock.set(FRIDAY_AFTERNOON_IN_HAMBURG);
        var no = open("hamburg");
        loop.resolve(no, new Solution("cap", "file 3.2.1", "check at delivery", "It is done."),
                casebook.actor("local-engineer"), clock.instant());
        loop.reject(no, "It trips again.", new Actor.Customer(participant(no)), clock.instant());
        assertThat(last(no).takeBy()).isEqualTo(Instant.parse("2026-11-23T08:30:00Z"));
        var broken = open("hamburg");
        clock.set(Instant.parse("2026-11-23T08:31:00Z"));
        look();
        assertThat(last(broken).cause()).isEqualTo(EscalationCause.BREACH);
        assertThat(last(broken).takeBy()).isEqualTo(Instant.parse("2026-11-23T10:31:00Z"));
    }

    @Test
    void whatNobodyTakesTakesTheNextStepAndAfterTheLastTheHeadIsTold() {
        clock.set(FRIDAY_AFTERNOON_IN_HAMBURG);
        var some = IntStream.range(0, 3).mapToObj(_ -> open("hamburg")).toList();
        some.forEach(id -> escalate(id, "local-engineer"));
        var taken = some.getLast();
        casework.take(taken, casebook.person("region-engineer"), clock.instant());
        clock.set(Instant.parse("2026-11-23T08:30:00Z"));
        assertThat(escalations.sweep(clock.instant())).isEqualTo(2);
        assertThat(cases.require(taken).tier()).isEqualTo(Tier.REGIONAL);
        assertThat(cases.require(some.getFirst()).tier()).isEqualTo(Tier.HEADQUARTERS);
        assertThat(last(some.getFirst())).satisfies(climbed -> {
            assertThat(climbed.step()).isEqualTo(2);
            assertThat(climbed.begunAt()).isEqualTo(FRIDAY_AFTERNOON_IN_HAMBURG);
            // half past four in Shanghai; headquarters works until eight
            assertThat(climbed.takeBy()).isEqualTo(Instant.parse("2026-11-23T10:30:00Z"));
        });
        clock.set(Instant.parse("2026-11-23T10:30:00Z"));
        assertThat(escalations.sweep(clock.instant())).isEqualTo(2);
        assertThat(escalations.sweep(clock.instant())).isZero();
        assertThat(timeline.of(some.getFirst())).extracting(TimelineEntry::what).contains(What.ESCALATION_IGNORED);
        assertThat(timeline.of(taken)).extracting(TimelineEntry::what).doesNotContain(What.ESCALATION_IGNORED);
    }

    @Test
    void aCaseGoesStraightToTheTierThatItsChainNames() {
        var id = casebook.open();
        agreements().chain(id, """
                {"name": "straight", "atNight": true, "steps": [
                    {"tell": ["HEAD"], "to": "HEADQUARTERS", "takeWithin": {"seconds": 600}}]}
                """, clock.instant());
        clock.advance(Duration.ofMinutes(31));
        look();
        assertThat(cases.require(id).tier()).isEqualTo(Tier.HEADQUARTERS);
        assertThat(last(id).takeBy()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void whereTheChainStaysTheCaseStaysAndWhatComesUpByHandWaits() {
        var id = casebook.open();
        agreements().chain(id, """
                {"name": "still", "atNight": false, "steps": [{"tell": ["HEAD"], "to": "STAYS", "takeWithin": null}]}
                """, clock.instant());
        clock.advance(Duration.ofMinutes(31));
        look();
        assertThat(cases.require(id).tier()).isEqualTo(Tier.LOCAL);
        escalate(id, "local-engineer");
        assertThat(last(id).takeBy()).isNull();
        clock.advance(Duration.ofDays(30));
        assertThat(escalations.sweep(clock.instant())).isZero();
        assertThat(last(id).waits()).isTrue();
    }

    @Test
    void termsAgreedBeforeThereWereChainsAreReadAndDoWhatTheyDid() {
        var moved = open("hamburg");
        var stayed = open("hamburg");
        agreements().beforeChains(moved, true, clock.instant());
        agreements().beforeChains(stayed, false, clock.instant());
        assertThat(chains.of(List.of(moved, stayed))).containsEntry(moved, Chain.formerly(true))
                .containsEntry(stayed, Chain.formerly(false));
        clock.advance(Duration.ofHours(8));
        look();
        assertThat(last(moved).takeBy()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
        assertThat(cases.require(stayed).tier()).isEqualTo(Tier.LOCAL);
        escalate(stayed, "local-engineer");
        assertThat(last(stayed).takeBy()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
        clock.advance(Duration.ofMinutes(30));
        assertThat(escalations.sweep(clock.instant())).isEqualTo(2);
        assertThat(cases.require(stayed).tier()).isEqualTo(Tier.HEADQUARTERS);
    }

    @Test
    void whatIsAgreedNowIsKeptWithItsChainAlone() {
        open("hamburg");
        assertThat(jdbc.sql("""
                select detail -> 'chain' ->> 'name' || ' ' || jsonb_exists(detail, 'escalates') from ledger_event
                where type = 'Submitted'
                """).query(String.class).single()).isEqualTo("default false");
    }

    private Escalation raised(String unit) {
        var id = open(unit);
        escalate(id, casebook.colleagueIn(unit));
        return last(id);
    }

    private void escalate(TicketId id, String username) {
        escalations.escalate(id, "Needs the test bench", null, casebook.actor(username), clock.instant());
    }

    private Escalation last(TicketId id) {
        return escalations.of(id).getLast();
    }

    private TicketId open(String unit) {
        return casebook.open(TicketKind.FAULT, Severity.MAJOR, unit, null);
    }

    private void look() {
        while (watch.sweep(clock.instant()) > 0) {
            assertThat(clock.instant()).isNotNull();
        }
    }

    private long participant(TicketId id) {
        return jdbc.sql("select id from participant where ticket_id = :t").param("t", id.value()).query(Long.class)
                .single();
    }

    private Agreements agreements() {
        return new Agreements(jdbc);
    }
}
