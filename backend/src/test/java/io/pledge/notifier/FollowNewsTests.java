package io.pledge.notifier;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.organisation.Scope;
import io.pledge.sla.SlaWatch;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Exchange;
import io.pledge.ticket.Followers;
import io.pledge.ticket.Merging;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Queue;
import io.pledge.ticket.QueueFilter;
import io.pledge.ticket.QueueRow;
import io.pledge.ticket.QueueView;
import io.pledge.ticket.TicketId;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Who follows a case, or is called in a note of it, hears of it, once and only while they may see it. */
@PledgeTest
class FollowNewsTests {
    private static final String LENA = "local-engineer";

    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private MockMvc plain;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private Conversation conversation;
    @Autowired
    private Escalations escalations;
    @Autowired
    private Followers followers;
    @Autowired
    private Merging merging;
    @Autowired
    private Exchange exchange;
    @Autowired
    private Messages messages;
    @Autowired
    private Participants participants;
    @Autowired
    private Queue queue;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;
    private StaffMailbox mailbox;
    private TicketId id;

    @BeforeEach
    void aCaseThatLenaHas() {
        mailbox = new StaffMailbox(jdbc);
        id = casebook.open();
        casework.take(id, casebook.person(LENA), clock.instant());
        mailbox.empty();
    }

    @Test
    void whoFollowsSeesTheCaseInAViewOfItsOwnUntilTheyLeave() {
        assertThat(post("local-head", "follow")).hasStatus(302);
        assertThat(post("local-head", "follow")).hasStatus(302);
        assertThat(followed("local-head")).containsExactly(id);
        assertThat(queue.counts(Scope.everything(), casebook.person("local-head"), clock.instant()))
                .containsEntry(QueueView.FOLLOWED, 1L);
        assertThat(followed(LENA)).isEmpty();
        assertThat(page("local-head")).contains("Stop following");

        assertThat(post("local-head", "leave")).hasStatus(302);
        assertThat(followed("local-head")).isEmpty();
        assertThat(page("local-head")).doesNotContain("Stop following");
    }

    @Test
    void aCaseThatIsNotSeenIsNotFollowed() {
        assertThat(post(casebook.colleagueIn("shanghai"), "follow")).hasStatus(404);
        assertThat(post("admin", "follow")).hasStatus(403);
        assertThat(followers.of(List.of(id))).isEmpty();
    }

    @Test
    void followersHearInOneMailOfWhatTheCustomerWritesOfClimbingAndOfBrokenPromises() {
        follow("quality");
        conversation.customerWrites(id, "It is worse now.", List.of(), participants.submitter(id).id(),
                clock.instant());
        escalations.escalate(id, "Needs a specialist.", null, casebook.actor(LENA), clock.instant());
        clock.advance(Duration.ofHours(5));
        watch.sweep(clock.instant());

        assertThat(of("quality")).contains("followedWrote", "followedEscalated", "followedBroken");
        assertThat(jdbc.sql("select distinct digest_key from outbox_message where key like 'staff:followed%'")
                .query(String.class).list()).containsExactly("followed");
    }

    @Test
    void whoIsToldAnywayIsNotToldAgainForFollowing() {
        follow(LENA);
        follow("local-head");
        follow("region-engineer");
        conversation.customerWrites(id, "It is worse now.", List.of(), participants.submitter(id).id(),
                clock.instant());
        assertThat(of(LENA)).containsExactly("customerWrote");
        assertThat(of("local-head")).containsExactly("followedWrote");
        escalations.escalate(id, "Needs a specialist.", null, casebook.actor(LENA), clock.instant());
        assertThat(of("region-engineer")).containsExactly("followedWrote", "escalated");
    }

    @Test
    void whoNoLongerSeesTheCaseHearsNothingOfIt() {
        String elsewhere = casebook.colleagueIn("shanghai");
        follow(elsewhere);
        conversation.customerWrites(id, "It is worse now.", List.of(), participants.submitter(id).id(),
                clock.instant());
        assertThat(of(elsewhere)).isEmpty();
        assertThat(queue.counts(Scope.nothing(), casebook.person(elsewhere), clock.instant()))
                .containsEntry(QueueView.FOLLOWED, 0L);
    }

    @Test
    void whoFollowsACaseFollowsTheOneInWhichItGoesOn() {
        follow("local-head");
        var other = casebook.open();
        merging.merge(id, other, casebook.actor(LENA), clock.instant());
        assertThat(followers.follows(other, casebook.person("local-head"))).isTrue();
        assertThat(followed("local-head")).containsExactly(other);
    }

    @Test
    void whoIsCalledInANoteIsToldOnceWithALinkThatOpens() throws Exception {
        assertThat(note("Please look, @local-head: the firmware again. @local-head @" + LENA)).hasStatus(302);

        assertThat(mailbox.readers(id)).containsExactly("local-head mentioned");
        assertThat(mailbox.mail(id, "local-head").body()).contains("Lena Brandt has called you in a note.",
                "the firmware again.");
        mailbox.opens(id, "local-head", plain);
    }

    @Test
    void whoMayNotSeeTheCaseOrIsNobodyCannotBeCalled() {
        String elsewhere = casebook.colleagueIn("shanghai");
        assertThat(note("What do you think, @" + elsewhere + "?")).hasStatusOk().bodyText()
                .contains("@" + elsewhere + " may not see this case", "What do you think");
        assertThat(note("What do you think, @local-haed?")).hasStatusOk().bodyText()
                .contains("Nobody is called @local-haed.");
        assertThat(note("What do you think, @admin?")).hasStatusOk().bodyText().contains("may not see this case");
        assertThat(messages.of(id)).noneMatch(message -> message.internal());
        assertThat(mailbox.readers(id)).isEmpty();
    }

    @Test
    void anAddressOrATimeCallsNobody() {
        assertThat(note("Mail marek@example.com, back @ 10:30 or @10.")).hasStatus(302);
        assertThat(mailbox.readers(id)).isEmpty();
    }

    @Test
    void onlyWhoSeesTheCaseIsOfferedToBeCalled() {
        assertThat(page(LENA)).contains("value=\"@local-head \"")
                .doesNotContain("value=\"@" + casebook.colleagueIn("shanghai"), "value=\"@admin ");
    }

    private void follow(String who) {
        followers.follow(id, casebook.person(who), clock.instant());
    }

    private Stream<String> of(String who) {
        return mailbox.readers(id).stream().filter(line -> line.startsWith(who + " "))
                .map(line -> line.substring(who.length() + 1));
    }

    private List<TicketId> followed(String who) {
        return queue.page(Scope.everything(), QueueFilter.of(QueueView.FOLLOWED), casebook.person(who),
                clock.instant(), null, 10).stream().map(QueueRow::id).toList();
    }

    private MvcTestResult note(String text) {
        return mvc.post().uri(uri("/note")).with(As.person(LENA)).with(csrf()).param("version", "0")
                .param("seen", Long.toString(exchange.latest(id))).param("note", text).exchange();
    }

    private MvcTestResult post(String who, String verb) {
        return mvc.post().uri(uri("/" + verb)).with(As.person(who)).with(csrf()).exchange();
    }

    private String page(String who) {
        MvcTestResult page = mvc.get().uri(uri("")).with(As.person(who)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), UTF_8);
    }

    private String uri(String verb) {
        return "/desk/tickets/" + id.number().value() + verb;
    }
}
