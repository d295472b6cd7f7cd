package io.pledge.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.PersonId;
import io.pledge.ticket.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** How promises came to their times, told part by part. */
class ExplanationTests {
    private static final Instant START = Instant.parse("2026-11-19T08:00:00Z");
    private final List<LedgerEvent> events = new ArrayList<>(
            List.of(new LedgerEvent.Submitted(START, terms("first", 480))));

    @Test
    void whatWasOnHoldIsAPartThatDoesNotCount() {
        events.add(new LedgerEvent.Hold(at(60)));
        events.add(new LedgerEvent.Resume(at(100)));
        assertThat(resolution(at(130)).legs()).extracting(Leg::from, Leg::to, Leg::pause).containsExactly(
                tuple(at(0), at(60), null), tuple(at(60), at(100), Leg.Pause.HELD), tuple(at(100), at(130), null));
    }

    @Test
    void theWaitForTheCustomersYesIsLeftOutAndGoesOnAtTheNo() {
        events.add(new LedgerEvent.Resolve(at(60)));
        events.add(new LedgerEvent.Reject(at(200)));
        assertThat(resolution(at(230)).legs()).extracting(Leg::from, Leg::to, Leg::pause).containsExactly(
                tuple(at(0), at(60), null), tuple(at(60), at(200), Leg.Pause.RESOLVED), tuple(at(200), at(230), null));
    }

    @Test
    void otherTermsBeginAPartOfTheirOwn() {
        events.add(new LedgerEvent.ChangeTerms(at(60), terms("second", 120), null));
        var explanation = resolution(at(90));
        assertThat(explanation.terms().line()).isEqualTo("first");
        assertThat(explanation.legs()).extracting(leg -> leg.terms().line(), leg -> leg.target().allowance().seconds())
                .containsExactly(tuple("first", 480 * 60L), tuple("second", 120 * 60L));
    }

    @Test
    void aChangeIsToldWithItsReasonEvenWhereItLeftNothing() {
        var why = new TermsChange(TermsChange.Cause.SEVERITY, Traits.ofNobody(Severity.MINOR),
                Traits.ofNobody(Severity.CRITICAL), new PersonId(7));
        events.add(new LedgerEvent.ChangeTerms(at(60), terms("second", 30), why));
        var explanation = resolution(at(90));
        assertThat(explanation.reading().breachedAt()).isEqualTo(at(60));
        assertThat(explanation.changes()).singleElement().satisfies(change -> {
            assertThat(change.why()).isEqualTo(why);
            assertThat(change.target().allowance()).isEqualTo(WorkingTime.ofSeconds(1800));
        });
        assertThat(explanation.madeFor().allowance()).isEqualTo(WorkingTime.ofSeconds(480 * 60));
    }

    @Test
    void aReopenedCaseGoesOnWithWhatThePromiseBeforeHadUsed() {
        events.add(new LedgerEvent.Resolve(at(60)));
        events.add(new LedgerEvent.Confirm(at(70)));
        events.add(new LedgerEvent.Reopen(at(500)));
        var second = Ledger.explain(events, at(510)).stream()
                .filter(e -> e.reading().kind() == PromiseKind.RESOLUTION && e.reading().sequence() == 2).findFirst();
        assertThat(second.orElseThrow().usedBefore()).isEqualTo(WorkingTime.ofSeconds(3600));
    }

    @Test
    void whatCountsUntilTheDueTimeIsTheAllowance() {
        events.add(new LedgerEvent.Hold(at(60)));
        events.add(new LedgerEvent.Resume(at(100)));
        assertThat(counted(resolution(at(10_000)))).isEqualTo(WorkingTime.ofSeconds(480 * 60));
    }

    /** Whatever happens in whatever order: used is what the parts say, and nothing lies between them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void theUsedTimeIsTheSumOfThePartsThatCount(long seed) {
        var random = new Random(seed);
        var now = at(0);
        for (int i = 0; i < 300; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(90)));
            tryToAdd(some(random, now), now);
            for (var explanation : Ledger.explain(events, now)) {
                assertThat(counted(explanation)).as(explanation.toString())
                        .isEqualTo(explanation.reading().used());
                assertThat(explanation.legs()).allSatisfy(leg -> assertThat(leg.from()).isBefore(leg.to()));
                for (int leg = 1; leg < explanation.legs().size(); leg++) {
                    assertThat(explanation.legs().get(leg).from())
                            .isEqualTo(explanation.legs().get(leg - 1).to());
                }
            }
        }
        assertThat(events).hasSizeGreaterThan(20);
    }

    private void tryToAdd(LedgerEvent event, Instant now) {
        events.add(event);
        try {
            Ledger.read(events, now);
        } catch (ImpossibleEvent _) {
            events.removeLast();
        }
    }

    private static LedgerEvent some(Random random, Instant at) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new LedgerEvent.PersonMessage(at, random.nextBoolean() ? at.plusSeconds(1800) : null);
            case 2 -> new LedgerEvent.CustomerMessage(at);
            case 3 -> new LedgerEvent.Hold(at);
            case 4 -> new LedgerEvent.Resume(at);
            case 5 -> new LedgerEvent.Resolve(at);
            case 6 -> new LedgerEvent.Reject(at);
            case 7 -> new LedgerEvent.Confirm(at);
            case 8 -> new LedgerEvent.Reopen(at);
            case 9 -> new LedgerEvent.ChangeTerms(at, terms("t" + random.nextInt(3), 60 + random.nextInt(600)), null);
            case 10 -> new LedgerEvent.Renegotiate(at, PromiseKind.RESOLUTION, at.plusSeconds(7200), true);
            default -> new LedgerEvent.Note(at);
        };
    }

    private static WorkingTime counted(Explanation explanation) {
        return explanation.legs().stream().filter(Leg::counts).map(Leg::working)
                .reduce(explanation.usedBefore(), WorkingTime::plus);
    }

    private Explanation resolution(Instant asOf) {
        return Ledger.explain(events, asOf).stream().filter(e -> e.reading().kind() == PromiseKind.RESOLUTION)
                .findFirst().orElseThrow();
    }

    private static Terms terms(String line, long resolution) {
        return new Terms(line, 0, Map.of(PromiseKind.ACKNOWLEDGEMENT, target(60), PromiseKind.PROGRESS, target(120),
                PromiseKind.RESOLUTION, target(resolution)), 0.75, Terms.AcknowledgedBy.PERSON,
                Set.of(PromiseKind.RESOLUTION), Chain.still(), Budgets.NONE);
    }

    private static Target target(long minutes) {
        return new Target(WorkingTime.ofSeconds(minutes * 60), BusinessCalendar.always(), 0);
    }

    private static Instant at(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
