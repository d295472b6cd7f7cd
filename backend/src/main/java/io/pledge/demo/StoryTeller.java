package io.pledge.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import io.pledge.demo.PastRecords.Told;
import io.pledge.notifications.Confirmations;
import io.pledge.notifier.PlanTasks;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.schedule.Recurring;
import io.pledge.ticket.Cases;

/**
 * Tells all stories side by side, in the order of time, by the verbs that pages use. Between the acts everything falls due as
 * it would have: the clock stands at the moment that is being told of, and the recurring jobs run whenever a deadline passed.
 */
@Component
@Profile("demo")
class StoryTeller {
    private static final Duration UNTIL_CONFIRMED = Duration.ofMinutes(9);
    private static final Duration JUST_AFTER = Duration.ofMillis(1);

    private final DemoClock clock;
    private final Deadlines deadlines;
    private final Stories stories;
    private final PastRecords records;
    private final Cases cases;
    private final Staff staff;
    private final Confirmations confirmations;
    private final TransactionOperations transaction;
    private final Map<String, Recurring> jobs;
    private final Map<Story, ZoneId> zones = new HashMap<>();
    private final Map<String, Deed> deeds;

    StoryTeller(DemoClock clock, Deadlines deadlines, Stories stories, PastRecords records, Cases cases, Staff staff,
            Confirmations confirmations, TransactionOperations transaction, List<Recurring> jobs,
            List<Deeds> deeds) {
        this.clock = clock;
        this.deadlines = deadlines;
        this.stories = stories;
        this.records = records;
        this.cases = cases;
        this.staff = staff;
        this.confirmations = confirmations;
        this.transaction = transaction;
        this.jobs = jobs.stream().collect(Collectors.toMap(Recurring::name, Function.identity()));
        this.deeds = deeds.stream().flatMap(several -> several.all().stream())
                .collect(Collectors.toMap(Deed::verb, Function.identity()));
    }

    /** Tells everything that happened until now; what was told before is left out. */
    void tell(Collection<Story> told, Instant now) {
        var steps = new PriorityQueue<>(Comparator.comparing(Step::at));
        told.forEach(story -> steps.addAll(next(story, now)));
        try {
            var from = steps.stream().map(Step::at).min(Comparator.naturalOrder()).orElse(now);
            for (var step = steps.poll(); step != null && step.at.isBefore(now); step = steps.poll()) {
                pass(from, step.at);
                from = step.at;
                clock.tell(from);
                step.what.run();
                if (step.story != null) {
                    steps.addAll(next(step.story, now));
                }
            }
            pass(from, now);
        } finally {
            clock.present();
        }
    }

    /** Lets happen what fell due from one moment on and before another. */
    private void pass(Instant from, Instant until) {
        var next = deadlines.from(from);
        while (next.isPresent() && next.get().at().plus(JUST_AFTER).isBefore(until)) {
            var stop = next.get().at().plus(JUST_AFTER);
            clock.tell(stop);
            Objects.requireNonNull(jobs.get(next.get().job()), next.get().job()).sweep().accept(clock.instant());
            next = deadlines.from(stop);
        }
    }

    private List<Step> next(Story story, Instant now) {
        var zone = zones.computeIfAbsent(story, stories::zone);
        var opens = story.opensAt(now, zone);
        var told = records.told(story).orElse(null);
        if (told == null) {
            return List.of(new Step(opens, story, () -> open(story, opens)));
        }
        var owed = new Step(later(told.at(), opens.plus(UNTIL_CONFIRMED)), null, () -> confirm(told));
        var confirming = told.acts() == 0 ? List.of(owed) : List.<Step>of();
        if (told.acts() == story.acts().size()) {
            return confirming;
        }
        var act = story.acts().get(told.acts());
        var at = act.at(opens, told.at(), cases.require(told.ticket()).nextDue(), zone);
        var step = new Step(at, story, () -> perform(story, act, told, at));
        return confirming.isEmpty() ? List.of(step) : List.of(step, owed);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void open(Story story, Instant at) {
        transaction.executeWithoutResult(_ -> records.told(story, new Told(stories.open(story, at), 0, at)));
    }

    private void perform(Story story, Act act, Told told, Instant at) {
        try {
            transaction.executeWithoutResult(_ -> {
                deed(act).perform(new Deed.Scene(told.ticket(), person(act), clock.instant(), act));
                records.told(story, new Told(told.ticket(), told.acts() + 1, at));
            });
        } catch (RuntimeException impossible) {
            throw new IllegalStateException("The story '" + story.key() + "' cannot go on with " + act, impossible);
        }
    }

    private Deed deed(Act act) {
        var deed = deeds.get(act.verb());
        if (deed == null) {
            throw new IllegalArgumentException("nothing is done by '" + act.verb() + "'");
        }
        return deed;
    }

    private @Nullable PersonId person(Act act) {
        return act.who().equals("-") ? null : staff.byUsername(act.who()).orElseThrow().id();
    }

    /** Who is to know of a new case has looked at it; whom a plan lets be called still is to be. */
    private void confirm(Told told) {
        confirmations.forReference("ticket:" + told.ticket().value()).stream()
                .filter(owed -> owed.open() && !PlanTasks.isCall(owed.key()))
                .forEach(owed -> confirmations.confirm(owed.id(), owed.current().person(), clock.instant()));
    }

    /**
     * Something that happens at a moment.
     *
     * @param story whose next act it is; null where it is none
     */
    private record Step(Instant at, @Nullable Story story, Runnable what) {}
}
