package io.pledge.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sql.Sql;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@PledgeTest(profiles = "demo", properties = "spring.mail.host=false")
class DemoClockTests {
    @Autowired
    MockMvc mvc;
    @Autowired
    DemoClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Casebook casebook;
    @Autowired
    Promises promises;
    @Autowired
    Cases cases;

    @BeforeEach
    void readTheTimeThatTheDatabaseWasPutBackTo() {
        clock.refresh();
    }

    @Test
    void timeMovesOnByWhatIsAskedAndTicksInMilliseconds() throws Exception {
        var before = clock.instant();
        move("{\"advance\": \"PT4H\"}", 200);
        assertThat(clock.instant()).isBetween(before.plus(Duration.ofHours(4)), before.plus(Duration.ofHours(5)));
        assertThat(clock.instant()).isEqualTo(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void theAnswerSaysTheNewTime() throws Exception {
        var there = clock.instant().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        var answer = mvc.perform(post("/api/v1/demo/clock").with(httpBasic("manager", "pledge-demo"))
                .contentType(MediaType.APPLICATION_JSON).content("{\"to\": \"" + there + "\"}"))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        var now = Instant.parse(answer.replaceAll(".*\"now\" *: *\"([^\"]+)\".*", "$1"));
        assertThat(now).isBetween(there, there.plusSeconds(30));
    }

    @Test
    void timeNeverGoesBack() throws Exception {
        var before = clock.instant();
        move("{\"to\": \"2001-01-01T00:00:00Z\"}", 400);
        move("{\"advance\": \"PT-1H\"}", 400);
        move("{\"advance\": \"PT0S\"}", 400);
        assertThat(clock.instant()).isBetween(before, before.plusSeconds(60));
    }

    @Test
    void whatCannotBeReadIsAProblemThatSaysHowToAsk() throws Exception {
        for (var unclear : new String[]{"{}", "{\"advance\": \"soon\"}", "{\"to\": \"tomorrow\"}", "nothing", "[]",
                "{\"advance\": \"PT1H\", \"to\": \"2030-01-01T00:00:00Z\"}"}) {
            mvc.perform(post("/api/v1/demo/clock").with(httpBasic("manager", "pledge-demo"))
                    .contentType(MediaType.APPLICATION_JSON).content(unclear)).andExpect(status().isBadRequest())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail").isNotEmpty());
        }
    }

    @Test
    void aStrangerCannotMoveItByTheApi() throws Exception {
        mvc.perform(post("/api/v1/demo/clock").contentType(MediaType.APPLICATION_JSON)
                .content("{\"advance\": \"PT4H\"}")).andExpect(status().isUnauthorized());
    }

    @Test
    void whatFellDueHasHappenedBeforeTheAnswer() throws Exception {
        var id = casebook.open();
        move("{\"advance\": \"PT31M\"}", 200);
        var broken = acknowledgement(id);
        assertThat(broken.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(broken.breachedAt()).isEqualTo(broken.dueAt());
        assertThat(broken.detectedAt()).isBefore(broken.dueAt().plusSeconds(5));
        assertThat(cases.require(id).unit()).isEqualTo(casebook.unit("central-europe"));
    }

    @Test
    void theCaseOfARoutineServiceIsMadeOnItsOwnDayOnTheWay() throws Exception {
        jdbc.sql("""
                insert into customer (key, name, language, zone) values ('mill', 'Mill', 'en', 'UTC');
                insert into contact (customer_id, name, phone, language) select id, 'Marek', '+48 600 100 200', 'en' from customer where key = 'mill';
                insert into contract (customer_id, number, level, starts_on) select id, 'C-1', 'GOLD', '2020-01-01' from customer where key = 'mill';
                insert into site (customer_id, name, zone, unit_id)
                    select c.id, 'Hall', 'UTC', u.id from customer c, service_unit u where u.key = 'hamburg' and c.key = 'mill';
                insert into service_owed (customer_id, contract_id, site_id, name, every, next_on, lead_days)
                    select c.id, k.id, s.id, 'Test', 'P1Y', cast('%s' as date) + 20, 14
                    from customer c join contract k on k.customer_id = c.id join site s on s.customer_id = c.id where c.key = 'mill'
                """.formatted(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate())).update();
        var day = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(6));
        move("{\"advance\": \"P15D\"}", 200);
        assertThat(
                jdbc.sql(
                        "select t.submitted_at from ticket t join customer c on c.id = t.customer_id where c.key = 'mill'")
                        .query((row, _) -> Sql.instant(row, "submitted_at")).list())
                .singleElement().satisfies(at -> assertThat(at).isBetween(day, day.plusSeconds(60)));
    }

    @Test
    void escalationsClimbAtTheirOwnTimesOnTheWay() throws Exception {
        var id = casebook.open();
        move("{\"advance\": \"PT2H\"}", 200);
        assertThat(jdbc.sql("select raised_at from escalation where ticket_id = :t order by raised_at")
                .param("t", id.value()).query((row, _) -> row.getTimestamp(1).toInstant()).list())
                .hasSize(2).satisfies(raised -> assertThat(Duration.between(raised.get(0), raised.get(1)))
                        .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31)));
    }

    @Test
    void everyPageShowsTheTimeAndMovesIt() throws Exception {
        mvc.perform(get("/demo/clock")).andExpect(status().isOk());
        mvc.perform(post("/demo/clock").with(As.person("local-head")).with(csrf()).param("advance", "PT1H")
                .param("back", "/desk?view=mine")).andExpect(redirectedUrl("/desk?view=mine"));
    }

    @Test
    void theControlLeadsNowhereElse() throws Exception {
        for (var elsewhere : new String[]{"//example.org", "https://example.org", "/\\example.org"}) {
            mvc.perform(post("/demo/clock").with(csrf()).param("advance", "PT1H").param("back", elsewhere))
                    .andExpect(redirectedUrl("/demo/clock"));
        }
    }

    private void move(String body, int expected) throws Exception {
        mvc.perform(post("/api/v1/demo/clock").with(httpBasic("local-engineer", "pledge-demo"))
                .contentType(MediaType.APPLICATION_JSON).content(body)).andExpect(status().is(expected));
    }

    private Promise acknowledgement(TicketId id) {
        return promises.of(id).stream().filter(p -> p.kind() == PromiseKind.ACKNOWLEDGEMENT).findFirst().orElseThrow();
    }
}
