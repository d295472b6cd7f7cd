package io.pledge.web;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Attachments;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.TicketId;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Files as both sides get them back: a picture is shown as the picture it is, all else is saved, nothing runs. */
@PledgeTest
class AttachmentAnswersTests {
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Attachments attachments;
    @Autowired
    private Participants participants;
    @Autowired
    private PrivateLinks links;
    private TicketId id;
    private String link;

    @BeforeEach
    void aCaseOfMarek() {
        id = casebook.open();
        link = "/c/" + links.issue(id, participants.submitter(id).id());
    }

    @Test
    void aPictureIsShownAsThePictureItIsWithoutItsPlace() {
        assertThat(sent("机柜 \"1\".html", SamplePictures.jpeg())).hasStatus(302);

        for (MvcTestResult answer : new MvcTestResult[]{fromTheDesk(), fromTheLink()}) {
            assertSafe(answer);
            assertThat(answer).hasContentType("image/jpeg");
            assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("inline;")
                    .doesNotContain("\"1\"");
            assertThat(new String(answer.getResponse().getContentAsByteArray(), UTF_8)).doesNotContain("GPS");
        }
    }

    @Test
    void everythingElseIsSavedAndNeverShown() {
        assertThat(sent("fault.log", "12:00 fan 3 stopped".getBytes(UTF_8))).hasStatus(302);

        for (MvcTestResult answer : new MvcTestResult[]{fromTheDesk(), fromTheLink()}) {
            assertSafe(answer);
            assertThat(answer).hasContentType("application/octet-stream");
            assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment;");
        }
    }

    @Test
    void aProgramThatIsCalledAPictureIsRefusedByNameAndNothingIsLost() {
        byte[] program = new byte[64];
        program[0] = 'M';
        program[1] = 'Z';
        assertThat(sent("photo.png", program)).hasStatusOk().bodyText()
                .contains("The file “photo.png” is a program", "See the photo.");
        assertThat(sent("drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8))).hasStatusOk()
                .bodyText().contains("The file “drawing.svg” is of a kind that we do not take", "See the photo.");
        assertThat(attachments.of(List.of(id))).isEmpty();
    }

    private static void assertSafe(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getResponse().getHeaders("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox");
    }

    private MvcTestResult sent(String name, byte[] content) {
        var request = MockMvcRequestBuilders.multipart(link + "/messages")
                .file(new MockMultipartFile("files", name, "image/png", content)).param("text", "See the photo.");
        return mvc.perform(request.with(csrf()));
    }

    private MvcTestResult fromTheDesk() {
        return mvc.get().uri("/desk/tickets/" + id.number().value() + "/files/" + file())
                .with(As.person("local-engineer")).exchange();
    }

    private MvcTestResult fromTheLink() {
        return mvc.get().uri(link + "/files/" + file()).exchange();
    }

    private long file() {
        return attachments.of(List.of(id)).getFirst().id();
    }
}
