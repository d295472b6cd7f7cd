package io.pledge.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.Scope;
import io.pledge.organisation.Staff;
import io.pledge.sql.Sql;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Steps have internal times: who owes one is told once, the head once it is late, and lists show them by their time. */
@PledgeTest
class StepTimesTests {
    @Autowired
    private BeanFactory beans;
    @Autowired
    private Casebook casebook;
    @Autowired
    private StepWatch watch;
    @Autowired
    private OwedSteps owed;
    @Autowired
    private Staff staff;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;

    /** Thursday 07:00 in Hamburg, whose office opens at eight. */
    @Test
    void aTimeRunsOnTheCalendarOfTheUnitOrWithEverySecond() {
        var repair = StepCase.open(beans, TicketKind.REPAIR);
        assertThat(repair.step("ship").dueAt()).isAfter(MovableClock.START.plus(Duration.ofHours(8)));
        repair.ship();
        assertThat(repair.step("fitted").dueAt()).isEqualTo(MovableClock.START.plus(Duration.ofHours(96)));
        assertThat(repair.step("fitted").readyAt()).isEqualTo(MovableClock.START);
    }

    @Test
    void theHolderIsRemindedOnceAndTheHeadToldOnceWhenItIsLate() {
        var repair = StepCase.open(beans, TicketKind.REPAIR);
        jdbc.sql("update ticket set assignee_id = ? where id = ?")
                .params(casebook.person("local-engineer").value(), repair.id().value()).update();
        sweep(MovableClock.START);
        assertThat(letters(repair)).isEmpty();
        var due = due(repair, "ship");
        sweep(due.minusSeconds(60));
        assertThat(letters(repair)).contains("stepOwed local-engineer");
        sweep(due.minusSeconds(30));
        assertThat(letters(repair)).doesNotContain("stepOverdue local-head");
        sweep(due);
        sweep(due.plusSeconds(3600));
        assertThat(letters(repair)).filteredOn(letter -> letter.equals("stepOverdue local-head")).hasSize(1);
        assertThat(letters(repair)).doesNotContain("stepOverdue local-engineer");
    }

    @Test
    void whoDoesNotHaveTheCaseIsToldAtOnce() {
        var suggestion = StepCase.open(beans, TicketKind.SUGGESTION);
        suggestion.done("analysed", "local-engineer", "analysis", "Cheap.");
        sweep(clock.instant());
        assertThat(letters(suggestion)).containsExactly("stepOwed local-head");
    }

    @Test
    void whatWasMissedWhileEverythingWasDownIsToldAsLateAtOnce() {
        var suggestion = StepCase.open(beans, TicketKind.SUGGESTION);
        sweep(due(suggestion, "analysed").plus(Duration.ofDays(3)));
        assertThat(letters(suggestion)).containsExactly("stepOverdue local-head");
        assertThat(jdbc.sql("select overdue_at from case_step where ticket_id = ? and step = 'analysed'")
                .param(suggestion.id().value()).query((row, _) -> Sql.instant(row, "overdue_at"))
                .single())
                .isEqualTo(due(suggestion, "analysed"));
    }

    @Test
    void aStepThatIsDoneIsToldOfNoMore() {
        var complaint = StepCase.open(beans, TicketKind.COMPLAINT);
        var due = due(complaint, "heard");
        complaint.done("heard", "local-engineer", "said", "Sorry is enough.");
        jdbc.sql("update case_step set state = 'UNNEEDED', attention_at = null where step = 'account'").update();
        assertThat(watch.sweep(due.plusSeconds(1))).isZero();
        assertThat(letters(complaint)).isEmpty();
    }

    @Test
    void aStepThatIsOpenedAgainIsToldOfAgain() {
        var suggestion = StepCase.open(beans, TicketKind.SUGGESTION);
        suggestion.done("analysed", "local-engineer", "analysis", "Cheap.");
        sweep(clock.instant());
        suggestion.done("decided", "local-head", "decision", "accepted", "reason", "Good.");
        clock.advance(Duration.ofMinutes(1));
        suggestion.reopen("decided", "local-head");
        sweep(clock.instant());
        assertThat(letters(suggestion)).containsExactly("stepOwed local-head", "stepOwed local-head");
    }

    @Test
    void everybodyFindsWhatTheyOweWithTheEarliestFirstPageByPage() {
        var repair = StepCase.open(beans, TicketKind.REPAIR);
        jdbc.sql("update ticket set assignee_id = ? where id = ?")
                .params(casebook.person("local-engineer").value(), repair.id().value()).update();
        repair.ship();
        var mine = mine("local-engineer");
        var all = owed.page(Scope.everything(), mine, null, 10);
        assertThat(all).extracting(line -> line.step().key()).containsExactly("decide", "expected", "fitted");
        var first = owed.page(Scope.everything(), mine, null, 2);
        var next = owed.page(Scope.everything(), mine, first.getLast().step().id(), 2);
        assertThat(next).extracting(line -> line.step().key()).containsExactly("fitted");
    }

    @Test
    void nobodysCaseIsTheHeadsAndARolesStepTheRoles() {
        var suggestion = StepCase.open(beans, TicketKind.SUGGESTION);
        assertThat(keys("local-head")).containsExactly("analysed");
        assertThat(keys("local-engineer")).isEmpty();
        suggestion.done("analysed", "local-engineer", "analysis", "Cheap.");
        assertThat(keys("local-head")).containsExactly("decided");
    }

    @Test
    void aUnitFindsItsStepsAndNobodySeesCasesOutsideTheirScope() {
        var delivery = StepCase.open(beans, TicketKind.DELIVERY);
        delivery.done("compared", "local-engineer", "sent", "One, whole.", "cause", "carrier");
        assertThat(keys("hq-engineer")).containsExactly("filed");
        assertThat(owed.page(Scope.nothing(), mine("hq-engineer"), null, 10)).isEmpty();
        assertThat(owed.page(Scope.nothing(), null, null, 10)).isEmpty();
    }

    private List<String> keys(String who) {
        return owed.page(Scope.everything(), mine(who), null, 10).stream().map(line -> line.step().key()).toList();
    }

    private OwedSteps.Mine mine(String who) {
        var person = staff.person(casebook.person(who));
        return new OwedSteps.Mine(Set.of(person.id()), Set.copyOf(person.roles()), person.unit());
    }

    private void sweep(Instant now) {
        clock.set(now);
        for (int due = watch.sweep(now); due > 0; due = watch.sweep(now)) {
            assertThat(due).isPositive();
        }
    }

    private static Instant due(StepCase one, String step) {
        return Objects.requireNonNull(one.step(step).dueAt());
    }

    /** Which letters about steps went to whom. */
    private List<String> letters(StepCase one) {
        return jdbc.sql("""
                select split_part(m.key, ':', 2) || ' ' || p.username
                from outbox_message m join person p on m.recipient_id = 'person:' || p.id
                where m.key like 'staff:step%' and m.reference = :reference order by m.id
                """).param("reference", "ticket:" + one.id().value()).query(String.class).list();
    }
}
