package io.pledge.sla;

import org.junit.jupiter.api.Test;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.organisation.Tier;

import static io.pledge.sla.BudgetScene.at;
import static io.pledge.sla.BudgetScene.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The rules of the tiers' budgets, each as a statement, on a calendar where every minute counts. */
class BudgetLedgerTests {
    private final BudgetScene scene = BudgetScene.of(480);

    @Test
    void aBudgetIsAShareOfTheTimeForTheSolution() {
        assertThat(scene.read(at(0))).extracting(TierBudget::tier, TierBudget::allowance, TierBudget::state)
                .containsExactly(tuple(Tier.LOCAL, minutes(240), TierBudget.State.RUNNING),
                        tuple(Tier.REGIONAL, minutes(144), TierBudget.State.WAITING),
                        tuple(Tier.HEADQUARTERS, minutes(96), TierBudget.State.WAITING));
    }

    @Test
    void itRunsWhileTheTierHoldsTheTicketAndNoLonger() {
        scene.hand(Tier.REGIONAL, 100);
        assertThat(scene.read(Tier.LOCAL, 150).used()).isEqualTo(minutes(100));
        assertThat(scene.read(Tier.REGIONAL, 150).used()).isEqualTo(minutes(50));
        assertThat(scene.read(Tier.REGIONAL, 150).state()).isEqualTo(TierBudget.State.RUNNING);
        assertThat(scene.read(Tier.LOCAL, 150).state()).isEqualTo(TierBudget.State.WAITING);
    }

    @Test
    void itGoesOnAfterAHandBackWithWhatWasLeft() {
        scene.hand(Tier.REGIONAL, 100).hand(Tier.LOCAL, 150);
        var local = scene.read(Tier.LOCAL, 160);
        assertThat(local.used()).isEqualTo(minutes(110));
        assertThat(local.remaining()).isEqualTo(minutes(130));
        assertThat(local.runsOutAt()).isEqualTo(at(290));
        assertThat(local.spells()).extracting(TierBudget.Spell::from, TierBudget.Spell::to)
                .containsExactly(tuple(at(0), at(100)), tuple(at(150), at(160)));
    }

    @Test
    void itPausesWithTheSolution() {
        scene.with(new LedgerEvent.Hold(at(100)));
        var held = scene.read(Tier.LOCAL, 200);
        assertThat(held.used()).isEqualTo(minutes(100));
        assertThat(held.state()).isEqualTo(TierBudget.State.WAITING);
        assertThat(held.runsOutAt()).isNull();
        scene.with(new LedgerEvent.Resume(at(300)));
        assertThat(scene.read(Tier.LOCAL, 300).runsOutAt()).isEqualTo(at(440));
    }

    @Test
    void anotherUnitOfTheTierInAnotherZoneUsesTheSameBudgetOnTheSameCalendar() {
        scene.heldBy(77, Tier.LOCAL, at(200));
        assertThat(scene.read(Tier.LOCAL, 210).used()).isEqualTo(minutes(210));
        assertThat(scene.read(Tier.LOCAL, 210).runsOutAt()).isEqualTo(at(240));
    }

    @Test
    void usedUpToTheSecondIsNotOverrunAndASecondMoreIs() {
        assertThat(scene.read(Tier.LOCAL, 240).overrunAt()).isNull();
        assertThat(scene.read(Tier.LOCAL, 240).remaining()).isEqualTo(minutes(0));
        var over = scene.read(Tier.LOCAL, at(240).plusSeconds(1));
        assertThat(over.state()).isEqualTo(TierBudget.State.OVER);
        assertThat(over.overrunAt()).isEqualTo(at(240));
        assertThat(over.over().seconds()).isEqualTo(1);
    }

