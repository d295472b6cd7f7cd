package io.pledge.report;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Scope;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sla.SlaWatch;
import io.pledge.sla.TierBudget;
import io.pledge.sla.TierBudgets;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Overrun shares of time are counted beside the promises, and each number is the length of its list. */
@PledgeTest
class BudgetReportTests {
    private static final Pattern FIGURE = Pattern
            .compile("<a class=\"opens[^\"]*\" href=\"(/report/budgets[^\"]+)\">([0-9,]+)<");

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Casebook casebook;
    @Autowired
    MovableClock clock;
    @Autowired
    SlaWatch watch;
    @Autowired
    OverrunBudgets overrun;
    @Autowired
    Reports reports;
    @Autowired
    Promises promises;
    @Autowired
    TierBudgets budgets;
    @Autowired
    Units units;

    private final List<TicketId> overdrawn = new ArrayList<>();
    private TicketId soon;
    private ReportFilter period;

    /** Nobody watches for twenty hours: three local offices keep critical cases longer than their 14.4 hours. */
    @BeforeEach
    void threeCasesThatWereKeptTooLongAndOneThatWasNot() {
        overdrawn.add(casebook.open());
        overdrawn.add(casebook.open(TicketKind.COMPLAINT, Severity.CRITICAL, "warsaw", null));
        overdrawn.add(casebook.open(TicketKind.FAULT, Severity.CRITICAL, "shanghai", null));
        clock.advance(Duration.ofHours(10));
        soon = casebook.open();
        clock.advance(Duration.ofHours(10));
        sweep();
        period = ReportFilter.of(MovableClock.START.minus(Duration.ofDays(20)),
                MovableClock.START.plus(Duration.ofDays(20)));
    }

    @Test
    void whatWasOverrunIsCountedByUnitAndTierWithTheWorkingTimeByWhichItWas() {
        var counts = counts(Scope.everything());
        assertThat(counts).extracting(OverrunCount::unit).containsExactlyInAnyOrder(casebook.unit("hamburg"),
                casebook.unit("warsaw"), casebook.unit("shanghai"));
        assertThat(counts).allSatisfy(count -> {
            assertThat(count.tier()).isEqualTo(Tier.LOCAL);
            assertThat(count.count()).isEqualTo(1);
            assertThat(count.over()).isEqualTo(WorkingTime.ofSeconds(20 * 3600 - 51_840));
        });
    }

    @Test
    void whatStillRunsIsCountedAsOfNowAsTheCaseItselfSays() {
        clock.advance(Duration.ofHours(20));
        sweep();
        var regional = list(Scope.everything()).stream().filter(one -> one.tier() == Tier.REGIONAL).toList();
        assertThat(regional).hasSize(4).allMatch(OverrunBudget::running);
        clock.advance(Duration.ofHours(1));
        for (var one : list(Scope.everything())) {
            assertThat(one.over()).isEqualTo(budgets.of(one.ticket(), clock.instant()).stream()
                    .filter(budget -> budget.tier() == one.tier()).findFirst().map(TierBudget::over).orElseThrow());
        }
        assertThat(OverrunCount.over(counts(Scope.everything()))).isEqualTo(list(Scope.everything()).stream()
                .map(OverrunBudget::over).reduce(WorkingTime.ZERO, WorkingTime::plus));
    }

    @Test
    void anOverrunTouchesNoFigureOfThePromises() {
        var solutions = overdrawn.stream().flatMap(id -> promises.of(id).stream())
                .filter(promise -> promise.kind() == PromiseKind.RESOLUTION).toList();
        assertThat(solutions).hasSize(3).allMatch(promise -> promise.state() == PromiseState.RUNNING);
        var of = new ReportFilter(period.from(), period.until(), null, null, null,
                PromiseKind.RESOLUTION, null);
        assertThat(reports.of(of, Scope.everything(), ZoneId.of("Europe/Berlin"), clock.instant()).all()
                .broken()).isZero();
    }

    @Test
    void aScopeAndAFilterCountAndListOnlyWhatIsTheirs() {
        var region = Scope.of(Set.copyOf(units.pathsAtAndBelow(casebook.unit("central-europe"))), Set.of());
        assertThat(list(region)).extracting(OverrunBudget::unit).containsExactlyInAnyOrder(casebook.unit("hamburg"),
                casebook.unit("warsaw"));
        assertThat(OverrunCount.count(counts(region))).isEqualTo(2);
        assertThat(counts(Scope.nothing())).isEmpty();
        var hamburg = new ReportFilter(period.from(), period.until(), null, units.byKey("hamburg").orElseThrow(),
                Tier.LOCAL, null, null);
        assertThat(overrun.page(hamburg, Scope.everything(), clock.instant(), null, 10)).singleElement()
                .satisfies(one -> assertThat(one.ticket()).isEqualTo(overdrawn.getFirst()).isNotEqualTo(soon));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        var paged = new ArrayList<OverrunBudget>();
        for (var part = page(null); !part.isEmpty(); part = page(paged.getLast().cursor())) {
            paged.addAll(part);
        }
        assertThat(paged).isEqualTo(list(Scope.everything())).hasSize(3);
    }

    @Test
    void everyNumberOnThePageOpensAListOfThatLengthAndTheExportHoldsItToo() {
        for (var who : List.of("manager", "local-head", "account-manager")) {
            var numbers = FIGURE.matcher(get("/report?period=30d", who));
            int seen = 0;
            while (numbers.find()) {
                var href = numbers.group(1).replace("&amp;", "&");
                long figure = Long.parseLong(numbers.group(2));
                assertThat(Pattern.compile("<tr>\\s*<td class=\"nowrap\"").matcher(get(href, who)).results().count())
                        .as(who + " " + href).isEqualTo(figure);
                assertThat(get(href.replace("/budgets?", "/budgets.csv?"), who).lines().count() - 1)
                        .isEqualTo(figure);
                seen++;
            }
            assertThat(seen).as(who).isPositive();
        }
        assertThat(get("/report/budgets?period=30d", "manager")).contains(overdrawn.getFirst().number().value())
                .doesNotContain(soon.number().value());
    }

    @Test
    void forgedPlacesCountAsNotSaid() {
        for (var query : List.of("?after=x", "?after=2026-11-19T06:00:00Z_1_99_1", "?tier=x&unit=y")) {
            assertThat(mvc.get().uri("/report/budgets" + query).with(As.person("manager"))).as(query).hasStatusOk();
        }
    }

    private List<OverrunCount> counts(Scope scope) {
        return overrun.counts(period, scope, clock.instant());
    }

    private List<OverrunBudget> list(Scope scope) {
        return overrun.page(period, scope, clock.instant(), null, 1000);
    }

    private List<OverrunBudget> page(OverrunBudget.Cursor after) {
        return overrun.page(period, Scope.everything(), clock.instant(), after, 2);
    }

    private String get(String uri, String who) {
        var response = mvc.get().uri(URI.create(uri)).with(As.person(who)).exchange().getResponse();
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void sweep() {
        while (watch.sweep(clock.instant()) > 0) {
            assertThat(clock.instant()).isAfter(MovableClock.START);
        }
    }
}
