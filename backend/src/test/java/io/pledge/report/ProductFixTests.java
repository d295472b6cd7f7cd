package io.pledge.report;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.organisation.Scope;
import io.pledge.organisation.Units;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.Promises;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Problem reports and fixes as TL 9000 counts them. */
@PledgeTest
class ProductFixTests {
    private static final Pattern FIGURE = Pattern
            .compile("<a class=\"opens[^\"]*\" href=\"(/report/fixes[^\"]+)\">([0-9,]+)<");

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Casebook casebook;
    @Autowired
    MovableClock clock;
    @Autowired
    Casework casework;
    @Autowired
    ClosedLoop loop;
    @Autowired
    Promises promises;
    @Autowired
    ProductFixes fixes;
    @Autowired
    Units units;

    @Test
    void aFixCountsUntilTheCustomerAcceptedIt() {
        var id = casebook.open();
        var due = due(id);
        clock.set(due.minusSeconds(3600));
        resolve(id);
        clock.set(due.plusSeconds(3600));
        assertThat(counts().acceptedInTime()).isZero();
        assertThat(counts().overdue()).isEqualTo(1);
        yes(id);
        assertThat(counts()).isEqualTo(new FixCounts(1, 1, 0, Duration.between(MovableClock.START, clock.instant()), 1,
                1));
        assertThat(list(FixFigure.DUE)).singleElement().satisfies(fix -> {
            assertThat(fix.dueAt()).isEqualTo(due);
            assertThat(fix.acceptedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void aYesAtTheDueTimeIsInTime() {
        var id = casebook.open();
        clock.set(due(id));
        resolve(id);
        yes(id);
        assertThat(counts().responseTime()).isEqualTo(1);
        assertThat(counts().overdue()).isZero();
    }

    @Test
    void silenceAcceptsNothing() {
        var id = casebook.open();
        clock.advance(Duration.ofHours(1));
        var due = due(id);
        resolve(id);
        clock.advance(Duration.ofDays(5));
        loop.closeUnconfirmed(id, new Actor.System(), clock.instant());
        assertThat(counts()).isEqualTo(new FixCounts(1, 1, 0, null, 1, 0));
        assertThat(list(FixFigure.OVERDUE)).singleElement().satisfies(fix -> assertThat(fix.dueAt()).isEqualTo(due));
        clock.advance(Duration.ofDays(40));
        assertThat(fixes.report(ReportFilter.of(clock.instant().minus(Duration.ofDays(1)), clock.instant()),
                Scope.everything(), clock.instant()).all()).isEqualTo(FixCounts.NONE);
    }

    @Test
    void aFixThatIsOverdueIsSoInEachPeriodUntilItIsAccepted() {
        var id = casebook.open();
        var due = due(id);
        clock.set(due.plus(Duration.ofDays(3)));
        resolve(id);
        yes(id);
        clock.advance(Duration.ofDays(10));
        assertThat(between(due.minusSeconds(60), due.plusSeconds(60))).isEqualTo(new FixCounts(0, 1, 0,
                Duration.between(MovableClock.START, due.plus(Duration.ofDays(3))), 1, 0));
        assertThat(between(due.plusSeconds(60), due.plus(Duration.ofDays(4))))
                .isEqualTo(new FixCounts(0, 0, 0, null, 1, 1));
        assertThat(between(due.plus(Duration.ofDays(4)), due.plus(Duration.ofDays(8)))).isEqualTo(FixCounts.NONE);
    }

    @Test
    void aNoAcceptsNothingAndTheFixIsDueAgain() {
        var id = casebook.open();
        var due = due(id);
        clock.advance(Duration.ofHours(1));
        resolve(id);
        clock.set(due.plusSeconds(60));
        loop.reject(id, "it still drops out", new Actor.System(), clock.instant());
        assertThat(counts().due()).isZero();
        assertThat(due(id)).isAfter(due);
    }

    @Test
    void onlyFaultsAndRepairsReportProblemsWithTheProduct() {
        for (var kind : TicketKind.values()) {
            casebook.open(kind, Severity.MAJOR, "warsaw", null);
        }
        clock.advance(Duration.ofDays(60));
        assertThat(counts().reports()).isEqualTo(2);
        assertThat(list(FixFigure.REPORTS)).extracting(ProductFix::kind).containsExactlyInAnyOrder(TicketKind.FAULT,
                TicketKind.REPAIR);
        assertThat(list(FixFigure.OVERDUE)).extracting(ProductFix::kind).containsOnly(TicketKind.FAULT,
                TicketKind.REPAIR);
    }

    @Test
    void theListIsAsLongAsTheFigure() {
        many();
        for (var scope : List.of(Scope.everything(), Scope.nothing(), centralEurope())) {
            var report = fixes.report(filter(), scope, clock.instant());
            for (var figure : FixFigure.values()) {
                assertThat((long) list(figure, null, scope).size()).as(figure.name())
                        .isEqualTo(report.all().of(figure));
                for (var severity : Severity.values()) {
                    assertThat((long) list(figure, severity, scope).size()).isEqualTo(report.of(severity).of(figure));
                }
            }
        }
        assertThat(counts().reports()).isEqualTo(4);
        assertThat(fixes.report(filter(), centralEurope(), clock.instant()).all().reports()).isEqualTo(3);
    }

    @Test
    void everyNumberOnThePageOpensAListOfThatLengthAndTheExportHoldsItToo() {
        many();
        for (var who : List.of("manager", "local-head", "account-manager")) {
            var numbers = FIGURE.matcher(get("/report?period=90d", who));
            int seen = 0;
            while (numbers.find()) {
                var href = numbers.group(1).replace("&amp;", "&");
                long figure = Long.parseLong(numbers.group(2));
                assertThat(Pattern.compile("<tr>\\s*<td class=\"nowrap\"").matcher(get(href, who)).results().count())
                        .as(who + " " + href).isEqualTo(figure);
                assertThat(get(href.replace("/fixes?", "/fixes.csv?"), who).lines().count() - 1).isEqualTo(figure);
                seen++;
            }
            assertThat(seen).as(who).isEqualTo(20);
        }
    }

    @Test
    void pagesFollowOneAnotherAndForgedPlacesCountAsNotSaid() {
        many();
        var paged = new ArrayList<ProductFix>();
        for (var part = page(null); !part.isEmpty(); part = page(paged.getLast().cursor())) {
            paged.addAll(part);
        }
        assertThat(paged).isEqualTo(list(FixFigure.REPORTS)).hasSize(4);
        for (var query : List.of("?after=x", "?after=x_1_1", "?figure=X&severity=Y&unit=z", "?figure=DUE&period=7d")) {
            assertThat(mvc.get().uri("/report/fixes" + query).with(As.person("manager"))).as(query).hasStatusOk();
        }
    }

    /** Accepted in time, accepted late, never answered and in another region. */
    private void many() {
        var inTime = casebook.open();
        var late = casebook.open(TicketKind.FAULT, Severity.MAJOR, "warsaw", null);
        casebook.open(TicketKind.REPAIR, Severity.CRITICAL, "hamburg", null);
        casebook.open(TicketKind.FAULT, Severity.MINOR, "shanghai", null);
        casebook.open(TicketKind.COMPLAINT, Severity.CRITICAL, "hamburg", null);
        clock.advance(Duration.ofHours(2));
        resolve(inTime);
        yes(inTime);
        clock.advance(Duration.ofDays(50));
        resolve(late);
        yes(late);
        clock.advance(Duration.ofHours(1));
    }

    private FixCounts counts() {
        return fixes.report(filter(), Scope.everything(), clock.instant()).all();
    }

    private FixCounts between(Instant from, Instant until) {
        return fixes.report(ReportFilter.of(from, until), Scope.everything(), clock.instant()).all();
    }

    private List<ProductFix> list(FixFigure figure) {
        return list(figure, null, Scope.everything());
    }

    private List<ProductFix> list(FixFigure figure, Severity severity, Scope scope) {
        return fixes.page(filter(), figure, severity, scope, clock.instant(), null, 100);
    }

    private List<ProductFix> page(ProductFix.Cursor after) {
        return fixes.page(filter(), FixFigure.REPORTS, null, Scope.everything(), clock.instant(), after, 3);
    }

    private static ReportFilter filter() {
        return ReportFilter.of(MovableClock.START.minus(Duration.ofDays(1)),
                MovableClock.START.plus(Duration.ofDays(80)));
    }

    private Scope centralEurope() {
        return Scope.of(Set.copyOf(units.pathsAtAndBelow(casebook.unit("central-europe"))), Set.of());
    }

    private Instant due(TicketId id) {
        return promises.of(id).stream().filter(promise -> promise.kind() == PromiseKind.RESOLUTION)
                .reduce((_, last) -> last).orElseThrow().dueAt();
    }

    private void resolve(TicketId id) {
        casework.take(id, casebook.person("local-engineer"), clock.instant());
        loop.resolve(id, new Solution("cap", "file 3.2.1", "check at delivery", "It is done."),
                casebook.actor("local-engineer"), clock.instant());
    }

    private void yes(TicketId id) {
        loop.confirm(id, new Actor.System(), clock.instant());
    }

    private String get(String uri, String who) {
        var response = mvc.get().uri(URI.create(uri)).with(As.person(who)).exchange().getResponse();
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
