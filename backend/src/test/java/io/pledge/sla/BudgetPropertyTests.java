package io.pledge.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of the tiers' budgets whatever happens to a ticket, at instants that are no whole seconds. */
class BudgetPropertyTests {
    private static final int STEPS = 60;

    @Property(tries = 200)
    void whatTheTiersUsedTogetherIsWhatThePromisesOfASolutionUsed(@ForAll long seed) {
        var life = new Life(seed);
        for (int step = 0; step < STEPS; step++) {
            life.goOn();
            assertThat(sum(life.budgets().stream().map(TierBudget::used))).as(life.toString())
                    .isEqualTo(sum(life.solutions().map(one -> one.reading().used().minus(one.usedBefore()))));
        }
    }

    @Property(tries = 200)
    void theSpellsOfATierAddUpToWhatItUsedAndNeverOverlap(@ForAll long seed) {
        var life = new Life(seed);
        for (int step = 0; step < STEPS; step++) {
            life.goOn();
        }
        for (var budget : life.budgets()) {
            assertThat(sum(budget.spells().stream().map(TierBudget.Spell::counted))).isEqualTo(budget.used());
        }
        var spells = life.budgets().stream().flatMap(budget -> budget.spells().stream())
                .sorted(java.util.Comparator.comparing(TierBudget.Spell::from)).toList();
        for (int i = 1; i < spells.size(); i++) {
            assertThat(spells.get(i).from()).isAfterOrEqualTo(spells.get(i - 1).to());
        }
    }

    @Property(tries = 200)
    void aBudgetThatWillRunOutRunsOutAtThatInstantAndIsOverrunASecondOfWorkLater(@ForAll long seed) {
        var life = new Life(seed);
        for (int step = 0; step < STEPS; step++) {
            life.goOn();
            for (var budget : life.budgets()) {
                if (budget.runsOutAt() != null) {
                    var then = life.scene.read(budget.tier(), budget.runsOutAt());
                    assertThat(then.used()).isEqualTo(budget.allowance());
                    assertThat(then.overrunAt()).isEqualTo(budget.overrunAt());
                    var over = life.scene.read(budget.tier(), budget.run().overFrom());
                    assertThat(over.over().seconds()).isEqualTo(1);
                    assertThat(over.overrunAt())
                            .isEqualTo(budget.overrunAt() == null ? budget.runsOutAt() : budget.overrunAt());
                }
            }
        }
    }

    @Property(tries = 100)
    void whatIsStoredOfARunningClockTellsWhatIsUsedAtAnyLaterMoment(@ForAll long seed) {
        var life = new Life(seed);
        for (int step = 0; step < STEPS; step++) {
            life.goOn();
            var later = life.now.plusMillis(life.random.nextInt(10_000_000));
            for (var budget : life.budgets()) {
                var run = budget.run();
                if (run != null) {
                    var end = later.isBefore(run.until()) ? later : run.until();
                    assertThat(run.usedBefore().plus(run.target().calendar().between(run.since(), end)))
                            .isEqualTo(life.scene.read(later).stream()
                                    .filter(one -> one.tier() == budget.tier() && one.round() == budget.round())
                                    .findFirst().orElseThrow().used());
                }
            }
        }
    }

    private static WorkingTime sum(Stream<WorkingTime> parts) {
        return parts.reduce(WorkingTime.ZERO, WorkingTime::plus);
    }

    /** Anything that can happen, in any order that is possible. */
    private static final class Life {
        final Random random;
        final BudgetScene scene;
        private final BusinessCalendar calendar;
        private Instant now = BudgetScene.START;

        Life(long seed) {
            random = new Random(seed);
            calendar = random.nextBoolean() ? BusinessCalendar.always() : BudgetScene.office();
            scene = BudgetScene.of(BudgetScene.terms(60 + random.nextInt(2000), calendar));
        }

        void goOn() {
            now = now.plus(Duration.ofMillis(random.nextInt(12_000_000)));
            if (random.nextInt(3) == 0) {
                scene.heldBy(random.nextInt(5), Tier.values()[random.nextInt(3)], now);
                return;
            }
            scene.events.add(some());
            try {
                Ledger.read(scene.events, now);
            } catch (ImpossibleEvent _) {
                scene.events.removeLast();
            }
        }

        private LedgerEvent some() {
            return switch (random.nextInt(11)) {
                case 0 -> new LedgerEvent.PersonMessage(now, null);
                case 1 -> new LedgerEvent.Hold(now);
                case 2 -> new LedgerEvent.Resume(now);
                case 3 -> new LedgerEvent.Resolve(now);
                case 4 -> new LedgerEvent.Reject(now);
                case 5 -> new LedgerEvent.Confirm(now);
                case 6 -> new LedgerEvent.Reopen(now);
                case 7 ->
                    new LedgerEvent.ChangeTerms(now, BudgetScene.terms(60 + random.nextInt(2000), calendar), null);
                case 8 -> new LedgerEvent.Renegotiate(now, PromiseKind.RESOLUTION, now.plusMillis(
                        1 + random.nextInt(90_000_000)), true);
                case 9 -> new LedgerEvent.Promised(now, PromiseKind.RESOLUTION, now.plusMillis(
                        1 + random.nextInt(90_000_000)));
                default -> new LedgerEvent.CustomerMessage(now);
            };
        }

        List<TierBudget> budgets() {
            return scene.read(now);
        }

        Stream<Explanation> solutions() {
            return Ledger.explain(scene.events, now).stream()
                    .filter(one -> one.reading().kind() == PromiseKind.RESOLUTION);
        }

        @Override
        public String toString() {
            return scene.events + " until " + now;
        }
    }
}
