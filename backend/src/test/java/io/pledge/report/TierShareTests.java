package io.pledge.report;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Scope;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** How the time of resolved cases fell to the tiers: what counts, where, and that each number is the length of its list. */
@PledgeTest
class TierShareTests {
    private static final Pattern FIGURE = Pattern
            .compile("<a class=\"opens[^\"]*\" href=\"(/report/shares[^\"]+)\">([0-9,]+)<");
    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Casebook casebook;
    @Autowired
    Casework casework;
    @Autowired
    Escalations escalations;
    @Autowired
    ClosedLoop loop;
    @Autowired
    TierShares shares;
    @Autowired
    Units units;
    @Autowired
    MovableClock clock;
    private TicketId shared;
    private ReportFilter period;

    /** In Hamburg one case of which the region had a quarter, and one of Hamburg alone; in Shanghai a complaint; one that is open. */
    @BeforeEach
    void threeResolvedCasesAndAnOpenOne() {
        shared = casebook.open();
        var alone = casebook.open();
        var complaint = casebook.open(TicketKind.COMPLAINT, Severity.CRITICAL, "shanghai", null);
        casebook.open();
        clock.advance(Duration.ofHours(3));
        resolve(alone);
        escalate(shared);
        clock.advance(Duration.ofHours(1));
        resolve(shared);
        resolve(complaint);
        period = ReportFilter.of(MovableClock.START.minus(Duration.ofDays(20)),
                MovableClock.START.plus(Duration.ofDays(20)));
    }

    @Test
    void everyCaseCountsTheSameInTheMeanOfItsRegionAndKind() {
        assertThat(shares.counts(period, null, Scope.everything())).hasSize(2).anySatisfy(count -> {
            assertThat(count.unit()).isEqualTo(casebook.unit("central-europe"));
            assertThat(count.kind()).isEqualTo(TicketKind.FAULT);
            assertThat(count.cases()).isEqualTo(2);
            assertThat(ShareCount.mean(List.of(count), Tier.LOCAL)).isEqualTo(0.875, EXACT);
            assertThat(ShareCount.mean(List.of(count), Tier.REGIONAL)).isEqualTo(0.125, EXACT);
            assertThat(ShareCount.mean(List.of(count), Tier.HEADQUARTERS)).isZero();
        });
    }

    @Test
    void theListSaysOfEachCaseWhatEachTierUsed() {
        var one = list(Scope.everything()).stream().filter(row -> row.ticket().equals(shared)).findFirst()
                .orElseThrow();
        assertThat(one.used()).containsEntry(Tier.LOCAL, WorkingTime.ofMinutes(180))
                .containsEntry(Tier.REGIONAL, WorkingTime.ofMinutes(60))
                .containsEntry(Tier.HEADQUARTERS, WorkingTime.ZERO);
        assertThat(one.home()).as("where it came in, whoever resolved it").isEqualTo(casebook.unit("hamburg"));
        assertThat(one.resolvedAt()).isEqualTo(MovableClock.START.plus(Duration.ofHours(4)));
    }

    @Test
    void aCaseWhoseCustomerSaysNoIsCountedNoMoreUntilItIsResolvedAgain() {
        var submitter = new Actor.System();
        loop.reject(shared, "It trips again.", submitter, clock.instant());
        assertThat(list(Scope.everything())).extracting(SharedCase::ticket).doesNotContain(shared).hasSize(2);
        clock.advance(Duration.ofHours(2));
        resolve(shared);
        assertThat(list(Scope.everything())).filteredOn(row -> row.ticket().equals(shared)).singleElement()
                .satisfies(row -> assertThat(row.used().values().stream().mapToLong(WorkingTime::seconds).sum())
                        .isEqualTo(Duration.ofHours(6).toSeconds()));
    }

    @Test
    void aCaseThatIsClosedStaysCountedAndAWithdrawnOneIsNot() {
        loop.confirm(shared, new Actor.System(), clock.instant());
        assertThat(list(Scope.everything())).extracting(SharedCase::ticket).contains(shared);
        var withdrawn = casebook.open();
        clock.advance(Duration.ofHours(1));
        resolve(withdrawn);
        loop.cancel(withdrawn, "Entered twice.", casebook.actor("local-engineer"), clock.instant());
        assertThat(list(Scope.everything())).extracting(SharedCase::ticket).doesNotContain(withdrawn);
    }

