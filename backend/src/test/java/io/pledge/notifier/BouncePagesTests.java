package io.pledge.notifier;

import java.io.UnsupportedEncodingException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.schedule.Sweeps;
import io.pledge.testing.As;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What people read of letters that came back. */
class BouncePagesTests extends BounceScene {
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Sweeps sweeps;
    @Autowired
    private PrivateLinks links;

    @Test
    void theTaskSaysWhatToDoAndIsNoNewCase() {
        var ticket = answered();
        comesBack("postfix", "reply");
        assertThat(page("/desk/confirmations", "local-engineer")).contains(
                "to Marek did not arrive. Reach them another way", "/desk/tickets/" + ticket.number().value(),
                "Reached")
                .doesNotContain("New case PL-");
        assertThat(page("/desk/confirmations?lang=zh-CN", "local-engineer")).contains("写给Marek的信没有送达，请用其他方式联系对方");
        assertThat(page("/desk/confirmations", "local-head")).contains("New case PL-").doesNotContain("did not arrive");
    }

    @Test
    void onlyWhoWasAskedSettlesIt() {
        var ticket = answered();
        comesBack("postfix", "reply");
        assertThat(reached(ticket, "local-head")).isEqualTo(404);
        assertThat(tasks(ticket).getFirst().open()).isTrue();
        assertThat(reached(ticket, "local-engineer")).isEqualTo(302);
        assertThat(tasks(ticket).getFirst().open()).isFalse();
        assertThat(page("/desk/confirmations", "local-engineer")).doesNotContain("did not arrive");
        assertThat(page("/desk/tickets/" + ticket.number().value(), "local-engineer")).contains("has reached Marek")
                .doesNotContain("Reach them another way");
    }

    @Test
    void theCaseShowsAtTheLetterThatItCameBackAndWhy() {
        var ticket = answered();
        comesBack("postfix", "reply");
        var desk = page("/desk/tickets/" + ticket.number().value(), "local-engineer");
        assertThat(desk).contains("Came back from Marek at", "the address does not exist",
                "A letter to Marek came back: the address does not exist", "Letters that did not arrive", "Reached",
                // the promise it kept stays where it was
                "kept the");
        assertThat(page("/desk/tickets/" + ticket.number().value() + "?lang=zh-CN", "local-engineer"))
                .contains("从Marek处退回：邮箱地址不存在");
    }

    @Test
    void aLetterRefusedAtOnceIsNoLongerOnItsWay() {
        var ticket = casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg",
                "marek@mill@example");
        casework.take(ticket, casebook.person("local-engineer"), clock.instant());
        reply(ticket);
        assertThat(page("/desk/tickets/" + ticket.number().value(), "local-engineer"))
                .contains("Did not reach Marek: the address does not exist")
                .doesNotContain("On its way to the customer");
    }

    @Test
    void theCustomersPageSaysNothingOfIt() {
        var ticket = answered();
        comesBack("postfix", "reply");
        var page = mvc.get().uri("/c/" + token(ticket)).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("I look at it now.").doesNotContain("ame back",
                "does not exist", "did not arrive", "NOT_DELIVERED", "550");
    }

    @Test
    void theAdministratorSeesWhatCameBackAndFromWhereItIsRead() {
        open();
        deliver();
        mails.come("postfix", sent("newCase"), "jonas.peters@norlund.example");
        sweeps.runAll();
        assertThat(page("/admin", "admin")).contains("Read which mails came back", "What came back",
                "Jonas Peters", "&gt;: Recipient address rejected: User unknown in virtual",
                "Read from bounces@norlund.example@127.0.0.1/INBOX.");
    }

    private String token(TicketId ticket) {
        long participant = jdbc.sql("select id from participant where ticket_id = :t").param("t", ticket.value())
                .query(Long.class).single();
        return links.issueByMail(List.of(new PrivateLinks.Opened(ticket, participant))).getFirst();
    }

    private int reached(TicketId ticket, String username) {
        return mvc.post().uri("/desk/confirmations/" + tasks(ticket).getFirst().id()).with(As.person(username))
                .with(csrf()).exchange().getResponse().getStatus();
    }

    private String page(String uri, String username) {
        var answer = mvc.get().uri(uri).with(As.person(username)).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
