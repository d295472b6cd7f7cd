package io.pledge.web.portal;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.sla.SlaWatch;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Exchange;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketKind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What is noted among staff reaches no page and no mail of the customer, whatever happens to the case afterwards. */
@PledgeTest
class NotesStayInsideTests {
    private static final String NOTE = "Between us: our firmware is to blame.";

    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Exchange exchange;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Participants participants;
    @Autowired
    private PrivateLinks links;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;

    @Test
    void aNoteReachesNeitherThePageNorTheMailOfTheCustomer() {
        var id = casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg", "marek@example.com");
        long before = mails();
        assertThat(mvc.post().uri("/desk/tickets/" + id.number().value() + "/note").with(As.person("local-engineer"))
                .with(csrf()).param("version", "0").param("seen", Long.toString(exchange.latest(id)))
                .param("note", NOTE)).hasStatus(302);
        assertThat(mails()).isEqualTo(before);

        clock.advance(Duration.ofHours(5));
        watch.sweep(clock.instant());
        loop.resolve(id, new Solution("A fuse.", "Changed it.", "Checked all.", "It works again."),
                casebook.actor("local-engineer"), clock.instant());

        assertThat(mails()).isGreaterThan(before);
        assertThat(jdbc.sql("select subject || body from outbox_message where address = 'marek@example.com'")
                .query(String.class).list()).isNotEmpty().noneMatch(mail -> mail.contains("Between us"));
        String link = "/c/" + links.issue(id, participants.submitter(id).id());
        assertThat(page(link + "?lang=en")).contains("It works again.").doesNotContain("Between us", "Internal");
        assertThat(page(link + "?lang=zh-CN")).contains("It works again.").doesNotContain("Between us", "内部");
    }

    private long mails() {
        return jdbc.sql("select count(*) from outbox_message where address = 'marek@example.com'").query(Long.class)
                .single();
    }

    private String page(String address) {
        MvcTestResult answer = mvc.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }
}
