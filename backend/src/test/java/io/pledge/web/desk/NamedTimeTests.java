package io.pledge.web.desk;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Participants;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Via;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Another time that an engineer names for a promise. */
@PledgeTest
class NamedTimeTests {
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Cases cases;
    @Autowired
    private Conversation conversation;
    @Autowired
    private Messages messages;
    @Autowired
    private Participants participants;
    @Autowired
    private Promises promises;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;
    private TicketId id;
    private String who = "local-engineer";

    @BeforeEach
    void aCaseInHamburg() {
        id = casebook.open();
    }

    @Test
    void aTimeThatIsNamedStandsAndALaterOneOnlyWithTheCustomersWord() {
        done("move", "promise", "RESOLUTION", "dueAt", inBerlin(3));
        assertThat(repairs()).extracting(Promise::state).containsExactly(PromiseState.SUPERSEDED, PromiseState.RUNNING);
        done("move", "promise", "RESOLUTION", "dueAt", inBerlin(30));
        assertThat(repairs()).hasSize(2).last().extracting(Promise::dueAt)
                .isEqualTo(clock.instant().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MINUTES));
        done("move", "promise", "RESOLUTION", "dueAt", inBerlin(30), "agreedIn", customerSays("Monday is fine."));
        assertThat(repairs()).hasSize(3).last().extracting(Promise::dueAt)
                .isEqualTo(clock.instant().plus(Duration.ofHours(30)).truncatedTo(ChronoUnit.MINUTES));
        assertThat(page()).contains("Agreed with the customer, who said so ");
    }

    @Test
    void whatTheCustomerSaysOnThePhoneIsLoggedAsTheCallThatMovesThePromise() {
        assertThat(post("move", "promise", "RESOLUTION", "dueAt", inBerlin(60), "agreedIn", "call", "said", " "))
                .hasStatusOk().bodyText().contains("move-said", "field-wrong");
        assertThat(repairs()).hasSize(1);
        done("move", "promise", "RESOLUTION", "dueAt", inBerlin(60), "agreedIn", "call", "said",
                "Monday, says Mr Zima.");
        assertThat(repairs()).hasSize(2).last().extracting(Promise::state).isEqualTo(PromiseState.RUNNING);
        assertThat(messages.of(id)).last().satisfies(call -> {
            assertThat(call.via()).isEqualTo(Via.CALL);
            assertThat(call.body()).isEqualTo("Monday, says Mr Zima.");
        });
        assertThat(page()).contains("Agreed with the customer, who said so ");
    }

    @Test
    void anAgreementThatIsNoneOfTheCustomersWordsOfThisCaseMovesNothing() {
        var other = conversation.logCall(casebook.open(), "Fine.", null, casebook.person(who), clock.instant());
        var note = conversation.note(id, "They agree, I think.", casebook.person(who), clock.instant());
        for (var message : List.of(other, note, 999_999L)) {
            assertThat(post("move", "promise", "RESOLUTION", "dueAt", inBerlin(60), "agreedIn", message + ""))
                    .hasStatusOk().bodyText().contains("Please choose the message in which the customer agreed");
        }
        assertThat(repairs()).hasSize(1);
    }

    private String customerSays(String words) {
        return conversation.customerWrites(id, words, List.of(), participants.submitter(id).id(), clock.instant())
                + "";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RESOLUTION | 2001-01-01T12:00 | The promised time has passed already.
            RESOLUTION | tomorrow         | move-dueAt
            RESOLUTION | ''               | move-dueAt
            LUNCH      | 2030-01-01T12:00 | move-promise
            """)
    void aTimeThatMakesNoSenseIsSaidAtItsField(String promise, String dueAt, String said) {
        assertThat(post("move", "promise", promise, "dueAt", dueAt)).hasStatusOk().bodyText()
                .contains(said, "field-wrong");
        assertThat(repairs()).hasSize(1);
    }

    @Test
    void afterABrokenOneTheTimeIsPromisedAnew() {
        clock.advance(Duration.ofDays(30));
        while (watch.sweep(clock.instant()) > 0) {
            assertThat(repairs()).isNotEmpty();
        }
        assertThat(repairs()).last().extracting(Promise::state).isEqualTo(PromiseState.BROKEN);
        // the breach moved the case
        who = "region-engineer";
        done("move", "promise", "RESOLUTION", "dueAt", inBerlin(3));
        assertThat(repairs()).last().extracting(Promise::state).isEqualTo(PromiseState.RUNNING);
        assertThat(page()).contains("Promised: Repair by").doesNotContain("The old time still counts");
    }

    private String page() {
        return new String(mvc.get().uri("/desk/tickets/" + id.number().value() + "?lang=en")
                .with(As.person(who)).exchange().getResponse().getContentAsByteArray(), UTF_8);
    }

    private String inBerlin(int hours) {
        return LocalDateTime.ofInstant(clock.instant().plus(Duration.ofHours(hours)), ZoneId.of("Europe/Berlin"))
                .truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private List<Promise> repairs() {
        return promises.of(id).stream().filter(promise -> promise.kind() == PromiseKind.RESOLUTION)
                .sorted(Comparator.comparingInt(Promise::sequence)).toList();
    }

    private void done(String verb, String... fields) {
        assertThat(post(verb, fields)).hasStatus(302);
    }

    private MvcTestResult post(String verb, String... fields) {
        var request = mvc.post().uri("/desk/tickets/" + id.number().value() + "/" + verb)
                .with(As.person(who)).with(csrf())
                .param("version", Integer.toString(cases.require(id).version()));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
