package io.pledge.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.CalendarSpec;
import io.pledge.calendar.LocalSpan;
import io.pledge.calendar.WorkingTime;
import io.pledge.config.ConfigurationInvalid;
import io.pledge.customer.CustomerImport;
import io.pledge.customer.Customers;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Intake;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a draft would have meant for cases to which everything happened. */
@PledgeTest
class PolicyTrialTests {
    private static final List<String> TABLES = List.of("ticket", "ledger_event", "ledger_entry", "promise",
            "sla_version", "timeline_entry", "event_publication");

    @Autowired
    private PolicyTrial trial;
    @Autowired
    private PolicyVersions versions;
    @Autowired
    private Promises promises;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private TrialScene scene;
    private Instant from;

    @BeforeEach
    void manyCases(@Autowired Casebook casebook, @Autowired Intake intake, @Autowired TicketPromises ledger,
            @Autowired Customers customers, @Autowired CustomerImport imported,
            @Autowired Triage triage) {
        from = clock.instant();
        scene = new TrialScene(casebook, intake, ledger, customers, imported, triage, clock);
        scene.play();
    }

    @Test
    void thePoliciesInForceChangeNothing() {
        var result = all(inForce());

        assertThat(result.tickets()).isEqualTo(scene.tickets.size());
        assertThat(result.list()).hasSizeGreaterThan(100).allMatch(TriedPromise::unchanged);
        assertThat(result.all().of(TrialFigure.WOULD_BREAK) + result.all().of(TrialFigure.WOULD_BE_KEPT)).isZero();
        assertThat(result.all().shareAfter()).isEqualTo(result.all().shareBefore()).isBetween(0.01, 0.99);
    }

    @Test
    void whatIsSaidToBeBeforeIsWhatTheTicketsStoreOnceTheWatchHasLooked() {
        while (watch.sweep(clock.instant()) > 0) {
            assertThat(clock.instant()).isAfter(from);
        }
        var before = all(inForce()).list().stream().map(TriedPromise::before).map(PolicyTrialTests::standing).toList();

        assertThat(before).containsExactlyInAnyOrderElementsOf(scene.tickets.stream()
                .flatMap(ticket -> promises.of(ticket).stream()).map(PolicyTrialTests::standing).toList());
    }

    @Test
    void aStricterDraftBreaksWhatWasKeptAndKeepsNothingMore() {
        var result = all(inForce().replaceAll("acknowledgement: \\{within: \\w+", "acknowledgement: {within: PT1M"));

        assertThat(result.all().of(TrialFigure.WOULD_BREAK)).isPositive();
        assertThat(result.all().of(TrialFigure.WOULD_BE_KEPT)).isZero();
        assertThat(result.all().of(TrialFigure.BROKEN_AFTER)).isGreaterThan(
                result.all().of(TrialFigure.BROKEN_BEFORE));
        assertThat(result.list()).filteredOn(one -> !one.unchanged()).extracting(TriedPromise::kind)
                .containsOnly(PromiseKind.ACKNOWLEDGEMENT);
    }

    @Test
    void aLaxerDraftKeepsWhatWasBrokenAndBreaksNothing() {
        var result = all(inForce().replaceAll("within: \\w+", "within: PT2000H"));

        assertThat(result.all().of(TrialFigure.WOULD_BE_KEPT)).isPositive();
        assertThat(result.all().of(TrialFigure.WOULD_BREAK)).isZero();
        assertThat(result.list()).filteredOn(one -> one.after() != null && !one.after().explicit())
                .noneMatch(one -> TrialFigure.BROKEN_AFTER.counts(one));
    }

    @Test
    void whatPersonsPromisedStaysWhateverTheDraftSays() {
        var explicit = explicit(all(inForce()), TriedPromise::before);

        assertThat(explicit).hasSize(3);
        for (var draft : List.of(inForce().replaceAll("within: \\w+", "within: PT1H"),
                inForce().replaceAll("(?m)^.*(resolution|budgets): .*$", ""))) {
            assertThat(explicit(all(draft), TriedPromise::after)).containsExactlyElementsOf(explicit);
        }
    }

