package io.pledge.web.communication;

import java.time.Clock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.communication.Occasion;
import io.pledge.communication.Way;
import io.pledge.customer.ContactLevel;
import io.pledge.customer.CustomerId;
import io.pledge.notifications.Confirmation;
import io.pledge.notifications.Confirmations;
import io.pledge.notifier.StaffNames;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.Mill;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Severity;

import static io.pledge.testing.Mill.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What the page of a case says to who works at it: who hears, why, and what a plan asks of them. */
@PledgeTest
class HearersAtDeskTests {
    @Autowired
    MockMvcTester mvc;
    @Autowired
    Mill people;
    @Autowired
    Casebook casebook;
    @Autowired
    Confirmations confirmations;
    @Autowired
    Clock clock;
    private CustomerId mill;

    @BeforeEach
    void theMill() {
        mill = people.open();
    }

    @Test
    void whoHearsOfACaseStandsThereWithTheReason() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.DELAY, Occasion.CLOSING),
                Mill.from(Severity.CRITICAL, line(ContactLevel.OPERATIONS_HEAD, Occasion.values())),
                line(ContactLevel.OTHER, Occasion.DELAY));
        var page = get("local-engineer", "/desk/tickets/" + people.fault(mill, Severity.MAJOR).number().value());
        assertThat(page).bodyText().contains("Who hears of this case", "turned to us, hears of everything",
                "Executive, all cases: delay or broken promise, closing; by e-mail",
                "Head of operations, only critical ones: everything; by e-mail",
                "Hears nothing of this case, for its severity: Major.", "Has no e-mail address, so is called.");
    }

    @Test
    void whoWritesIsToldBeforeHowManyPeopleOfTheCustomerReadIt() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.PROGRESS),
                line(ContactLevel.OPERATIONS_HEAD, Occasion.SOLUTION),
                line(ContactLevel.OPERATIONS_ENGINEER, Occasion.values()));
        var ticket = people.fault(mill, Severity.CRITICAL);
        assertThat(get("local-engineer", "/desk/tickets/" + ticket.number().value())).bodyText()
                .contains("2 people of the customer read it: Marek, Ola",
                        "2 people of the customer read it: Marek, Wei");
        assertThat(get("local-engineer", "/desk/tickets/" + casebook.open().number().value())).bodyText()
                .contains("One person of the customer reads it: Marek");
    }

    @Test
    void whoIsToCallSaysOnTheCaseThatTheyDidAndWhatWasSaid() {
        people.agree(mill, Mill.by(Way.PHONE, line(ContactLevel.EXECUTIVE, Occasion.RECEIVED)));
        var ticket = people.fault(mill, Severity.CRITICAL);
        var page = "/desk/tickets/" + ticket.number().value();
        assertThat(get("account-manager", page)).bodyText().contains("What the plan asks of us",
                "Call Ola, +48 600 100 001: case received", "What was said, if worth keeping");
        assertThat(get("account-manager", "/desk/confirmations")).bodyText().contains("Call Ola, +48 600 100 001");
        long task = task("account-manager");
        assertThat(post("local-engineer", task, "said", "I was not asked.")).hasStatus(404);
        assertThat(post("account-manager", task, "said", "She comes <b>at noon</b>.")).hasStatus3xxRedirection();
        assertThat(post("account-manager", task, "said", "Twice.")).hasStatus3xxRedirection();
        assertThat(get("local-engineer", page)).bodyText()
                .contains("Mei Lin spoke with Ola, as the communication plan says", "She comes &lt;b&gt;at noon",
                        "Called Ola: case received")
                .doesNotContain("Twice.", "What the plan asks of us");
    }

    @Test
    void whoHasNotConfirmedStandsThereUntilTheyHave() {
        people.agree(mill, Mill.confirming(line(ContactLevel.EXECUTIVE, Occasion.RECEIVED)));
        var ticket = people.fault(mill, Severity.CRITICAL);
        var page = "/desk/tickets/" + ticket.number().value();
        assertThat(get("local-engineer", page)).hasStatusOk().bodyText().contains("Ola is to confirm what we wrote");
        confirmations.sweep(clock.instant().plusSeconds(4 * 3600));
        assertThat(get("account-manager", page)).bodyText().contains("Reach Ola, who has not confirmed");
        mvc.post().uri(people.last(ticket, "Ola").page() + "/read").with(csrf()).exchange();
        assertThat(get("local-engineer", page)).bodyText().contains("Ola has read what we wrote")
                .doesNotContain("Reach Ola");
    }

    private long task(String username) {
        return confirmations.openFor(StaffNames.of(casebook.person(username))).stream()
                .filter(one -> one.key().startsWith("plan-call")).mapToLong(Confirmation::id).findFirst().orElseThrow();
    }

    private MvcTestResult get(String as, String path) {
        return mvc.get().uri(path).with(As.person(as)).exchange();
    }

    private MvcTestResult post(String as, long task, String... fields) {
        var request = mvc.post().uri("/desk/confirmations/" + task).with(As.person(as)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