    @Test
    void aTicketHandedOnInTheSecondInWhichTheBudgetIsUsedUpWasHandedOnInTime() {
        scene.hand(Tier.REGIONAL, 240);
        assertThat(scene.read(Tier.LOCAL, 300).overrunAt()).isNull();
        scene.hand(Tier.LOCAL, 300);
        assertThat(scene.read(Tier.LOCAL, 301).overrunAt()).isEqualTo(at(300));
    }

    @Test
    void theTimeByWhichItIsOverrunGrowsWhileTheTierHoldsTheTicketUntilTheSolutionIsDue() {
        assertThat(scene.read(Tier.LOCAL, 300).over()).isEqualTo(minutes(60));
        assertThat(scene.read(Tier.LOCAL, 480).over()).isEqualTo(minutes(240));
        assertThat(scene.read(Tier.LOCAL, 900).over()).isEqualTo(minutes(240));
        assertThat(scene.read(Tier.LOCAL, 900).overrunAt()).isEqualTo(at(240));
    }

    @Test
    void itCannotRunOutAfterTheSolutionIsDue() {
        scene.hand(Tier.REGIONAL, 400);
        assertThat(scene.read(Tier.REGIONAL, 410).runsOutAt()).isNull();
        assertThat(scene.read(Tier.REGIONAL, 1000).overrunAt()).isNull();
        assertThat(scene.read(Tier.REGIONAL, 1000).used()).isEqualTo(minutes(80));
    }

    @Test
    void outsideTheHoursOfTheCustomersCalendarNothingIsUsed() {
        // 09:00 to 17:00 in Berlin: 08:00 to 16:00 in UTC
        var office = BudgetScene.of(BudgetScene.terms(960, BudgetScene.office()));
        office.hand(Tier.REGIONAL, 240);
        assertThat(office.read(Tier.REGIONAL, at(24 * 60)).used()).isEqualTo(minutes(240));
        var next = BudgetScene.of(BudgetScene.terms(960, BudgetScene.office()));
        assertThat(next.read(Tier.LOCAL, at(24 * 60)).overrunAt()).isNull();
        var over = next.read(Tier.LOCAL, at(24 * 60 + 1));
        assertThat(over.overrunAt()).isEqualTo(at(480));
        assertThat(over.over()).isEqualTo(minutes(1));
    }

    @Test
    void otherTermsGiveAnotherAllowanceAndWhatWasUsedStaysUsed() {
        scene.with(new LedgerEvent.ChangeTerms(at(100), BudgetScene.terms(1000, BusinessCalendar.always()), null));
        var local = scene.read(Tier.LOCAL, 100);
        assertThat(local.allowance()).isEqualTo(minutes(500));
        assertThat(local.used()).isEqualTo(minutes(100));
        assertThat(local.runsOutAt()).isEqualTo(at(500));
    }

    @Test
    void termsThatAllowLessThanIsUsedAreOverrunAtTheInstantOfTheChange() {
        scene.with(new LedgerEvent.ChangeTerms(at(100), BudgetScene.terms(160, BusinessCalendar.always()), null));
        var local = scene.read(Tier.LOCAL, 101);
        assertThat(local.overrunAt()).isEqualTo(at(100));
        assertThat(local.over()).isEqualTo(minutes(21));
    }

    @Test
    void whoHasNoTicketOverrunsNothingWhenTheTermsChange() {
        scene.hand(Tier.REGIONAL, 100)
                .with(new LedgerEvent.ChangeTerms(at(110), BudgetScene.terms(160, BusinessCalendar.always()), null));
        assertThat(scene.read(Tier.LOCAL, 120).overrunAt()).isNull();
        scene.hand(Tier.LOCAL, 120);
        assertThat(scene.read(Tier.LOCAL, 121).overrunAt()).isEqualTo(at(120));
    }

