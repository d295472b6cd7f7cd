package io.pledge.demo;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.pledge.sql.Sql;
import io.pledge.testing.As;
import io.pledge.testing.PledgeTest;
import io.pledge.testing.PledgeTest.Reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

/** The demonstration's past, as the first start wrote it. */
@PledgeTest(profiles = "demo", properties = {"spring.mail.host=false",
        "pledge.demo-stories=true"}, reset = Reset.BEFORE_EACH_CLASS)
class DemoPastTests {
    @Autowired
    JdbcClient jdbc;
    @Autowired
    DemoPast past;
    @Autowired
    StoryTeller teller;
    @Autowired
    PastRecords records;
    @Autowired
    DemoClock clock;
    @Autowired
    MockMvc mvc;

    @Test
    void everyStateKindSeverityTierAndLanguageIsThere() {
        assertThat(distinct("state")).contains("NEW", "TAKEN", "ON_HOLD", "RESOLVED", "CLOSED", "CLOSED_UNCONFIRMED",
                "CANCELLED");
        assertThat(distinct("kind")).hasSize(8);
        assertThat(distinct("severity")).hasSize(3);
        assertThat(distinct("tier")).hasSize(3);
        assertThat(distinct("language")).contains("en", "zh-CN");
        assertThat(count("ticket")).isBetween(36L, 48L);
    }

    @Test
    void promisesWereKeptAndBrokenAndCustomersSaidWhatTheyThink() {
        assertThat(count("promise where state = 'KEPT'")).isGreaterThan(50);
        assertThat(count("promise where state = 'BROKEN'")).isPositive();
        assertThat(count("survey_response")).isPositive();
        assertThat(count("recovery_call where closed_at is not null")).isPositive();
        assertThat(count("lesson")).isPositive();
        assertThat(count("demo_mail")).isGreaterThan(100);
    }

    @Test
    void qualityRuledOnPeopleAndUnitsAndDecidedAnAppeal() {
        assertThat(count("ruling where verdict = 'VALID' and responsible_person_id is not null")).isEqualTo(1);
        assertThat(count("ruling where verdict = 'VALID' and responsible_person_id is null")).isEqualTo(1);
        assertThat(count("ruling where verdict = 'NOT_VALID'")).isEqualTo(1);
        assertThat(count("appeal join appeal_decision on appeal_id = appeal.id")).isEqualTo(1);
        assertThat(count("review where not ruled")).isPositive();
    }

    @Test
    void aWiderFaultRunsWithCustomersOfBothLanguagesAndUnitsHelpEachOther() throws Exception {
        assertThat(count("incident where closed_at is null")).isEqualTo(1);
        assertThat(jdbc.sql("select distinct language from broadcast_case where state = 'SENT'").query(String.class)
                .list()).containsExactlyInAnyOrder("en", "zh");
        assertThat(count("broadcast_case where state <> 'SENT'")).isZero();
        assertThat(count("help_request where outcome = 'ANSWERED' and ended_at <= due_at")).isEqualTo(1);
        mvc.perform(get("/help").with(As.person("local-engineer"))).andExpect(content().string(
                containsString("You loaded 3.2.1 on running modules in Bremen.")));
    }

    @Test
    void rulingsAndDecisionsLieInThePastAndInTime() {
        assertThat(count("ruling join review using (ticket_id) where ruled_at > due_at or ruled_at < opened_at"))
                .isZero();
        assertThat(count("appeal join ruling on ruling.id = ruling_id where filed_at > appeal_until")).isZero();
        assertThat(count("appeal_decision join appeal on appeal.id = appeal_id where decided_at > decide_by")).isZero();
        assertThat(jdbc.sql("""
                            select (select max(ruled_at) from ruling) < :now and (select max(decided_at) from appeal_decision) < :now
                            """).param("now", Sql.at(clock.instant())).query(Boolean.class).single()).isTrue();
    }

    @Test
    void thePagesOfQualityAndAppraisalShowThem() throws Exception {
        mvc.perform(get("/quality").with(As.person("quality")))
                .andExpect(content().string(containsString("Hamburg office")));
        mvc.perform(get("/appraisal").with(As.person("local-engineer")))
                .andExpect(content().string(containsString("The clamp was my work.")));
        mvc.perform(get("/appraisal").with(As.person("local-head")))
                .andExpect(content().string(allOf(containsString("between two desks"), containsString("/appeal\""))));
    }

    @Test
    void thoseConcernedWereToldThen() {
        assertThat(jdbc.sql("""
                            select split_part(key, ':', 2) from outbox_message
                            where key ~ '^staff:(ruled|ruling|appeal)' order by id
                            """).query(String.class).list()).contains("ruled", "ruledBelow", "ruledUnit", "appealOwn",
                "appealRefused");
    }

    @Test
    void nothingLiesInTheFutureAndBreachesWereNoticedInTime() {
        assertThat(jdbc.sql("select count(*) from timeline_entry where occurred_at > :now")
                .param("now", Sql.at(clock.instant())).query(Long.class).single()).isZero();
        assertThat(count("survey where sent_at > due_at + interval '1 minute'")).isZero();
        assertThat(count("promise where detected_at > breached_at + interval '1 minute'")).isZero();
    }

    @Test
    void aSecondStartChangesNothing() {
        var before = List.of(count("ticket"), count("timeline_entry"), count("message"));
        past.run(new DefaultApplicationArguments());
        teller.tell(Stories.all(), records.begin(clock.instant()));
        assertThat(List.of(count("ticket"), count("timeline_entry"), count("message"))).isEqualTo(before);
    }

    private List<String> distinct(String column) {
        return jdbc.sql("select distinct " + column + " from ticket").query(String.class).list();
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }
}
