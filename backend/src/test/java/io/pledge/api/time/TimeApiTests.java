package io.pledge.api.time;

import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.pledge.testing.As;
import io.pledge.testing.PledgeTest;
import io.pledge.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;

/** Calendars and the ledger tried out from outside, on no ticket. */
@PledgeTest
class TimeApiTests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OFFICE = """
            {"timezone": "Europe/Berlin", "weekly": {"MON": [["08:00", "16:00"]], "TUE": [["08:00", "16:00"]]}}""";
    private static final String POLICY = """
            {"acknowledgementMinutes": 60, "progressMinutes": 240, "resolutionMinutes": 600}""";

    @Autowired
    private MockMvcTester mvc;

    @Test
    void everySharedCaseOfWorkingTimeComesOutAsExpected() throws Exception {
        String all = Files.readString(SharedFolder.require("oracle/business-time.json"));
        JsonNode cases = JSON.readTree(all);

        JsonNode answers = json(post("/api/v1/calendars/compute", all));

        assertThat(answers.size()).isEqualTo(cases.size()).isGreaterThan(300);
        IntStream.range(0, cases.size()).forEach(i -> assertThat(utc(answers.get(i).path("result")))
                .as(cases.get(i).get("id").stringValue()).isEqualTo(utc(cases.get(i).get("expected"))));
    }

    @Test
    void oneCaseIsAnsweredAloneAndABadOneAmongManyHinderNoOther() throws Exception {
        String good = question("\"op\": \"isOpen\", \"start\": \"2026-11-23T08:00:00Z\"");

        assertThat(json(post("/api/v1/calendars/compute", good)).get("result").booleanValue()).isTrue();

        JsonNode many = json(post("/api/v1/calendars/compute", "[" + good + ", {\"op\": \"add\"}]"));
        assertThat(many.get(0).get("result").booleanValue()).isTrue();
        assertThat(many.get(1).get("problem").get("detail").stringValue()).isEqualTo("calendar: is needed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'op': 'ad', 'start': '2026-11-23T08:00:00Z'                          | op: is one of add, subtract, between, isOpen, nextOpen, prevOpen
            'op': 'add', 'start': 'now', 'amountSeconds': 1                      | start: is a moment such as 2026-03-01T09:30:00Z
            'op': 'add', 'start': '2026-11-23T08:00:00Z', 'amountSeconds': -1    | amountSeconds: is a whole number from 0
            'op': 'add', 'start': '2026-11-23T08:00:00Z', 'amountSeconds': '1'   | amountSeconds: is a whole number from 0
            'op': 'between', 'start': '2026-11-23T08:00:00Z'                     | end: is needed
            'op': 'isOpen', 'start': '+999999999-01-01T00:00:00Z'                | start: lies outside the years
            """)
    void aQuestionThatMakesNoSenseIsAProblemNamingTheMember(String members, String detail) throws Exception {
        MvcTestResult answer = post("/api/v1/calendars/compute", question(members.replace('\'', '"')));

        assertThat(answer).hasStatus(422).hasContentType("application/problem+json");
        assertThat(json(answer).get("detail").stringValue()).startsWith(detail);
    }

    @Test
    void aCalendarThatMakesNoSenseIsNamedByItsPlace() throws Exception {
        MvcTestResult answer = post("/api/v1/calendars/compute", """
                {"calendar": {"timezone": "Europe/Berlin", "weekly": {"TUE": [["9", "12:00"]]}},
                 "op": "isOpen", "start": "2026-11-23T08:00:00Z"}""");

        assertThat(answer).hasStatus(422);
        assertThat(json(answer).get("errors").get(0).get("field").stringValue()).isEqualTo("calendar.weekly.TUE");
    }

    @Test
    void aCalendarThatNeverOpensHasNoDueTime() {
        assertThat(post("/api/v1/calendars/compute", """
                {"calendar": {"timezone": "Europe/Berlin", "weekly": {}},
                 "op": "add", "start": "2026-11-23T08:00:00Z", "amountSeconds": 60}""")).hasStatus(422);
    }

    @Test
    void aSimulationAnswersWithTheLedger() throws Exception {
        JsonNode promises = json(post("/api/v1/sla/simulate", simulation("""
                {"at": "2026-11-23T08:00:00Z", "type": "submitted"},
                {"at": "2026-11-23T08:30:00Z", "type": "personMessage"},
                {"at": "2026-11-23T09:00:00Z", "type": "hold"},
                {"at": "2026-11-25T00:00:00Z", "type": "cancel"}"""))).get("promises");

        assertThat(promises.size()).isEqualTo(4);
        JsonNode acknowledgement = byKind(promises, "acknowledgement", 1);
        assertThat(acknowledgement.get("state").stringValue()).isEqualTo("kept");
        assertThat(acknowledgement.get("dueAt").stringValue()).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(acknowledgement.get("usedSeconds").longValue()).isEqualTo(1800);
        assertThat(acknowledgement.get("remainingSeconds").isNull()).isTrue();
        JsonNode resolution = byKind(promises, "resolution", 1);
        assertThat(resolution.get("state").stringValue()).isEqualTo("paused");
        assertThat(resolution.get("dueAt").isNull()).isTrue();
        assertThat(resolution.get("remainingSeconds").longValue()).isEqualTo(540 * 60);
        assertThat(byKind(promises, "progress", 2).get("warnAt").stringValue()).isEqualTo("2026-11-23T11:30:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'at': '2026-11-23T08:00:00Z', 'type': 'hold'}                                             | events[0]: only an open, unresolved ticket can be held
            {'at': '2026-11-23T08:00:00Z', 'type': 'submit'}                                           | events[0].type: is one of submitted, personMessage
            {'at': '2026-11-23T08:00:00Z', 'type': 'submitted', 'nextWordAt': '2026-11-23T08:00:00Z'}  | events[0].nextWordAt: is unknown
            {'type': 'submitted'}                                                                      | events[0].at: is needed
            """)
    void anEventThatCannotBeIsNamedByItsPlace(String event, String detail) throws Exception {
        MvcTestResult answer = post("/api/v1/sla/simulate", simulation(event.replace('\'', '"')));

        assertThat(answer).hasStatus(422);
        assertThat(json(answer).get("detail").stringValue()).startsWith(detail);
    }

    @Test
    void anImpossibleEventKeepsItsPlaceWhereTheListIsOutOfOrder() throws Exception {
        MvcTestResult answer = post("/api/v1/sla/simulate", simulation("""
                {"at": "2026-11-23T10:00:00Z", "type": "confirm"},
                {"at": "2026-11-23T08:00:00Z", "type": "submitted"}"""));

        assertThat(json(answer).get("detail").stringValue()).isEqualTo("events[0]: it is not resolved");
    }

    @Test
    void aNextWordAtOnceOrForeverIsRefused() {
        assertThat(post("/api/v1/sla/simulate", simulation("").replace("240", "0"))).hasStatus(422);
        assertThat(post("/api/v1/sla/simulate",
                simulation("{\"at\": \"1950-01-01T00:00:00Z\", \"type\": \"submitted\"}").replace("240", "1")))
                .hasStatus(422);
    }

    @Test
    void strangersTryNothing() {
        assertThat(mvc.post().uri("/api/v1/sla/simulate").contentType(MediaType.APPLICATION_JSON).content("{}"))
                .hasStatus(401);
    }

    private MvcTestResult post(String uri, String body) {
        return mvc.post().uri(uri).with(As.person("quality")).contentType(MediaType.APPLICATION_JSON).content(body)
                .exchange();
    }

    private static JsonNode json(MvcTestResult answer) throws Exception {
        return JSON.readTree(answer.getResponse().getContentAsString());
    }

    /** The shared cases write some moments with the offset of their zone. */
    private static Object utc(JsonNode value) {
        return value.isString() ? OffsetDateTime.parse(value.stringValue()).toInstant() : value;
    }

    private static String question(String members) {
        return "{\"calendar\": " + OFFICE + ", " + members + "}";
    }

    private static String simulation(String events) {
        return "{\"calendar\": %s, \"policy\": %s, \"events\": [%s], \"asOf\": \"2026-11-23T10:00:00Z\"}"
                .formatted(OFFICE, POLICY, events);
    }

    private static JsonNode byKind(JsonNode promises, String kind, int sequence) {
        return promises.valueStream().filter(promise -> promise.get("kind").stringValue().equals(kind)
                && promise.get("sequence").intValue() == sequence).findFirst().orElseThrow();
    }
}
