package io.pledge.appraisal;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Figures, their evidence, who sees them, and that a closed period stays as it was. */
@PledgeTest
class ScorecardTests {
    @Autowired
    Casebook casebook;
    @Autowired
    MovableClock clock;
    @Autowired
    Casework casework;
    @Autowired
    ClosedLoop loop;
    @Autowired
    Appraisals appraisals;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MockMvc mvc;

    @Test
    void theIntervalOfAShareIsWilsons() {
        assertThat(Interval.ofShare(81, 87).low()).isCloseTo(85.8, within(0.1));
        assertThat(Interval.ofShare(81, 87).high()).isCloseTo(96.8, within(0.1));
        assertThat(Interval.ofShare(0, 0)).isEqualTo(new Interval(0, 100));
    }

    @Test
    void everyFigureHasAsMuchEvidenceAsItCountsAndFewCasesAreLeftOut() {
        solved();
        var lena = lena();
        var card = appraisals.scorecard(lena, appraisals.current());
        for (var figure : card.figures()) {
            assertThat(appraisals.evidence(lena, appraisals.current(), figure.measure(), null, 500))
                    .hasSize((int) (figure.counted() + figure.leftOut()));
        }
        assertThat(card.figure(Measure.STAYED_CLOSED).good()).isEqualTo(1);
        assertThat(card.figure(Measure.PROMISES_KEPT).good()).isPositive();
        assertThat(card.figure(Measure.STAYED_CLOSED).few()).isTrue();
        assertThat(card.score()).isEmpty();
    }

    @Test
    void withEnoughCasesTheSumIsMadeOfWhatCounts() {
        for (int i = 0; i < 10; i++) {
            solved();
        }
        var card = appraisals.scorecard(lena(), appraisals.current());
        assertThat(card.terms()).extracting(Figure::measure).containsExactly(Measure.PROMISES_KEPT,
                Measure.STAYED_CLOSED);
        assertThat(card.weights()).isCloseTo(0.8, within(1e-9));
        assertThat(card.score().orElseThrow()).isCloseTo(100, within(1e-9));
    }

    @Test
    void aFrozenPeriodIsNotChangedByWhatHappensLater() {
        var id = solved();
        var period = appraisals.current();
        clock.set(period.until().plus(Duration.ofHours(1)));
        assertThat(appraisals.sweep(clock.instant())).isPositive();
        assertThat(appraisals.sweep(clock.instant())).isZero();
        var before = appraisals.scorecard(lena(), period);
        loop.reopen(id, "it came back", casebook.actor("local-engineer"), clock.instant());
        assertThat(appraisals.scorecard(lena(), period)).isEqualTo(before);
        assertThat(before.frozenAt()).isEqualTo(clock.instant());
        assertThatThrownBy(() -> jdbc.sql("delete from appraisal_evidence").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void everyPeriodSinceTheFirstCaseIsFrozenEvenAfterAYearOfDowntime() {
        assertThat(appraisals.sweep(clock.instant())).isZero();
        solved();
        var period = appraisals.current();
        clock.advance(Duration.ofDays(365));
        assertThat(appraisals.sweep(clock.instant())).isPositive();
        assertThat(jdbc.sql("select period from appraisal_period order by period").query(String.class).list())
                .hasSize(4).startsWith(period.key());
        assertThat(appraisals.scorecard(lena(), period).figure(Measure.STAYED_CLOSED).good()).isEqualTo(1);
    }

    @Test
    void evidenceThatIsLongerThanThePageSaysSoAndOpens() throws Exception {
        for (int i = 0; i < 20; i++) {
            solved();
        }
        var lena = get("/appraisal/people/local-engineer").param("lang", "en").with(As.person("local-head"));
        var page = mvc.perform(lena).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("Show more", "Hamburg office: 100.", "no clear difference from Hamburg office");
        var whole = mvc.perform(get("/appraisal/people/local-engineer").param("most", "250").param("lang", "en")
                .with(As.person("local-head"))).andReturn().getResponse().getContentAsString();
        assertThat(whole).doesNotContain("Show more");
    }

    @Test
    void peopleSeeTheirOwnFiguresHeadsTheirUnitsManagersAll() throws Exception {
        solved();
        var lena = "/appraisal/people/local-engineer";
        for (var who : new String[]{"local-engineer", "local-head", "region-head", "manager"}) {
            mvc.perform(get(lena).with(As.person(who))).andExpect(status().isOk());
        }
        for (var who : new String[]{"hamburg-engineer-2", "warsaw-head", "quality"}) {
            mvc.perform(get(lena).with(As.person(who))).andExpect(status().isNotFound());
        }
        mvc.perform(get("/appraisal/units/hamburg?lang=zh-CN").with(As.person("local-head")))
                .andExpect(status().isOk());
        mvc.perform(get("/appraisal/units/hamburg").with(As.person("local-engineer")))
                .andExpect(status().isNotFound());
        mvc.perform(get(lena + "?measure=PROMISES_KEPT&side=FOR").with(As.person("local-engineer")))
                .andExpect(status().isOk());
        mvc.perform(get(lena + "?period=1999-Q9").with(As.person("local-engineer")))
                .andExpect(status().isNotFound());
        mvc.perform(get("/appraisal").with(As.person("local-engineer"))).andExpect(status().isOk());
        mvc.perform(get("/appraisal").with(As.person("manager"))).andExpect(status().isOk());
    }

    private Subject lena() {
        return new Subject.OfPerson(casebook.person("local-engineer"));
    }

    private TicketId solved() {
        var id = casebook.open();
        casework.take(id, casebook.person("local-engineer"), clock.instant());
        clock.advance(Duration.ofMinutes(5));
        loop.resolve(id, new Solution("cap", "file 3.2.1", "check at delivery", "It is done."),
                casebook.actor("local-engineer"), clock.instant());
        loop.confirm(id, new Actor.System(), clock.instant());
        return id;
    }
}
