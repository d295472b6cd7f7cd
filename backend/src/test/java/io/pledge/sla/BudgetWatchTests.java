package io.pledge.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import io.pledge.organisation.Tier;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Casework;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;

/** The watch finds what is overrun; a critical case has 48 hours, 14.4 of them for the local tier. */
@PledgeTest
@RecordApplicationEvents
class BudgetWatchTests {
    private static final Duration LOCAL = Duration.ofSeconds(51_840);

    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private Conversation conversation;
    @Autowired
    private Escalations escalations;
    @Autowired
    private Cases cases;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private LedgerRecords records;
    @Autowired
    private TicketBudgets budgets;
    @Autowired
    private BudgetRows rows;
    @Autowired
    private Promises promises;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ApplicationEvents events;
    private TicketId ticket;
    private Instant submitted;

    @BeforeEach
    void aCaseThatTheLocalOfficeKeeps() {
        submitted = clock.instant();
        ticket = casebook.open();
        casework.take(ticket, casebook.person("local-engineer"), submitted);
    }

    @Test
    void anOverrunIsRecordedOnceWithTheInstantItHappenedAndTheOneItWasNoticed() {
        work(Duration.ofHours(14));
        assertThat(row(Tier.LOCAL).overrunAt()).isNull();

        clock.set(submitted.plus(LOCAL).plusSeconds(2));
        sweep();

        assertThat(row(Tier.LOCAL).overrunAt()).isEqualTo(submitted.plus(LOCAL));
        assertThat(row(Tier.LOCAL).detectedAt()).isEqualTo(clock.instant());
        assertThat(row(Tier.LOCAL).overrunBy().unit()).isEqualTo(casebook.unit("hamburg"));
        assertThat(row(Tier.LOCAL).overrunBy().person()).isEqualTo(casebook.person("local-engineer"));
        work(Duration.ofHours(8));
        assertThat(row(Tier.LOCAL).detectedAt()).isEqualTo(submitted.plus(LOCAL).plusSeconds(2));
        assertThat(announced()).singleElement().extracting(BudgetOverrun::overrunAt)
                .isEqualTo(submitted.plus(LOCAL));
    }

    @Test
    void theWatchDoesNotLookBeforeThereIsAnythingToFind() {
        work(Duration.ofHours(14));
        clock.set(submitted.plus(LOCAL));
        assertThat(watch.sweep(clock.instant())).isZero();
        clock.set(submitted.plus(LOCAL).plusSeconds(1).plusMillis(1));
        assertThat(watch.sweep(clock.instant())).isEqualTo(1);
        assertThat(watch.sweep(clock.instant())).isZero();
    }

    @Test
    void whatWasOverrunWhileNothingWatchedIsFoundAfterwardsWithTheInstantItHappened() {
        clock.advance(Duration.ofHours(20));
        sweep();
        assertThat(row(Tier.LOCAL).overrunAt()).isEqualTo(submitted.plus(LOCAL));
        assertThat(row(Tier.LOCAL).detectedAt()).isEqualTo(submitted.plus(Duration.ofHours(20)));
    }

    @Test
    void anOverrunIsNeverABreach() {
        work(Duration.ofHours(16));
        assertThat(announced()).hasSize(1);
        assertThat(promises.of(ticket)).noneMatch(promise -> promise.state() == PromiseState.BROKEN);
        assertThat(cases.require(ticket).unit()).isEqualTo(casebook.unit("hamburg"));
        assertThat(escalations.of(ticket)).isEmpty();
        assertThat(jdbc.sql("select count(*) from outbox_message where key like 'customer:missed:%'")
                .query(Integer.class).single()).isZero();
    }

    @Test
    void anEscalationStopsTheClockOfTheTierBelowAndAHandBackLetsItGoOn() {
        work(Duration.ofHours(2));
        escalate();
        assertThat(row(Tier.LOCAL).runningSince()).isNull();
        assertThat(row(Tier.LOCAL).used().seconds()).isEqualTo(2 * 3600);
        assertThat(row(Tier.REGIONAL).runningSince()).isEqualTo(clock.instant());

        casework.take(ticket, casebook.person("region-engineer"), clock.instant());
        clock.advance(Duration.ofHours(1));
        escalations.handBack(ticket, "Try the new file.", casebook.actor("region-engineer"), clock.instant());

        assertThat(row(Tier.REGIONAL).used().seconds()).isEqualTo(3600);
        assertThat(row(Tier.LOCAL).attentionAt()).isEqualTo(submitted.plus(LOCAL).plusSeconds(3601));
    }

    @Test
    void aHoldStopsTheClockAndTheWatchHasNothingToFind() {
        work(Duration.ofHours(2));
        casework.hold(ticket, "Waits for the customer.", casebook.actor("local-engineer"), clock.instant());
        assertThat(row(Tier.LOCAL).runningSince()).isNull();
        assertThat(row(Tier.LOCAL).attentionAt()).isNull();
    }

    @Test
    void theProjectionCanBeRebuiltFromTheLedger() {
        work(Duration.ofHours(2));
        escalate();
        clock.advance(Duration.ofHours(1));
        var before = rows.of(List.of(ticket));
        jdbc.sql("delete from tier_budget").update();

        budgets.project(records.load(List.of(ticket)), clock.instant());

        assertThat(rows.of(List.of(ticket))).isEqualTo(before).hasSize(2);
    }

    @Test
    void whatDoesNotChangeABudgetIsNotWritten() {
        var before = version();
        work(Duration.ofHours(3));
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void aCallLoggedTheDayAfterDoesNotHideAnOverrunThatWasNoticed() {
        work(Duration.ofHours(16));
        conversation.logCall(ticket, "Told him what we know.", null, casebook.person("local-engineer"),
                submitted.plus(Duration.ofHours(1)));
        assertThat(row(Tier.LOCAL).overrunAt()).isEqualTo(submitted.plus(LOCAL));
        assertThat(announced()).hasSize(1);
    }

    /** Writes to the customer before each next word is due, and lets the watch look. */
    private void work(Duration duration) {
        for (var left = duration; left.isPositive(); left = left.minus(Duration.ofMinutes(20))) {
            conversation.reply(ticket, "Still at it.", null, List.of(), casebook.person("local-engineer"),
                    clock.instant());
            clock.advance(Duration.ofMinutes(20));
            sweep();
        }
    }

    private void escalate() {
        escalations.escalate(ticket, "Needs the test bench.", null, casebook.actor("local-engineer"),
                clock.instant());
    }

    private void sweep() {
        for (int batch = 0; watch.sweep(clock.instant()) > 0; batch++) {
            assertThat(batch).as("the watch comes to rest").isLessThan(100);
        }
    }

    private BudgetRow row(Tier tier) {
        return rows.of(List.of(ticket)).stream().filter(row -> row.tier() == tier).findFirst().orElseThrow();
    }

    private List<BudgetOverrun> announced() {
        return events.stream(BudgetsOverrun.class).flatMap(found -> found.all().stream()).toList();
    }

    private String version() {
        return jdbc.sql("select string_agg(xmin::text, ',') from tier_budget where ticket_id = ?")
                .param(ticket.value()).query(String.class).single();
    }
}
