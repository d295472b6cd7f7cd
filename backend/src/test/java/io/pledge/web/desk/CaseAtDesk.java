package io.pledge.web.desk;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.testing.As;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Exchange;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.TicketId;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** One case as somebody of the cast works on it at the desk, and as its customer reads it. */
final class CaseAtDesk {
    private final BeanFactory beans;
    private final MockMvcTester mvc;
    private final TicketId id;
    private final String who;

    private CaseAtDesk(BeanFactory beans, TicketId id, String who) {
        this.beans = beans;
        this.mvc = beans.getBean(MockMvcTester.class);
        this.id = id;
        this.who = who;
    }

    /** The case, worked on by an engineer of the local office. */
    static CaseAtDesk of(TicketId id, BeanFactory beans) {
        return new CaseAtDesk(beans, id, "local-engineer");
    }

    /** The same case, worked on by somebody else. */
    CaseAtDesk by(String username) {
        return new CaseAtDesk(beans, id, username);
    }

    /** Does a verb, which must succeed. */
    void done(String verb, String... fields) {
        assertThat(post(verb, fields)).hasStatus(302);
    }

    /** Tries a verb on the case as it is now. */
    MvcTestResult post(String verb, String... fields) {
        var request = mvc.post().uri(address() + "/" + verb + "?lang=en").with(As.person(who)).with(csrf())
                .param("version", Integer.toString(beans.getBean(Cases.class).require(id).version()))
                .param("seen", Long.toString(beans.getBean(Exchange.class).latest(id)));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    MvcTestResult page() {
        return mvc.get().uri(address()).with(As.person(who)).exchange();
    }

    /** The page of the case in English, or what lies below it, such as {@code "/customers?q=mill"}. */
    String read(String below) {
        return get(address() + below + (below.contains("?") ? "&" : "?") + "lang=en");
    }

    /** The customer's page of the case, or what lies below it. */
    String portal(String below, String language) {
        var submitter = beans.getBean(Participants.class).submitter(id).id();
        return get("/c/" + beans.getBean(PrivateLinks.class).issue(id, submitter) + below + "?lang=" + language);
    }

    String get(String address) {
        return text(mvc.get().uri(address).with(As.person(who)).exchange());
    }

    static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }

    /** Everything that the database holds of cases, to see that nothing happened. */
    List<String> everything() {
        var jdbc = beans.getBean(JdbcClient.class);
        return Stream
                .of("ticket", "participant", "arrival", "visit", "shipment", "timeline_entry", "ledger_event",
                        "ledger_entry",
                        "promise", "outbox_message", "confirmation")
                .flatMap(table -> jdbc.sql("select t::text from " + table + " t order by 1").query(String.class).list()
                        .stream())
                .toList();
    }

    private String address() {
        return "/desk/tickets/" + id.number().value();
    }
}