    @Test
    void aDraftGivesWhatTheTicketWasTakenForAtEachTimeAndNotWhatItIsTakenForNow() {
        var critical = inForce().replaceAll("(?s)(name: critical\\n.*?resolution: )\\{[^}]*}",
                "$1{within: PT30H, on: always}");
        var major = inForce().replaceAll("(?s)(name: major\\n.*?acknowledgement: )\\{[^}]*}",
                "$1{within: PT1M, on: always}");

        // nothing was used while it was major, since the office was closed; critical counts from the change, day and night
        assertThat(tried(critical, PromiseKind.RESOLUTION).after().dueAt())
                .isEqualTo(scene.reworkedAfter(Duration.ofMinutes(90).plusHours(30)));
        assertThat(tried(major, PromiseKind.ACKNOWLEDGEMENT).after().breachedAt())
                .isEqualTo(scene.reworkedAfter(Duration.ofMinutes(1)));
        assertThat(tried(inForce(), PromiseKind.RESOLUTION).unchanged()).isTrue();
    }

    @Test
    void everyListIsAsLongAsItsFigureAndEveryDivisionAddsUp() {
        var draft = PolicyDraft.read(inForce().replaceAll("within: PT\\w+", "within: PT3H"));
        var whole = run(draft, TrialList.none());
        for (var figure : TrialFigure.values()) {
            long all = whole.all().of(figure);
            assertThat(run(draft, new TrialList(figure, null, null, 0, 10_000)).list()).as(figure.name())
                    .hasSize((int) all).allMatch(figure::counts);
            assertThat(whole.byKind().values().stream().mapToLong(counts -> counts.of(figure)).sum()).isEqualTo(all);
            assertThat(whole.byUnit().values().stream().mapToLong(counts -> counts.of(figure)).sum()).isEqualTo(all);
            whole.byKind().forEach((kind, counts) -> assertThat(
                    run(draft, new TrialList(figure, null, kind, 0, 0)).listed()).isEqualTo(counts.of(figure)));
            whole.byUnit().forEach((unit, counts) -> assertThat(
                    run(draft, new TrialList(figure, unit, null, 0, 0)).listed()).isEqualTo(counts.of(figure)));
        }
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        var draft = PolicyDraft.read(inForce());
        var pages = Stream.of(0, 7, 14)
                .flatMap(skipped -> run(draft, new TrialList(TrialFigure.KEPT_AFTER, null, null, skipped, 7)).list()
                        .stream());

        assertThat(pages).containsExactlyElementsOf(
                run(draft, new TrialList(TrialFigure.KEPT_AFTER, null, null, 0, 21)).list());
    }

    @Test
    void aTrialWritesNothing() {
        var before = stored();

        all(inForce().replaceAll("within: \\w+", "within: PT1H"));

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void onlyTicketsOpenedInThePeriodAreReplayed() {
        var draft = PolicyDraft.read(inForce());
        assertThat(trial.run(draft, from.minus(Duration.ofDays(9)), from, TrialList.none(), clock.instant()))
                .isEqualTo(new TrialResult(0, 0, new TrialCounts(java.util.Map.of()), java.util.Map.of(),
                        java.util.Map.of(), 0, List.of()));
        assertThat(trial.run(draft, from, from.plusSeconds(1), TrialList.none(), clock.instant()).tickets())
                .isEqualTo(scene.tickets.size() - 1);
    }

    @Test
    void aDraftThatMakesNoSenseNamesItsLineAndReason() {
        assertThatThrownBy(() -> PolicyDraft.read(inForce().replace("progress: {within: PT2H", "progress: {within: 2")))
                .isInstanceOfSatisfying(ConfigurationInvalid.class, invalid -> {
                    assertThat(invalid.line()).isEqualTo(line("progress: {within: PT2H"));
                    assertThat(invalid.reason()).contains("a duration such as PT4H");
                });
        for (var text : List.of("", "lines: [", "lines: []", "default: {}", "\u0000", "- 1", "&a [*a]")) {
            assertThatThrownBy(() -> PolicyDraft.read(text)).as(text).isInstanceOf(ConfigurationInvalid.class);
        }
    }

    @Test
    void aWordEverySecondIsRefusedInsteadOfCountedForHours() {
        assertThatThrownBy(() -> all(inForce().replaceAll("progress: \\{within: \\w+", "progress: {within: PT1S")))
                .isInstanceOfSatisfying(DraftUnplayable.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DraftUnplayable.Reason.TOO_OFTEN));
    }

