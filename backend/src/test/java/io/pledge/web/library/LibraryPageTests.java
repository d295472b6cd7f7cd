package io.pledge.web.library;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.lessons.LessonId;
import io.pledge.lessons.LessonState;
import io.pledge.lessons.Lessons;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The pages of the library, without a search engine: everything but search works. */
@PledgeTest
class LibraryPageTests {
    @Autowired
    MockMvcTester mvc;
    @Autowired
    Casebook casebook;
    @Autowired
    MovableClock clock;
    @Autowired
    ClosedLoop loop;
    @Autowired
    Lessons lessons;

    @Test
    void withoutSearchThePageSaysSoAndShowsTheShelf() {
        publish();
        assertThat(mvc.get().uri("/library?q=fan").with(As.person("local-engineer"))).hasStatusOk().bodyText()
                .contains("Search does not answer right now", "Modules drop out at load");
    }

    @Test
    void besideACaseTheDeskSaysSoInALine() {
        var id = solved();
        assertThat(mvc.get().uri("/library/similar?ticket=" + id.number().value()).with(As.person("local-engineer")))
                .hasStatusOk().bodyText().contains("The case is not affected", "Make a lesson of this case")
                .doesNotContain("<html");
    }

    @Test
    void aLessonIsMadeByOnePressEditedAndPublishedBySomebodyElse() {
        var ticket = solved();
        assertThat(mvc.post().uri("/library/draft").param("ticket", ticket.number().value())
                .with(As.person("local-engineer")).with(csrf())).hasStatus3xxRedirection();
        var id = lessons.of(ticket).orElseThrow().id();
        assertThat(edit(id, 1, "Modules capped").with(As.person("local-engineer")).with(csrf()))
                .hasRedirectedUrl("/library/" + id.value() + "?text=2");
        assertThat(post(id, "publish").param("seen", "2").with(As.person("local-engineer"))).hasStatus(403);
        assertThat(post(id, "publish").param("seen", "2").with(As.person("quality"))).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/library/" + id.value()).with(As.person("chengdu-engineer"))).hasStatusOk().bodyText()
                .contains("Modules capped").doesNotContain("/desk/tickets/" + ticket.number().value());
    }

    @Test
    void whatWasTypedStaysWhereTheFormIsRefused() {
        var id = draft();
        assertThat(edit(id, 1, " ").with(As.person("local-engineer")).with(csrf())).hasStatus(422).bodyText()
                .contains("my own cause", "Please fill this in");
        lessons.revise(id, 1, new io.pledge.lessons.LessonText("a", "b", "c", "d", "e"), casebook.person("local-head"),
                clock.instant());
        assertThat(edit(id, 1, "Modules capped").with(As.person("local-engineer")).with(csrf())).hasStatus(422)
                .bodyText().contains("my own cause", "Somebody wrote another text meanwhile");
        assertThat(edit(id, 2, "x".repeat(161)).with(As.person("local-engineer")).with(csrf())).hasStatus(422);
    }

    @Test
    void hostileTextIsShownAsText() {
        var id = draft();
        assertThat(edit(id, 1, "<script>alert(1)</script>").with(As.person("local-engineer")).with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/library/" + id.value()).with(As.person("local-engineer"))).bodyText()
                .doesNotContain("<script>alert").contains("&lt;script&gt;");
    }

    @Test
    void whatDoesNotExistOrIsNotTheirsIsNotFound() {
        var id = draft();
        for (var path : new String[]{"/library/999999", "/library/999999/edit", "/library/" + id.value() + "?text=9",
                "/library/similar?ticket=PL-1", "/library/similar?ticket=nonsense"}) {
            assertThat(mvc.get().uri(path).with(As.person("local-engineer"))).as(path).hasStatus(404);
        }
        var ticket = lessons.find(id).orElseThrow().ticket().number().value();
        assertThat(mvc.get().uri("/library/similar?ticket=" + ticket).with(As.person("chengdu-engineer")))
                .hasStatus(404);
        assertThat(mvc.post().uri("/library/draft").param("ticket", ticket).with(As.person("chengdu-engineer"))
                .with(csrf())).hasStatus(404);
    }

    @Test
    void forgedAddressesChangeNothing() {
        publish();
        assertThat(mvc.get().uri("/library?shelf=X&kind=Y&product=Z&after=a_b&in=Q").with(As.person("quality")))
                .hasStatusOk().bodyText().contains("Modules drop out at load");
    }

    @Test
    void withdrawnLessonsLeaveTheShelf() {
        var id = publish();
        assertThat(post(id, "withdraw").param("reason", "wrong").with(As.person("region-engineer"))).hasStatus(403);
        assertThat(post(id, "withdraw").param("reason", "wrong").with(As.person("quality"))).hasStatus3xxRedirection();
        assertThat(lessons.find(id).orElseThrow().state()).isEqualTo(LessonState.WITHDRAWN);
        assertThat(mvc.get().uri("/library").with(As.person("quality"))).bodyText()
                .doesNotContain("Modules drop out at load");
        assertThat(mvc.get().uri("/library?shelf=WITHDRAWN&lang=zh-CN").with(As.person("quality"))).bodyText()
                .contains("Modules drop out at load", "已撤回");
    }

    private TicketId solved() {
        var id = casebook.open();
        loop.resolve(id, new Solution("the fan was blocked", "cleaned it", "clean it monthly", "It runs again."),
                casebook.actor("local-engineer"), clock.instant());
        return id;
    }

    private LessonId draft() {
        return lessons.draft(solved(), casebook.person("local-engineer"), clock.instant());
    }

    private LessonId publish() {
        var id = draft();
        assertThat(post(id, "publish").param("seen", "1").with(As.person("quality"))).hasStatus3xxRedirection();
        return id;
    }

    private MockMvcTester.MockMvcRequestBuilder post(LessonId id, String verb) {
        return mvc.post().uri("/library/" + id.value() + "/" + verb).with(csrf());
    }

    private MockMvcTester.MockMvcRequestBuilder edit(LessonId id, int seen, String title) {
        return mvc.post().uri("/library/" + id.value() + "/edit").param("seen", String.valueOf(seen))
                .param("title", title).param("situation", "s").param("cause", "my own cause").param("remedy", "r")
                .param("prevention", "p");
    }
}