    @Test
    void whatWasResolvedOutsideThePeriodIsNotCounted() {
        var earlier = ReportFilter.of(MovableClock.START.minus(Duration.ofDays(20)),
                MovableClock.START.plus(Duration.ofHours(4)));
        assertThat(ShareCount.cases(shares.counts(earlier, null, Scope.everything()))).isOne();
    }

    @Test
    void aCaseOfWhichNoTimeCountedHasNoShares() {
        var atOnce = casebook.open();
        resolve(atOnce);
        assertThat(list(Scope.everything())).extracting(SharedCase::ticket).doesNotContain(atOnce);
    }

    @Test
    void timeThatRanAfterThePromiseWasDueCountsForNobody() {
        var late = casebook.open();
        clock.advance(Duration.ofHours(100));
        resolve(late);
        assertThat(list(Scope.everything())).filteredOn(row -> row.ticket().equals(late)).singleElement()
                .satisfies(row -> assertThat(row.used()).containsEntry(Tier.LOCAL, WorkingTime.ofMinutes(48 * 60)));
    }

    @Test
    void aScopeAndAFilterCountAndListOnlyWhatIsTheirs() {
        var region = Scope.of(Set.copyOf(units.pathsAtAndBelow(casebook.unit("central-europe"))), Set.of());
        assertThat(list(region)).hasSize(2);
        assertThat(ShareCount.cases(shares.counts(period, null, region))).isEqualTo(2);
        assertThat(shares.counts(period, null, Scope.nothing())).isEmpty();
        assertThat(shares.counts(period, TicketKind.COMPLAINT, Scope.everything())).singleElement()
                .satisfies(count -> assertThat(count.unit()).isEqualTo(casebook.unit("east-china")));
        var hamburg = new ReportFilter(period.from(), period.until(), null, units.byKey("hamburg").orElseThrow(), null,
                null, null);
        assertThat(shares.page(hamburg, null, Scope.everything(), null, 10)).hasSize(2);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        var paged = new ArrayList<SharedCase>();
        for (var part = page(null); !part.isEmpty(); part = page(paged.getLast().cursor())) {
            paged.addAll(part);
        }
        assertThat(paged).isEqualTo(list(Scope.everything())).hasSize(3);
    }

    @Test
    void everyNumberOnThePageOpensAListOfThatLengthAndTheExportHoldsItToo() {
        for (var who : List.of("manager", "local-head", "region-head")) {
            var numbers = FIGURE.matcher(get("/report?period=30d", who));
            int seen = 0;
            while (numbers.find()) {
                var href = numbers.group(1).replace("&amp;", "&");
                long figure = Long.parseLong(numbers.group(2));
                assertThat(Pattern.compile("<tr>\\s*<td class=\"nowrap\"").matcher(get(href, who)).results().count())
                        .as(who + " " + href).isEqualTo(figure);
                assertThat(get(href.replace("/shares?", "/shares.csv?"), who).lines().count() - 1).isEqualTo(figure);
                seen++;
            }
            assertThat(seen).as(who).isGreaterThan(2);
        }
        assertThat(get("/report/shares?period=30d", "manager")).contains(shared.number().value(), "L 75",
                "Local office 3 h 00, Regional service 1 h 00");
        assertThat(get("/report/shares?period=30d&lang=zh-CN", "manager")).contains("时间用在了谁那里", "本 75");
    }

    @Test
    void forgedPlacesCountAsNotSaid() {
        for (var query : List.of("?after=x", "?after=2026-11-19T06:00:00Z_x", "?about=x&unit=y")) {
            assertThat(mvc.get().uri("/report/shares" + query).with(As.person("manager"))).as(query).hasStatusOk();
        }
    }

    private void resolve(TicketId ticket) {
        loop.resolve(ticket, new Solution("a cap", "file 3.2.1", "a check", "It is done."),
                casebook.actor("local-engineer"), clock.instant());
    }

    private void escalate(TicketId ticket) {
        escalations.escalate(ticket, "Needs the test bench", null, casebook.actor("local-engineer"), clock.instant());
    }

    private List<SharedCase> list(Scope scope) {
        return shares.page(period, null, scope, null, 1000);
    }

    private List<SharedCase> page(SharedCase.Cursor after) {
        return shares.page(period, null, Scope.everything(), after, 2);
    }

    private String get(String uri, String who) {
        var response = mvc.get().uri(URI.create(uri)).with(As.person(who)).exchange().getResponse();
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
