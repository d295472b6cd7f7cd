package io.pledge.api.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.pledge.sla.Promise;
import io.pledge.sla.Promises;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Solution;

import static org.assertj.core.api.Assertions.assertThat;

/** A simulation reads what happened as a ticket does, whatever happened. */
@PledgeTest
class SimulationTests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant START = MovableClock.START;
    private static final String ALWAYS = """
            {"timezone": "UTC", "weekly": {%s}}""".formatted(Stream.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
            .map(day -> "\"" + day + "\": [[\"00:00\", \"24:00\"]]").collect(Collectors.joining(", ")));
    private static final String POLICY = """
            {"acknowledgementMinutes": 60, "progressMinutes": 120, "resolutionMinutes": 480, "onSiteMinutes": 240,
             "shipmentMinutes": 300, "acknowledgedBy": "automatic"}""";
    private static final String OTHER = """
            {"acknowledgementMinutes": 60, "progressMinutes": 90, "resolutionMinutes": 200}""";
    /** What an event says beside its type and time; moments are minutes, and the last event of a case is the one looked at. */
    private static final Map<String, String> MEMBERS = Map.of("personMessage",
            ", \"nextWordAt\": \"%s\"".formatted(minute(70)), "renegotiate",
            ", \"kind\": \"resolution\", \"dueAt\": \"%s\", \"agreed\": true".formatted(minute(900)), "changePolicy",
            ", \"policy\": " + OTHER);
    private static final String CASES = """
            submitted         |                                       | resolution 1 running 480
            personMessage     |                                       | progress 2 running 70
            automaticMessage  |                                       | acknowledgement 1 kept 60
            note              |                                       | progress 1 running 120
            customerMessage   | hold@10                               | resolution 1 running 500
            hold              |                                       | resolution 1 paused -
            resume            | hold@10                               | resolution 1 running 500
            resolve           |                                       | resolution 1 paused -
            confirm           | resolve@10                            | resolution 1 kept 480
            closeUnconfirmed  | resolve@10                            | resolution 1 kept 480
            reject            | resolve@10                            | resolution 1 running 500
            reopen            | resolve@10 confirm@20                 | resolution 2 running 500
            visitArrived      |                                       | onSite 1 kept 240
            shipped           |                                       | shipment 1 kept 300
            renegotiate       |                                       | resolution 2 running 900
            changePolicy      |                                       | resolution 1 running 200
            cancel            |                                       | resolution 1 withdrawn 480
            """;

    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private Conversation conversation;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Promises promises;
    @Autowired
    private MovableClock clock;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CASES)
    void everyTypeOfEventIsUnderstood(String type, String before, String expected) throws Exception {
        var told = Stream.of("submitted@0 " + (before == null ? "" : before)).flatMap(all -> Stream.of(all.split(" ")));
        var events = (type.equals("submitted") ? told : Stream.concat(told, Stream.of(type + "@30")))
                .map(SimulationTests::event).toList();

        var found = simulate(POLICY, events, minute(31)).stream().map(SimulationTests::inShort).toList();

        assertThat(found).contains(expected);
    }

    @Test
    void noTypeOfEventIsLeftOut() throws Exception {
        var answer = post("""
                {"calendar": %s, "policy": %s, "events": [{"at": "%s", "type": "none"}], "asOf": "%s"}
                """.formatted(ALWAYS, POLICY, START, START));

        var known = answer.get("detail").stringValue().replaceFirst(".* is one of ", "").split(", ");
        assertThat(known).containsExactlyInAnyOrderElementsOf(
                CASES.lines().map(line -> line.substring(0, line.indexOf(' '))).toList());
    }

    @Test
    void aSimulationGivesWhatATicketGives() throws Exception {
        var id = casebook.open();
        var lena = casebook.actor("local-engineer");
        at(35);
        conversation.logCall(id, "We are on it.", null, lena.person(), clock.instant());
        at(60);
        casework.hold(id, "We wait for the log.", lena, clock.instant());
        at(200);
        casework.resume(id, lena, clock.instant());
        at(900);
        loop.resolve(id, new Solution("cap", "file 3.2.1", "check at delivery", "It is done."), lena, clock.instant());
        at(1000);
        loop.reject(id, "It is not.", lena, clock.instant());
        at(1010);
        loop.resolve(id, new Solution("cap", "a new one", "check at delivery", "Now it is."), lena, clock.instant());
        at(1100);
        loop.confirm(id, lena, clock.instant());

        var events = Stream.of("submitted@0", "call@35", "hold@60", "resume@200", "resolve@900", "reject@1000",
                "resolve@1010", "confirm@1100").map(SimulationTests::event).toList();
        var simulated = simulate("""
                {"acknowledgementMinutes": 30, "progressMinutes": 240, "resolutionMinutes": 2880}""", events,
                minute(1100));

        assertThat(promises.of(id)).hasSizeGreaterThan(5).extracting(SimulationTests::told)
                .containsExactlyInAnyOrderElementsOf(simulated.stream().map(SimulationTests::told).toList());
    }

    private void at(int minute) {
        clock.set(minute(minute));
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    /** {@code hold@30} as the body says it; a call is a message of a person who names no time for the next word. */
    private static String event(String told) {
        var type = told.substring(0, told.indexOf('@'));
        var at = minute(Integer.parseInt(told.substring(told.indexOf('@') + 1)));
        return "{\"at\": \"%s\", \"type\": \"%s\"%s}".formatted(at, type.equals("call") ? "personMessage" : type,
                MEMBERS.getOrDefault(type, ""));
    }

    private List<JsonNode> simulate(String policy, List<String> events, Instant asOf) throws Exception {
        return post("{\"calendar\": %s, \"policy\": %s, \"events\": [%s], \"asOf\": \"%s\"}".formatted(ALWAYS, policy,
                String.join(", ", events), asOf)).get("promises").valueStream().toList();
    }

    private JsonNode post(String body) throws Exception {
        var answer = mvc.post().uri("/api/v1/sla/simulate").with(As.person("quality"))
                .contentType(MediaType.APPLICATION_JSON).content(body).exchange();
        return JSON.readTree(answer.getResponse().getContentAsString());
    }

    private static String inShort(JsonNode promise) {
        var due = promise.get("dueAt");
        return "%s %d %s %s".formatted(promise.get("kind").stringValue(), promise.get("sequence").intValue(),
                promise.get("state").stringValue(), due.isNull()
                        ? "-"
                        : Duration.between(START, Instant.parse(due.stringValue())).toMinutes() + "");
    }

    private static String told(JsonNode promise) {
        return Stream.of("kind", "sequence", "state", "madeAt", "dueAt", "warnAt", "outcomeAt", "breachedAt",
                "usedSeconds", "remainingSeconds").map(name -> promise.get(name).asString())
                .collect(Collectors.joining(" "));
    }

    private static String told(Promise promise) {
        return Stream.of(Words.of(promise.kind()), promise.sequence(), Words.of(promise.state()), promise.madeAt(),
                promise.dueAt(), promise.warnAt(), promise.outcomeAt(), promise.breachedAt(),
                promise.used().seconds(), promise.remaining() == null ? null : promise.remaining().seconds())
                .map(value -> value == null ? "" : value.toString()).collect(Collectors.joining(" "));
    }
}
