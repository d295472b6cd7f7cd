package io.pledge.web.desk;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** How a promise came to its time, as the staff, the customer and a program are told. */
@PledgeTest
class PromisePageTests {
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private MovableClock clock;
    @Autowired
    private PrivateLinks links;
    @Autowired
    private Participants participants;
    private TicketId ticket;

    @BeforeEach
    void aFaultThatWasHeldForAnHour() {
        ticket = casebook.open(TicketKind.FAULT, Severity.MAJOR, "hamburg", null);
        casework.take(ticket, casebook.person("local-engineer"), clock.instant());
        clock.advance(Duration.ofHours(2));
        casework.hold(ticket, "We need the log.", casebook.actor("local-engineer"), clock.instant());
        clock.advance(Duration.ofHours(1));
        casework.resume(ticket, casebook.actor("local-engineer"), clock.instant());
        clock.advance(Duration.ofHours(3));
    }

    @Test
    void theStaffReadsTheLineTheCalendarWhatCountedAndWhatWasLeftOut() {
        String page = staff("/desk/tickets/" + ticket.number().value() + "/promises/resolution-1?lang=en");
        assertThat(page).contains("working time on the calendar office-hamburg (Berlin time)",
                "since the severity is Major", "On hold: we waited for the customer", "left out", "are left");
        assertThat(staff("/desk/tickets/" + ticket.number().value() + "/promises/resolution-1?lang=zh-CN"))
                .contains("挂起：等待客户", "日历 office-hamburg");
    }

    @Test
    void theCustomerIsToldTheSameByTheirLink() {
        String base = "/c/" + links.issue(ticket, participants.submitter(ticket).id());
        assertThat(page(base + "?lang=en")).contains(base + "/promises/resolution-1");
        assertThat(page(base + "/promises/resolution-1?lang=en")).contains("On hold: we waited for the customer");
    }

    @Test
    void theStaffReadsWhichTierHadItMeanwhileAndTheCustomerDoesNot() {
        var solution = "/desk/tickets/" + ticket.number().value() + "/promises/resolution-1?lang=en";
        assertThat(staff(solution)).contains("Who had it meanwhile", "Hamburg office", "of 16 h 00");
        assertThat(staff("/desk/tickets/" + ticket.number().value() + "/promises/progress-1?lang=en"))
                .doesNotContain("Who had it meanwhile");
        String base = "/c/" + links.issue(ticket, participants.submitter(ticket).id());
        assertThat(page(base + "/promises/resolution-1?lang=en")).doesNotContain("Who had it meanwhile", "16 h 00");
    }

    @Test
    void theCasePageSaysWhoseTimeItIsToTheStaffAndNotToTheCustomer() {
        assertThat(staff("/desk/tickets/" + ticket.number().value() + "?lang=en")).contains("Whose time it is",
                "of 16 h 00 used", "of 9 h 36 used", "of 6 h 24 used");
        String base = "/c/" + links.issue(ticket, participants.submitter(ticket).id());
        assertThat(page(base + "?lang=en")).doesNotContain("Whose time it is", "16 h 00");
    }

    @Test
    void aPromiseThatWasNeverMadeIsNotThere() {
        for (String promise : new String[]{"resolution-2", "visit-1", "progress-0", "progress-99999999999", "x"}) {
            assertThat(mvc.get().uri("/desk/tickets/" + ticket.number().value() + "/promises/" + promise)
                    .with(As.person("local-engineer"))).as(promise).hasStatus(404);
        }
    }

    @Test
    void aProgramReadsEachPartWithItsStretches() {
        assertThat(mvc.get().uri("/api/v1/tickets/" + ticket.number().value() + "/promises")
                .with(As.person("local-engineer"))).hasStatusOk().bodyJson()
                .hasPathSatisfying("$.promises[?(@.promise.kind == 'resolution')].explanation.legs[*].pause",
                        pauses -> assertThat(pauses).asArray().containsExactly(null, "held", null));
        assertThat(mvc.get().uri("/api/v1/tickets/PL-999999/promises").with(As.person("local-engineer")))
                .hasStatus(404);
    }

    private String staff(String address) {
        return new String(mvc.get().uri(address).with(As.person("local-engineer")).exchange().getResponse()
                .getContentAsByteArray(), UTF_8);
    }

    private String page(String address) {
        return new String(mvc.get().uri(address).exchange().getResponse().getContentAsByteArray(), UTF_8);
    }
}
