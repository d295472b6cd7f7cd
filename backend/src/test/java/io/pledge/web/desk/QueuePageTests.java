package io.pledge.web.desk;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

import io.pledge.sla.SlaWatch;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The queue, its search, cases by phone, and what one has to confirm. */
@PledgeTest
class QueuePageTests {
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;

    @Test
    void rowsStandInTheOrderOfTheNextPromiseAndBrokenOnesFirst() {
        TicketId later = casebook.open(TicketKind.FAULT, Severity.MAJOR, "hamburg", null);
        TicketId sooner = casebook.open();
        assertThat(get("local-engineer", "/desk")).containsSubsequence(sooner.number().value(), later.number().value());

        clock.advance(Duration.ofMinutes(45));
        watch.sweep(clock.instant());
        String broken = get("local-engineer", "/desk?view=BROKEN");
        assertThat(broken).contains("overdue");
        assertThat(numbers(broken)).contains(sooner.number().value()).doesNotContain(later.number().value());
    }

    @Test
    void filtersNarrowTheQueueAndNonsenseInThemIsNoFilter() {
        TicketId fault = casebook.open();
        assertThat(get("local-engineer", "/desk?kind=FAULT&severity=CRITICAL")).contains(fault.number().value());
        assertThat(numbers(get("local-engineer", "/desk?kind=RETURN"))).doesNotContain(fault.number().value());
        assertThat(get("local-engineer", "/desk?kind=<script>&view='or&after=PL-x")).contains(fault.number().value());
    }

    @Test
    void aLongQueueIsTurnedPageByPageAndNothingIsMissedOrShownTwice() {
        for (int i = 0; i < 55; i++) {
            casebook.open();
        }
        String first = get("local-engineer", "/desk");
        String next = first.replaceAll("(?s).*href=\"(/desk\\?[^\"]*after=[^\"]*)\".*", "$1").replace("&amp;", "&");
        String second = get("local-engineer", next);

        assertThat(numbers(first)).hasSize(50);
        assertThat(numbers(second)).isNotEmpty().doesNotContainAnyElementsOf(numbers(first));
    }

    @ParameterizedTest
    @CsvSource({"local-engineer,true", "region-engineer,true", "manager,true", "account-manager,false"})
    void everybodySeesTheCasesOfTheirScope(String who, boolean sees) {
        TicketId ticket = casebook.open();
        String page = get(who, "/desk");
        assertThat(page.contains(ticket.number().value())).isEqualTo(sees);
    }

    @Test
    void aNumberIsFoundAtOnceAndWordsOfATitleAreListed() {
        TicketId ticket = casebook.open();
        MvcTestResult found = mvc.get().uri("/desk/search?q=" + ticket.number().value())
                .with(As.person("local-engineer")).exchange();
        assertThat(found).hasStatus(302);
        assertThat(get("local-engineer", "/desk/search?q=drop out")).contains(ticket.number().value());
        assertThat(get("local-engineer", "/desk/search?q=nosuchword")).contains("Nothing found.");
    }

    @Test
    void aCaseByPhoneCountsFromTheCall() {
        clock.advance(Duration.ofHours(1));
        String at = LocalDateTime.ofInstant(clock.instant().minus(Duration.ofMinutes(30)),
                ZoneId.of("Europe/Berlin")).withSecond(0).withNano(0).toString();
        MvcTestResult entered = enter("at", at);
        assertThat(entered).hasStatus(302);
        assertThat(get("local-engineer", entered.getResponse().getRedirectedUrl())).contains("by phone",
                "Anna Kowalska");
    }

    @ParameterizedTest
    @CsvSource({"text,''", "name,''", "address,nobody", "at,tomorrow", "at,2999-01-01T10:00", "kind,X", "language,fr"})
    void aCaseByPhoneThatMakesNoSenseIsSaidAtItsField(String field, String value) {
        assertThat(enter(field, value)).hasStatus(422).bodyText().contains("id=\"" + field + "-error\"");
    }

    @Test
    void theHeadConfirmsThatTheyHeardOfACaseAndNobodyElseCanDoItForThem() {
        casebook.open();
        String owed = get("local-head", "/desk/confirmations");
        String confirm = owed.replaceAll("(?s).*action=\"(/desk/confirmations/[0-9]+)\".*", "$1");

        assertThat(mvc.post().uri(confirm).with(As.person("local-engineer")).with(csrf())).hasStatus(404);
        assertThat(mvc.post().uri(confirm).with(As.person("local-head")).with(csrf())).hasStatus(302);
        assertThat(get("local-head", "/desk/confirmations")).doesNotContain("action=\"" + confirm + "\"");
    }

    private MvcTestResult enter(String field, String value) {
        var fields = new HashMap<>(Map.of("channel", "PHONE", "kind", "FAULT", "severity", "CRITICAL",
                "text", "The door stays shut.", "name", "Anna Kowalska", "address", "+48 600 100 300", "language", "en",
                "key", UUID.randomUUID().toString()));
        fields.put(field, value);
        var request = mvc.post().uri("/desk/new").with(As.person("local-engineer")).with(csrf());
        for (var one : fields.entrySet()) {
            request = request.param(one.getKey(), one.getValue());
        }
        return request.exchange();
    }

    private String get(String who, String uri) {
        MvcTestResult page = mvc.get().uri(uri.contains("?") ? uri.substring(0, uri.indexOf('?')) : uri)
                .with(As.person(who)).queryParams(query(uri)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), UTF_8);
    }

    private static MultiValueMap<String, String> query(String uri) {
        return UriComponentsBuilder.fromUriString(uri).build().getQueryParams();
    }

    private static List<String> numbers(String page) {
        return Pattern.compile("class=\"cell-title\" href=\"/desk/tickets/(PL-[0-9]+)").matcher(page).results()
                .map(match -> match.group(1)).toList();
    }
}