    @Test
    void aTimeThatNeverComesIsRefused(@Autowired LedgerRecords records) {
        var ledger = records.load(List.of(scene.tickets.getFirst())).iterator().next();
        var terms = ((LedgerEvent.Submitted) ledger.events().getFirst()).terms();
        var second = new CalendarSpec("a-second", ZoneOffset.UTC,
                Map.of(DayOfWeek.MONDAY, List.of(LocalSpan.parse("00:00:00-00:00:01"))), Map.of(), Map.of(), Map.of());
        var never = new TreeMap<>(terms.targets());
        never.put(PromiseKind.RESOLUTION, new Target(WorkingTime.ofHours(8000), BusinessCalendar.of(second), 0));

        assertThatThrownBy(() -> new TrialReplay(clock.instant()).compare(ledger, List.of(new Terms(terms.line(),
                terms.policyVersion(), never, terms.warningShare(), terms.acknowledgedBy(), terms.pauses(),
                terms.chain(), terms.budgets()))))
                .isInstanceOfSatisfying(DraftUnplayable.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DraftUnplayable.Reason.NEVER_DUE));
    }

    private TriedPromise tried(String draft, PromiseKind kind) {
        return all(draft).list().stream()
                .filter(one -> one.ticket().equals(scene.reworked) && one.kind() == kind && one.sequence() == 1)
                .findFirst().orElseThrow();
    }

    private String inForce() {
        return versions.policiesInForce();
    }

    private int line(String words) {
        return (int) inForce().substring(0, inForce().indexOf(words)).lines().count();
    }

    private TrialResult all(String draft) {
        return run(PolicyDraft.read(draft), new TrialList(null, null, null, 0, 100_000));
    }

    private TrialResult run(PolicyDraft draft, TrialList list) {
        return trial.run(draft, from, clock.instant(), list, clock.instant());
    }

    private List<String> stored() {
        return TABLES.stream().flatMap(table -> jdbc.sql("select t::text from " + table + " t order by 1")
                .query(String.class).list().stream()).toList();
    }

    private record Made(TicketId ticket, PromiseKind kind, Instant madeAt, Instant dueAt) {}

    /** Times that persons named for arrival and solution; the next word is never later than the policy says. */
    private static List<Made> explicit(TrialResult result, java.util.function.Function<TriedPromise, Promise> side) {
        return result.list().stream().map(side).filter(promise -> promise != null && promise.explicit()
                && promise.kind() != PromiseKind.PROGRESS).map(
                        promise -> new Made(promise.ticket(), promise.kind(), promise.madeAt(), promise.dueAt()))
                .collect(Collectors.toList());
    }

    /** A promise without what the watch notes of its own doing. */
    private static List<Object> standing(Promise p) {
        return java.util.Arrays.asList(p.ticket(), p.kind(), p.sequence(), p.state(), p.madeAt(), p.dueAt(),
                p.outcomeAt(), p.breachedAt(), p.unconfirmed(), p.voided(), p.policyLine(), p.remaining() == null,
                p.state().settled() ? p.credit() : null);
    }
}
