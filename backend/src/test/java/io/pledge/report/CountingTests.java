package io.pledge.report;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.appraisal.Appraisals;
import io.pledge.appraisal.Measure;
import io.pledge.appraisal.Subject;
import io.pledge.organisation.Scope;
import io.pledge.organisation.Units;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;

/** What the customer's silence does to the figures: nothing. */
@PledgeTest
class CountingTests {
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
    SlaWatch watch;
    @Autowired
    Reports reports;
    @Autowired
    PromiseList list;
    @Autowired
    Appraisals appraisals;
    @Autowired
    Units units;

    @Test
    void silenceNeverRaisesTheKeptRate() {
        var late = resolvedAfter(Duration.ofDays(10));
        loop.confirm(late, new Actor.System(), clock.instant());
        var before = solutions();
        silent(resolvedAfter(Duration.ofHours(1)));
        var after = solutions();
        assertThat(before.share()).isZero();
        assertThat(after.share()).isEqualTo(before.share());
        assertThat(after.kept()).isZero();
        assertThat(after.due()).isEqualTo(before.due());
        assertThat(after.unconfirmed()).isEqualTo(1);
    }

    @Test
    void aYesKeepsThePromiseThatSilenceDoesNot() {
        loop.confirm(resolvedAfter(Duration.ofHours(1)), new Actor.System(), clock.instant());
        assertThat(solutions()).isEqualTo(new Counted(1, 0, 0, 0, 0, 0));
    }

    @Test
    void aBrokenPromiseStaysBrokenWhenNobodyAnswered() {
        silent(resolvedAfter(Duration.ofDays(10)));
        assertThat(solutions()).isEqualTo(new Counted(0, 1, 0, 0, 0, 0));
        assertThat(listed(PromiseOutcome.UNCONFIRMED)).isEmpty();
        assertThat(listed(PromiseOutcome.BROKEN)).singleElement().satisfies(one -> {
            assertThat(one.unconfirmed()).isTrue();
            assertThat(one.outcome()).isEqualTo(PromiseOutcome.LATE);
        });
    }

    @Test
    void theUnconfirmedOpenAListOfTheirOwnAndAnExport() {
        var silent = resolvedAfter(Duration.ofHours(1));
        silent(silent);
        clock.advance(Duration.ofDays(3));
        assertThat(listed(PromiseOutcome.UNCONFIRMED)).singleElement()
                .satisfies(one -> assertThat(one.outcome()).isEqualTo(PromiseOutcome.UNCONFIRMED));
        assertThat(listed(PromiseOutcome.KEPT)).isEmpty();
        var address = "/report/promises%s?period=30d&outcome=UNCONFIRMED&lang=en";
        assertThat(get("/report?period=30d&lang=en"))
                .contains("href=\"/report/promises?period=30d&amp;outcome=UNCONFIRMED\">1<");
        assertThat(get(address.formatted(""))).contains(silent.number().value(), "unconfirmed");
        assertThat(get(address.formatted(".csv")).lines()).hasSize(2).last().asString().contains(",Unconfirmed,yes,");
        assertThat(get("/report/promises.csv?period=30d&outcome=KEPT&kind=RESOLUTION").lines()).hasSize(1);
    }

    @Test
    void theAppraisalCountsAsTheReportDoes() {
        loop.confirm(resolvedAfter(Duration.ofHours(1)), new Actor.System(), clock.instant());
        silent(resolvedAfter(Duration.ofHours(1)));
        silent(resolvedAfter(Duration.ofDays(10)));
        var period = appraisals.current();
        var report = reports.of(ReportFilter.of(period.from(), period.until()), Scope.everything(),
                ZoneId.of("Europe/Berlin"), clock.instant());
        var top = units.all().stream().filter(unit -> unit.path().chars().filter(c -> c == '/').count() == 2)
                .findFirst().orElseThrow();
        var figure = appraisals.scorecard(new Subject.OfUnit(top), period).figure(Measure.PROMISES_KEPT);
        assertThat(figure.good()).isEqualTo(report.all().kept());
        assertThat(figure.counted()).isEqualTo(report.all().due());
        assertThat(figure.leftOut()).isEqualTo(report.all().unconfirmed() + report.all().moved()).isEqualTo(1);
    }

    private TicketId resolvedAfter(Duration duration) {
        var id = casebook.open();
        casework.take(id, casebook.person("local-engineer"), clock.instant());
        clock.advance(duration);
        sweep();
        loop.resolve(id, new Solution("cap", "file 3.2.1", "check at delivery", "It is done."),
                casebook.actor("local-engineer"), clock.instant());
        clock.advance(Duration.ofHours(1));
        return id;
    }

    private void silent(TicketId id) {
        loop.closeUnconfirmed(id, new Actor.System(), clock.instant());
    }

    private Counted solutions() {
        return reports.of(filter(), Scope.everything(), ZoneId.of("Europe/Berlin"), clock.instant()).all();
    }

    private List<CountedPromise> listed(PromiseOutcome outcome) {
        return list.page(filter(), outcome, null, Scope.everything(), clock.instant(), null, 100);
    }

    private static ReportFilter filter() {
        return new ReportFilter(MovableClock.START.minus(Duration.ofDays(1)),
                MovableClock.START.plus(Duration.ofDays(60)), null, null, null, PromiseKind.RESOLUTION, null);
    }

    private String get(String uri) {
        var response = mvc.get().uri(java.net.URI.create(uri)).with(As.person("manager")).exchange().getResponse();
        return new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private void sweep() {
        while (watch.sweep(clock.instant()) > 0) {
            assertThat(clock.instant()).isAfter(MovableClock.START);
        }
    }
}
