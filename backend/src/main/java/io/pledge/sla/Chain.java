package io.pledge.sla;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;

/**
 * How a case climbs. Before the time for its solution is over, people up the line are told as that time is used. A broken promise
 * climbs: who is told, which tier gets the case, and after how long the next step follows if nobody takes it.
 * The first step is taken at the breach. A step that leads to a tier the case has reached already is passed over. Where the first
 * step leaves the case where it is, the others are only for what somebody brings up by hand, or the customer by a no.
 *
 * @param name as the policy file calls it
 * @param atNight whether people are written at any hour and the time to take a case runs round the clock; otherwise letters wait
 *        until the reader's unit opens, and the time is working time of the unit that has the case
 * @param lifts what else brings a case up; null in terms stored before there was anything
 * @param before who is told as the time for the solution is used, by growing shares; null in terms stored before there were any
 */
public record Chain(String name, boolean atNight, @Nullable Lifts lifts, @Nullable List<Notice> before,
        List<Step> steps) {
    private static final Set<Told> EVERYBODY = Set.of(Told.values());

    public Chain {
        steps = List.copyOf(steps);
        lifts = lifts == null ? Lifts.NONE : lifts;
        before = before == null ? List.of() : List.copyOf(before);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a chain has at least one step");
        }
    }

    /**
     * What brings a case up beside a broken promise, a colleague who asks for help, and the customer's no.
     *
     * @param intake where a case goes at once when it comes in; null where it stays at its home
     * @param bounces how often a case may be handed back; whoever asks for help once more asks the tier above that one. Null for as
     *        often as it takes
     */
    public record Lifts(@Nullable To intake, @Nullable Integer bounces) {
        static final Lifts NONE = new Lifts(null, null);
    }

    /**
     * People who are told before anything is broken.
     *
     * @param at the share of the time for the solution that is used by then, above 0 and below 1
     */
    public record Notice(double at, Set<Up> tell) {
        public Notice {
            tell = Collections.unmodifiableSet(new TreeSet<>(tell));
            if (!(at > 0 && at < 1) || tell.isEmpty()) {
                throw new IllegalArgumentException("somebody is told at a share above 0 and below 1");
            }
        }
    }

    /** Who is told while there is time, seen from the unit that has the case. */
    public enum Up {
        /** The unit's head. */
        HEAD,
        /** The head of the region. */
        REGIONAL,
        /** The head of headquarters' service. */
        HEADQUARTERS,
        /** The managers, of this unit and those above it. */
        MANAGERS,
        /** The customer's account manager. */
        ACCOUNT_MANAGER
    }

    /**
     * One step.
     *
     * @param tell who is told, beside those who can take the case
     * @param takeWithin how long the unit has to take it; null exactly where the case stays
     */
    public record Step(Set<Told> tell, To to, @Nullable WorkingTime takeWithin) {
        public Step {
            tell = Collections.unmodifiableSet(new TreeSet<>(tell));
            if ((to == To.STAYS) != (takeWithin == null)) {
                throw new IllegalArgumentException("a case that moves has to be taken, one that stays has not");
            }
        }
    }

    /** Who is told, seen from the unit that had the case. */
    public enum Told {
        /** Whoever had the case, otherwise who answers for the unit. */
        HOLDER,
        /** The unit's head. */
        HEAD,
        /** The head of the unit above. */
        HEAD_ABOVE,
        /** The customer's account manager. */
        ACCOUNT_MANAGER
    }

    /** Where the case goes. */
    public enum To {
        /** Nowhere. */
        STAYS,
        /** To the tier above. */
        NEXT_TIER,
        /** To the regional tier. */
        REGIONAL,
        /** To headquarters. */
        HEADQUARTERS;

        /** The tier to which it lifts a case; none where the case stays, or is there or higher. */
        Optional<Tier> from(Tier tier) {
            return switch (this) {
                case STAYS -> Optional.empty();
                case NEXT_TIER -> tier.above();
                case REGIONAL -> Optional.of(Tier.REGIONAL).filter(goal -> goal.compareTo(tier) > 0);
                case HEADQUARTERS -> Optional.of(Tier.HEADQUARTERS).filter(goal -> goal.compareTo(tier) > 0);
            };
        }
    }

    /** A chain in which nothing happens: that of a simulation, which has no people. */
    public static Chain still() {
        return new Chain("", true, Lifts.NONE, List.of(), List.of(new Step(Set.of(), To.STAYS, null)));
    }

    /**
     * What happened before there were chains: everybody was told at once, day and night, the case went up tier by tier, and each had
     * half an hour to take it. Terms made then have no chain and go by this one.
     *
     * @param escalates whether a breach moved the case; what came up by hand climbed in any case
     */
    static Chain formerly(boolean escalates) {
        var halfAnHour = WorkingTime.ofMinutes(30);
        var up = new Step(Set.of(), To.NEXT_TIER, halfAnHour);
        return new Chain("", true, Lifts.NONE, List.of(), escalates
                ? List.of(new Step(EVERYBODY, To.NEXT_TIER, halfAnHour), up)
                : List.of(new Step(EVERYBODY, To.STAYS, null), up, up));
    }

    /** A step by its number, counted from 1. */
    public Step step(int number) {
        return steps.get(number - 1);
    }

    /** The number of the step that follows the given one, 0 for none yet, for a case at this tier; none where it climbs no further. */
    Optional<Integer> after(int number, Tier tier) {
        return IntStream.rangeClosed(number + 1, steps.size()).boxed()
                .takeWhile(next -> step(next).to != To.STAYS)
                .filter(next -> step(next).to.from(tier).isPresent()).findFirst();
    }

    /** The number of the step at which a case waits that did not climb by itself; none where no step waits for anybody. */
    Optional<Integer> raised() {
        return IntStream.rangeClosed(1, steps.size()).boxed().filter(number -> step(number).takeWithin != null)
                .findFirst();
    }

    /** Who is told of a breach at this tier: those of the step taken then, and of steps passed over to get there. */
    public Set<Told> toldOfBreachAt(Tier tier) {
        return steps.stream().limit(after(0, tier).orElse(1)).flatMap(step -> step.tell.stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
