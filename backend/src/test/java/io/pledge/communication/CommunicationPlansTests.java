package io.pledge.communication;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.communication.BadLine.Problem;
import io.pledge.communication.CommunicationPlans.Outcome;
import io.pledge.customer.ContactId;
import io.pledge.customer.ContactLevel;
import io.pledge.customer.CustomerId;
import io.pledge.testing.Casebook;
import io.pledge.testing.Mill;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Severity;

import static org.assertj.core.api.Assertions.assertThat;

/** Agreeing on plans, and what cannot be agreed. */
@PledgeTest
class CommunicationPlansTests {
    @Autowired
    Mill people;
    @Autowired
    CommunicationPlans plans;
    @Autowired
    PlanHistory history;
    @Autowired
    Casebook casebook;
    @Autowired
    JdbcClient jdbc;
    private CustomerId mill;

    @BeforeEach
    void theMill() {
        mill = people.open();
    }

    @Test
    void whatIsAgreedIsThereWhole() {
        var line = new PlanLine(null, people.contact(mill, "Wei"), Set.of(Occasion.DELAY, Occasion.SOLUTION), Way.PHONE,
                Severity.MAJOR, true, true);
        assertThat(people.agree(mill, line)).isEqualTo(new Outcome.Done());
        assertThat(plan().lines()).containsExactly(line);
        assertThat(plan().confirmWithin()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void aForgedContactOfAnotherCustomerIsRefused() {
        var other = people.open("other", "other.example");
        assertThat(people.agree(mill, named(people.contact(other, "Ola"))))
                .isEqualTo(refused(1, Problem.FOREIGN, 0));
        assertThat(people.agree(mill, named(new ContactId(999_999_999)))).isEqualTo(refused(1, Problem.FOREIGN, 0));
        assertThat(plan().version()).isZero();
    }

    @Test
    void aRetiredContactIsRefused() {
        jdbc.sql("update contact set retired_at = now() where name = 'Wei'").update();
        assertThat(people.agree(mill, named(people.contact(mill, "Wei")))).isEqualTo(refused(1, Problem.FOREIGN, 0));
    }

    @Test
    void aLineThatSaysOfTheSamePeopleWhatAnotherSaysIsRefused() {
        assertThat(people.agree(mill, Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY, Occasion.CLOSING),
                Mill.line(ContactLevel.OPERATIONS_HEAD, Occasion.DELAY),
                Mill.from(Severity.CRITICAL, Mill.line(ContactLevel.EXECUTIVE, Occasion.CLOSING))))
                .isEqualTo(refused(3, Problem.TWICE, 1));
    }

    @Test
    void aPlanThatMeansNobodyIsRefused() {
        assertThat(people.agree(mill)).isEqualTo(refused(0, Problem.NOBODY, 0));
        jdbc.sql("update contact set level = null").update();
        assertThat(people.agree(mill, Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY)))
                .isEqualTo(refused(0, Problem.NOBODY, 0));
    }

    @Test
    void aLineWithoutPeopleOrWithoutAnythingToHearIsRefused() {
        assertThat(people.agree(mill, new PlanLine(null, null, Set.of(Occasion.DELAY), Way.MAIL, Severity.MINOR,
                false, false))).isEqualTo(refused(1, Problem.WHO, 0));
        assertThat(people.agree(mill, Mill.line(ContactLevel.EXECUTIVE)))
                .isEqualTo(refused(1, Problem.NOTHING, 0));
    }

    @Test
    void whoMaySayThatItIsSolvedMustHearOfTheSolution() {
        assertThat(people.agree(mill, Mill.answering(Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY))))
                .isEqualTo(refused(1, Problem.ANSWER, 0));
    }

    @Test
    void moreLinesThanAnybodyKeepsInMindAreRefused() {
        var lines = IntStream.range(0, CommunicationPlan.MOST_LINES + 1)
                .mapToObj(i -> Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY)).toArray(PlanLine[]::new);
        assertThat(people.agree(mill, lines)).isEqualTo(refused(0, Problem.MANY, 0));
    }

    @Test
    void whoSawAnOlderPlanOverwritesNothing() {
        people.agree(mill, Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY));
        var stale = new CommunicationPlan(people.contract(mill), 0, Duration.ofHours(1),
                List.of(Mill.line(ContactLevel.OTHER, Occasion.DELAY)));
        assertThat(plans.agree(stale, casebook.person("admin"))).isEqualTo(new Outcome.Moved(plan()));
        assertThat(plan().lines()).containsExactly(Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY));
    }

    @Test
    void agreeingTwiceOnTheSameChangesNothing() {
        people.agree(mill, Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY));
        assertThat(people.agree(mill, Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY)))
                .isEqualTo(new Outcome.Done());
        assertThat(history.of(people.contract(mill), 10)).hasSize(1);
    }

    @Test
    void everyChangeIsWrittenDownWithWhoMadeItAndNoNames() {
        people.agree(mill, named(people.contact(mill, "Wei")));
        people.agree(mill, Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY));
        plans.giveUp(people.contract(mill), casebook.person("admin"));
        plans.giveUp(people.contract(mill), casebook.person("admin"));
        assertThat(history.of(people.contract(mill), 10)).hasSize(3).first()
                .satisfies(last -> {
                    assertThat(last.by()).isEqualTo(casebook.person("admin"));
                    assertThat(last.removed()).containsExactly(Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY));
                    assertThat(last.confirmWithin()).isNull();
                });
        assertThat(jdbc.sql("select string_agg(added::text || removed::text, '') from communication_change")
                .query(String.class).single()).doesNotContain("Wei", "@");
    }

    @Test
    void anotherContractOfTheAccountManagerProposesItsLinesAboutLevels() {
        var other = people.open("other", "other.example");
        people.agree(other, Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY), named(people.contact(other, "Wei")));
        assertThat(plans.offers(people.contract(mill))).extracting(CommunicationPlans.Offer::number)
                .contains("C-other");
        assertThat(plans.proposal(people.contract(other), people.contract(mill)))
                .containsExactly(Mill.line(ContactLevel.EXECUTIVE, Occasion.DELAY));
        assertThat(plan().lines()).isEmpty();
    }

    private CommunicationPlan plan() {
        return plans.of(people.contract(mill));
    }

    private static PlanLine named(ContactId contact) {
        return new PlanLine(null, contact, Set.of(Occasion.CLOSING), Way.MAIL, Severity.MINOR, false, false);
    }

    private static Outcome refused(int line, Problem problem, int other) {
        return new Outcome.Refused(List.of(new BadLine(line, problem, other)));
    }
}
