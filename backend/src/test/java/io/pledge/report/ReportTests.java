package io.pledge.report;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.organisation.Scope;
import io.pledge.organisation.Units;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Intake;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Submission;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** The report counts what happened, and each number is the length of its list. */
@PledgeTest
class ReportTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Pattern FIGURE = Pattern
            .compile("<a class=\"opens[^\"]*\" href=\"(/report/promises[^\"]+)\">([0-9,]+)<");

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Casebook casebook;
    @Autowired
    MovableClock clock;
    @Autowired
    Casework casework;
    @Autowired
    Conversation conversation;
    @Autowired
    Escalations escalations;
    @Autowired
    Intake intake;
    @Autowired
    SlaWatch watch;
    @Autowired
    Reports reports;
    @Autowired
    PromiseList list;
    @Autowired
    Workload workload;
    @Autowired
    Units units;

    private ReportFilter period;

    @BeforeEach
    void fourCasesAndADay() {
        var kept = casebook.open();
        var late = casebook.open(TicketKind.COMPLAINT, Severity.CRITICAL, "warsaw", null);
        casebook.open(TicketKind.FAULT, Severity.CRITICAL, "shanghai", null);
        var held = casebook.open();
        clock.advance(Duration.ofMinutes(10));
        reply(kept, "local-engineer");
        casework.hold(held, "a part is on its way", casebook.actor("local-engineer"), clock.instant());
        clock.advance(Duration.ofHours(1));
        reply(late, "warsaw-engineer");
        escalations.escalate(kept, "need the region", null, casebook.actor("local-engineer"), clock.instant());
        clock.advance(Duration.ofHours(20));
        period = ReportFilter.of(MovableClock.START.minus(Duration.ofDays(20)),
                MovableClock.START.plus(Duration.ofDays(20)));
    }

    @Test
    void whatIsOverdueCountsBeforeTheWatchHasLookedAndAsMuchAfterwards() {
        var before = report(Scope.everything()).all();
        assertThat(before.overdue()).isPositive();
        sweep();
        assertThat(report(Scope.everything()).all().overdue()).isGreaterThanOrEqualTo(before.overdue());
        assertThat(report(Scope.everything()).all().due()).isGreaterThanOrEqualTo(before.due());
    }

    @Test
    void everyDivisionAddsUpToTheWhole() {
        sweep();
        var report = report(Scope.everything());
        assertThat(report.all().kept()).isPositive();
        assertThat(report.all().late()).isPositive();
        for (var parts : List.of(report.byTier(), report.byUnit(), report.byKind(), report.byWeek())) {
            assertThat(Counted.sum(parts.values())).isEqualTo(report.all());
        }
        report.byUnit().forEach((unit, counted) -> assertThat(Counted.sum(report.unitWeeks().get(unit).values()))
                .isEqualTo(counted));
    }

    @Test
    void everyFigureIsTheLengthOfItsList() {
        sweep();
        for (var scope : List.of(Scope.everything(), Scope.nothing(), centralEurope())) {
            var all = report(scope).all();
            var figures = Map.of(PromiseOutcome.KEPT, all.kept(), PromiseOutcome.LATE, all.late(),
                    PromiseOutcome.OVERDUE, all.overdue(), PromiseOutcome.BROKEN, all.broken(), PromiseOutcome.DUE,
                    all.due(), PromiseOutcome.RUNNING, all.running(), PromiseOutcome.MOVED, all.moved(),
                    PromiseOutcome.UNCONFIRMED, all.unconfirmed());
            figures.forEach((outcome, figure) -> {
                assertThat((long) page(outcome, scope, null).size()).as(outcome.name()).isEqualTo(figure);
                assertThat(list.count(period, outcome, null, scope, clock.instant())).isEqualTo(figure);
            });
        }
    }

    @Test
    void everyBrokenPromiseHasExactlyOneCause() {
        sweep();
        var causes = reports.causes(period, Scope.everything(), clock.instant());
        assertThat(causes.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(report(Scope.everything()).all().broken());
        assertThat(causes).containsKeys(BreakCause.NOT_TAKEN, BreakCause.ESCALATION_NOT_TAKEN);
        causes.forEach((cause, count) -> assertThat(
                list.count(period, PromiseOutcome.BROKEN, cause, Scope.everything(), clock.instant()))
                .isEqualTo(count));
    }

    @Test
    void aScopeCountsAndListsOnlyItsCases() {
        sweep();
        var all = report(Scope.everything()).all();
        var region = report(centralEurope()).all();
        assertThat(region.due()).isPositive().isLessThan(all.due());
        var shanghai = units.byKey("shanghai").orElseThrow();
        assertThat(page(PromiseOutcome.DUE, centralEurope(), null)).extracting(CountedPromise::unit)
                .doesNotContain(shanghai.id());
        assertThat(report(Scope.nothing()).all()).isEqualTo(Counted.NONE);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        sweep();
        var whole = page(PromiseOutcome.DUE, Scope.everything(), null);
        var paged = new java.util.ArrayList<CountedPromise>();
        for (var part = small(null); !part.isEmpty(); part = small(paged.getLast().cursor())) {
            paged.addAll(part);
        }
        assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(4);
    }

    @Test
    void everyNumberOnThePageOpensAListOfThatLength() {
        sweep();
        for (var who : List.of("manager", "local-head", "account-manager")) {
            var body = get("/report?period=30d", who);
            var numbers = FIGURE.matcher(body);
            int seen = 0;
            while (numbers.find()) {
                var href = numbers.group(1).replace("&amp;", "&");
                var shown = Pattern.compile("<tr>\\s*<td class=\"nowrap\"").matcher(get(href, who)).results().count();
                assertThat(shown).as(who + " " + href).isEqualTo(Long.parseLong(numbers.group(2)));
                seen++;
            }
            assertThat(seen).isGreaterThan(6);
        }
    }

    @Test
    void everyListLeadsToItsCases() {
        sweep();
        for (var page : List.of("/report?period=30d", "/report/promises?period=30d",
                "/report/cases?unit=central-europe")) {
            var cases = Pattern.compile("href=\"(/desk/[^\"]+)\"").matcher(get(page, "manager")).results()
                    .map(link -> link.group(1)).filter(link -> link.contains("PL-")).distinct().toList();
            assertThat(cases).as(page).isNotEmpty().allSatisfy(
                    link -> assertThat(mvc.get().uri(link).with(As.person("manager"))).as(link).hasStatusOk());
        }
    }

    @Test
    void theWorkloadIsTheLengthOfItsListsToo() {
        sweep();
        var now = clock.instant();
        var loads = workload.byUnit(null, centralEurope(), now);
        assertThat(loads).isNotEmpty();
        loads.forEach(load -> Map.of(Workload.Part.OPEN, load.open(), Workload.Part.UNTAKEN, load.untaken(),
                Workload.Part.ON_HOLD, load.onHold(), Workload.Part.RESOLVED, load.resolved(), Workload.Part.OVERDUE,
                load.overdue()).forEach(
                        (part, figure) -> assertThat(
                                (long) workload.list(units.unit(load.unit()), part, centralEurope(),
                                        now, 0, 100).size())
                                .isEqualTo(figure)));
    }

    @Test
    void theExportHoldsTheListAndNothingThatASpreadsheetWouldRun() {
        var plain = casebook.submission(UUID.randomUUID().toString(), TicketKind.FAULT, Severity.CRITICAL, "hamburg",
                null);
        intake.submit(new Submission(plain.key(), plain.kind(), plain.severity(), "=HYPERLINK(\"http://x\",\"y\"), 你好",
                plain.channel(), plain.submitter(), null, null, null, plain.home(), null, List.of(),
                plain.enteredBy(), clock.instant()));
        clock.advance(Duration.ofHours(2));
        sweep();
        var sheet = get("/report/promises.csv?period=30d&outcome=DUE", "manager");
        assertThat(sheet).startsWith("\uFEFFCase,Title").contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\"), 你好\"");
        assertThat(sheet.lines().count() - 1).isEqualTo(page(PromiseOutcome.DUE, Scope.everything(), null).size());
        assertThat(get("/report/promises.csv?period=30d&outcome=DUE", "account-manager").lines()).hasSize(1);
    }

    @Test
    void forgedAddressesCountAsNotSaid() {
        for (var query : List.of("?period=x&below=y&unit=z&tier=q&kind=p&level=o&outcome=n&cause=m&after=l",
                "?period=custom&from=2026-02-30&to=x", "?period=custom&from=2026-12-01&to=2026-11-01",
                "/promises?after=2026-11-19T06:00:00Z_1_99_1", "/promises?outcome=RUNNING&period=next")) {
            assertThat(mvc.get().uri("/report" + query).with(As.person("manager"))).as(query).hasStatusOk();
        }
        assertThat(mvc.get().uri("/report/cases?unit=nowhere").with(As.person("manager"))).hasStatus(404);
        assertThat(mvc.get().uri("/report").with(As.person("local-engineer"))).hasStatus(403);
    }

    private SlaReport report(Scope scope) {
        return reports.of(period, scope, BERLIN, clock.instant());
    }

    private List<CountedPromise> page(PromiseOutcome outcome, Scope scope, CountedPromise.Cursor after) {
        return list.page(period, outcome, null, scope, clock.instant(), after, 1000);
    }

    private List<CountedPromise> small(CountedPromise.Cursor after) {
        return list.page(period, PromiseOutcome.DUE, null, Scope.everything(), clock.instant(), after, 3);
    }

    private Scope centralEurope() {
        return Scope.of(Set.copyOf(units.pathsAtAndBelow(casebook.unit("central-europe"))), Set.of());
    }

    private String get(String uri, String who) {
        try {
            return mvc.get().uri(java.net.URI.create(uri)).with(As.person(who)).exchange().getResponse()
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void reply(TicketId id, String username) {
        casework.take(id, casebook.person(username), clock.instant());
        conversation.reply(id, "We are on it.", null, List.of(), casebook.person(username), clock.instant());
    }

    private void sweep() {
        while (watch.sweep(clock.instant()) > 0) {
            assertThat(clock.instant()).isAfter(MovableClock.START);
        }
    }
}
