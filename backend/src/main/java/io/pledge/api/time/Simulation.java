package io.pledge.api.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.NeverOpen;
import io.pledge.calendar.WorkingTime;
import io.pledge.sla.ImpossibleEvent;
import io.pledge.sla.Ledger;
import io.pledge.sla.LedgerEvent;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.Reading;
import io.pledge.sla.Terms;

/** A calendar, a policy and events in, the ledger out, by the function that tickets use. */
final class Simulation {
    /** A silent case of one-minute words over a century would be a list of millions. */
    private static final long MOST_PROMISES = 20_000;

    private Simulation() {}

    /** Runs a simulation; throws BadInput where it cannot be understood or cannot have happened. */
    static List<PromiseBody> run(Body body) {
        body.allow(new TreeSet<>(Set.of("calendar", "policy", "events", "asOf")));
        var terms = new SimulationTerms(CalendarQuestion.calendar(body.member("calendar")));
        Terms agreed = terms.read(body.member("policy"));
        var reader = new SimulationEvents(terms, body.member("policy"));
        List<Placed> events = body.member("events").elements().stream()
                .map(event -> new Placed(event, reader.read(event)))
                .sorted(Comparator.comparing(placed -> placed.event().at())).toList();
        Instant asOf = body.member("asOf").instant();
        limit(events, agreed, asOf);
        return read(events, asOf).stream().map(PromiseBody::of).toList();
    }

    private static List<Reading> read(List<Placed> events, Instant asOf) {
        try {
            return Ledger.read(events.stream().map(Placed::event).toList(), asOf);
        } catch (ImpossibleEvent impossible) {
            throw events.get(impossible.index()).place().fail(impossible.reason());
        } catch (NeverOpen never) {
            throw new BadInput("calendar", never.getMessage());
        }
    }

    private static void limit(List<Placed> events, Terms agreed, Instant asOf) {
        if (events.isEmpty()) {
            return;
        }
        var shortest = events.stream().map(Placed::event)
                .map(event -> event instanceof LedgerEvent.ChangeTerms change ? change.terms() : agreed)
                .map(terms -> terms.targets().get(PromiseKind.PROGRESS))
                .min(Comparator.comparing(target -> target.allowance())).orElseThrow();
        WorkingTime whole = shortest.calendar().between(events.getFirst().event().at(), asOf);
        if (whole.seconds() / shortest.allowance().seconds() > MOST_PROMISES) {
            throw new BadInput("asOf", "lies so far away that there would be more than %d promises"
                    .formatted(MOST_PROMISES));
        }
    }

    private record Placed(Body place, LedgerEvent event) {}

    /**
     * A promise as the answer says it.
     *
     * @param sequence counts the promises of a kind, from 1
     * @param usedSeconds working time used up to the moment asked for, or to its end
     * @param remainingSeconds working time left; null once it is settled
     */
    record PromiseBody(String kind, int sequence, Instant madeAt, @Nullable Instant dueAt, @Nullable Instant warnAt,
            String state, @Nullable Instant outcomeAt, @Nullable Instant breachedAt, long usedSeconds,
            @Nullable Long remainingSeconds) {

        static PromiseBody of(Reading reading) {
            WorkingTime remaining = reading.remaining();
            return new PromiseBody(Words.of(reading.kind()), reading.sequence(), reading.madeAt(), reading.dueAt(),
                    reading.warnAt(), Words.of(reading.state()), reading.outcomeAt(), reading.breachedAt(),
                    reading.used().seconds(), remaining == null ? null : remaining.seconds());
        }
    }
}
