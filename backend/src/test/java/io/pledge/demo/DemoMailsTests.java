package io.pledge.demo;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.schedule.Sweeps;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** The mail of a demonstration without a mail server. */
@PledgeTest(profiles = "demo", properties = "spring.mail.host=false")
class DemoMailsTests {
    @Autowired
    MockMvcTester mvc;
    @Autowired
    Casebook casebook;
    @Autowired
    Sweeps sweeps;
    @Autowired
    DemoClock clock;

    @BeforeEach
    void readTheTimeThatTheDatabaseWasPutBackTo() {
        clock.refresh();
    }

    @Test
    void aLetterToAnAddressThatCannotBeDoesNotArriveAndIsSomebodysTask() {
        casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg", "marek@mill.invalid");
        casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg", "ewa@mill.example");
        sweeps.runAll();
        assertThat(mvc.get().uri("/demo/mailbox?whose=CUSTOMERS")).bodyText().containsOnlyOnce("Marek");
        assertThat(mvc.get().uri("/desk/confirmations").with(As.person("local-head"))).bodyText()
                .containsOnlyOnce("to Marek did not arrive. Reach them another way");
    }
}