    @Test
    void whatWasOverrunStaysOverrunWhateverTheTermsBecome() {
        scene.with(new LedgerEvent.ChangeTerms(at(300), BudgetScene.terms(2000, BusinessCalendar.always()), null));
        assertThat(scene.read(Tier.LOCAL, 310).overrunAt()).isEqualTo(at(240));
        assertThat(scene.read(Tier.LOCAL, 310).state()).isEqualTo(TierBudget.State.RUNNING);
        scene.with(new LedgerEvent.ChangeTerms(at(320), without(), null));
        assertThat(scene.read(Tier.LOCAL, 330).overrunAt()).isEqualTo(at(240));
    }

    @Test
    void aResolvedCaseUsesNothingAndARejectedOneGoesOnWithWhatWasLeft() {
        scene.with(new LedgerEvent.Resolve(at(100)));
        assertThat(scene.read(Tier.LOCAL, 500).state()).isEqualTo(TierBudget.State.WAITING);
        scene.hand(Tier.REGIONAL, 500).with(new LedgerEvent.Reject(at(500)));
        assertThat(scene.read(Tier.LOCAL, 550).used()).isEqualTo(minutes(100));
        assertThat(scene.read(Tier.REGIONAL, 550).used()).isEqualTo(minutes(50));
        assertThat(scene.read(Tier.REGIONAL, 550).round()).isEqualTo(1);
    }

    @Test
    void aReopenedCaseGoesOnWithWhatWasLeft() {
        scene.with(new LedgerEvent.Resolve(at(100))).with(new LedgerEvent.Confirm(at(110)));
        assertThat(scene.read(Tier.LOCAL, 200).state()).isEqualTo(TierBudget.State.FINISHED);
        scene.with(new LedgerEvent.Reopen(at(1000)));
        assertThat(scene.read(Tier.LOCAL, 1010).used()).isEqualTo(minutes(110));
        assertThat(scene.read(Tier.LOCAL, 1010).round()).isEqualTo(1);
        assertThat(scene.read(Tier.LOCAL, 1010).runsOutAt()).isEqualTo(at(1140));
    }

    @Test
    void aSolutionPromisedAnewAfterABrokenOneGivesEveryTierItsWholeBudgetOnceMore() {
        scene.with(new LedgerEvent.Resolve(at(500))).with(new LedgerEvent.Reject(at(1000)));
        assertThat(scene.read(Tier.LOCAL, 1010).round()).isEqualTo(2);
        assertThat(scene.read(Tier.LOCAL, 1010).used()).isEqualTo(minutes(10));
        assertThat(scene.read(at(1010))).first().satisfies(first -> {
            assertThat(first.round()).isEqualTo(1);
            assertThat(first.overrunAt()).isEqualTo(at(240));
        });
    }

    @Test
    void aTimeThatAPersonNamedKeepsTheBudgetsOfTheTerms() {
        scene.with(new LedgerEvent.Renegotiate(at(100), PromiseKind.RESOLUTION, at(2000), true));
        assertThat(scene.read(Tier.LOCAL, 200).used()).isEqualTo(minutes(200));
        assertThat(scene.read(Tier.LOCAL, 200).runsOutAt()).isEqualTo(at(240));
    }

    @Test
    void aCancelledCaseUsesNothingMore() {
        scene.with(new LedgerEvent.Cancel(at(50)));
        assertThat(scene.read(Tier.LOCAL, 900).used()).isEqualTo(minutes(50));
        assertThat(scene.read(Tier.LOCAL, 900).state()).isEqualTo(TierBudget.State.FINISHED);
    }

    @Test
    void whereTheTermsKnowNoBudgetsOnlyTheTimeIsTold() {
        var plain = BudgetScene.of(without());
        assertThat(plain.read(at(60))).singleElement().satisfies(local -> {
            assertThat(local.allowance()).isNull();
            assertThat(local.used()).isEqualTo(minutes(60));
            assertThat(local.begun()).isFalse();
        });
    }

    private static Terms without() {
        return BudgetScene.terms(480, BusinessCalendar.always(), Budgets.NONE);
    }
}
