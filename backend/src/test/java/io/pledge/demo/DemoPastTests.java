package io.pledge.demo;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.sql.Sql;
import io.pledge.testing.PledgeTest;
import io.pledge.testing.PledgeTest.Reset;

import static org.assertj.core.api.Assertions.assertThat;

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
