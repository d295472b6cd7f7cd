package io.pledge.sla;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;
import io.pledge.sla.Chain.Told;

import static org.assertj.core.api.Assertions.assertThat;

/** The steps of a chain, one after the other. */
class ChainTests {
    private static final Chain NAMED = chain(step(Chain.To.REGIONAL, Told.HEAD),
            step(Chain.To.HEADQUARTERS, Told.ACCOUNT_MANAGER));
    private static final Chain TIER_BY_TIER = chain(step(Chain.To.NEXT_TIER, Told.HEAD),
            step(Chain.To.NEXT_TIER, Told.HEAD_ABOVE));

    @Test
    void aStepFollowsTheOtherAndAfterTheLastThereIsNone() {
        assertThat(TIER_BY_TIER.after(0, Tier.LOCAL)).contains(1);
        assertThat(TIER_BY_TIER.after(1, Tier.REGIONAL)).contains(2);
        assertThat(TIER_BY_TIER.after(2, Tier.HEADQUARTERS)).isEmpty();
    }

    @Test
    void whereNoTierIsAboveNoStepFollows() {
        assertThat(TIER_BY_TIER.after(0, Tier.HEADQUARTERS)).isEmpty();
        assertThat(TIER_BY_TIER.after(1, Tier.HEADQUARTERS)).isEmpty();
    }

    @Test
    void aStepToATierThatTheCaseHasReachedIsPassedOverAndItsPeopleAreToldAllTheSame() {
        assertThat(NAMED.after(0, Tier.REGIONAL)).contains(2);
        assertThat(NAMED.toldOfBreachAt(Tier.LOCAL)).containsExactly(Told.HEAD);
        assertThat(NAMED.toldOfBreachAt(Tier.REGIONAL)).containsExactlyInAnyOrder(Told.HEAD, Told.ACCOUNT_MANAGER);
    }

    @Test
    void atTheTopTheFirstStepTells() {
        assertThat(TIER_BY_TIER.toldOfBreachAt(Tier.HEADQUARTERS)).containsExactly(Told.HEAD);
    }

    @Test
    void whereTheFirstStepLeavesTheCaseABreachGoesNoFurtherAndWhatComesUpByHandDoes() {
        var chain = chain(new Chain.Step(Set.of(Told.HEAD), Chain.To.STAYS, null), step(Chain.To.NEXT_TIER),
                step(Chain.To.NEXT_TIER));
        assertThat(chain.after(0, Tier.LOCAL)).isEmpty();
        assertThat(chain.raised()).contains(2);
        assertThat(chain.after(2, Tier.REGIONAL)).contains(3);
    }

    @Test
    void beforeThereWereChainsCasesClimbedTierByTierInHalfAnHourEach() {
        var moved = Chain.formerly(true);
        assertThat(moved.after(0, Tier.LOCAL)).contains(1);
        assertThat(moved.after(1, Tier.REGIONAL)).contains(2);
        assertThat(moved.toldOfBreachAt(Tier.LOCAL)).containsExactlyInAnyOrder(Told.values());
        assertThat(moved.step(2)).isEqualTo(new Chain.Step(Set.of(), Chain.To.NEXT_TIER, WorkingTime.ofMinutes(30)));
        assertThat(moved.atNight()).isTrue();
        var stayed = Chain.formerly(false);
        assertThat(stayed.after(0, Tier.LOCAL)).isEmpty();
        assertThat(stayed.raised()).contains(2);
        assertThat(stayed.after(2, Tier.REGIONAL)).contains(3);
    }

    private static Chain chain(Chain.Step... steps) {
        return new Chain("test", false, Chain.Lifts.NONE, List.of(), List.of(steps));
    }

    private static Chain.Step step(Chain.To to, Told... tell) {
        return new Chain.Step(Set.of(tell), to, WorkingTime.ofHours(2));
    }
}
