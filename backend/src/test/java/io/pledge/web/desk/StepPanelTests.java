package io.pledge.web.desk;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.steps.StepCase;
import io.pledge.steps.StepState;
import io.pledge.testing.As;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.TicketKind;
import io.pledge.web.SamplePictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

/** The panel of steps on the page of a case: what stands there, what its forms do, and what they refuse in words. */
@PledgeTest
class StepPanelTests {
    @Autowired
    private BeanFactory beans;
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private JdbcClient jdbc;
    private StepCase repair;
    private CaseAtDesk desk;

    @BeforeEach
    void aRepairInHamburg() {
        repair = StepCase.open(beans, TicketKind.REPAIR);
        desk = CaseAtDesk.of(repair.id(), beans);
    }

    @Test
    void thePanelSaysWhatIsNextWhoOwesItAndByWhen() {
        desk.done("take");
        assertThat(desk.read("")).contains("Ship the replacement", "Lena Brandt, by ",
                "Waits for: Ship the replacement",
                "Decide on the warranty", "The case names no serial number");
    }

    @Test
    void aDoneStepStandsOnThePanelInTheHistoryAndForTheCustomer() {
        finish("ship", "f.what", "A fan tray", "f.carrier", "DHL", "f.tracking", "4711");
        finish("fitted", "f.arrived", "2026-11-19");
        assertThat(desk.read("")).contains("Lena Brandt did a step. Ship the replacement; What leaves?: A fan tray",
                "Carrier: DHL", "When did it arrive?: 19 November 2026",
                "The customer can read: The replacement has arrived");
        assertThat(desk.portal("", "en")).contains("The replacement has arrived", "A part was shipped: A fan tray")
                .doesNotContain("Decide on the warranty", "did a step");
        assertThat(desk.portal("", "zh-CN")).contains("更换件已送达");
    }

    @Test
    void whatIsMissingComesBackToItsFormWithEverythingThatWasTyped() {
        var answer = post("ship", "f.what", "<script>x</script>", "f.tracking", "4711", "at", "2030-01-01T12:00");
        assertThat(after(answer)).contains("&lt;script&gt;x&lt;/script&gt;", "That lies in the future.", "4711")
                .doesNotContain("<script>x").containsPattern("<details class=\"case-step-more\" open=\"open\"");
        assertThat(after(post("ship", "f.what", "A fan tray"))).contains("Please fill this in.", "A fan tray");
        assertThat(repair.state("ship")).isEqualTo(StepState.OPEN);
    }

    @Test
    void tenThousandCharactersAreNotCutButSaidToBeTooMany() {
        assertThat(after(post("ship", "f.what", "x".repeat(10_000), "f.carrier", "DHL", "f.tracking", "1")))
                .contains("This is too long", "x".repeat(10_000));
        assertThat(repair.state("ship")).isEqualTo(StepState.OPEN);
    }

    @Test
    void aStepThatWaitsOrIsDoneHasNoFormAndIsRefusedInWords() {
        assertThat(desk.read("")).doesNotContain("name=\"f.expected\"");
        assertThat(after(post("expected", "f.expected", "tomorrow"))).contains("This step waits for others",
                "You had written:", "tomorrow");
        assertThat(repair.state("expected")).isEqualTo(StepState.WAITING);
        finish("ship", "f.what", "A fan tray", "f.carrier", "DHL", "f.tracking", "4711");
        assertThat(after(post("ship", "f.what", "Another", "f.carrier", "DHL", "f.tracking", "1")))
                .contains("Somebody has done this step already.", "You had written:", "Another");
    }

    @ParameterizedTest
    @CsvSource({"999999999999999999", "0", "1x", "-1"})
    void aForgedStepIsNotFound(String step) {
        assertThat(desk.post("steps/" + step, "f.what", "A fan tray")).hasStatus(404);
    }

    @Test
    void aStepOfAnotherCaseIsNotFound() {
        var other = StepCase.open(beans, TicketKind.REPAIR);
        assertThat(desk.post("steps/" + other.step("ship").id(), "f.what", "A fan tray", "f.carrier", "DHL",
                "f.tracking", "1")).hasStatus(404);
        assertThat(other.state("ship")).isEqualTo(StepState.OPEN);
    }

    @Test
    void whoseStepItIsNotHasNoFormAndIsRefused() {
        var suggestion = StepCase.open(beans, TicketKind.SUGGESTION);
        suggestion.done("analysed", "local-engineer", "analysis", "Cheap.");
        var page = CaseAtDesk.of(suggestion.id(), beans);
        assertThat(page.read("")).contains("Accept or decline it", "Head of Hamburg office").doesNotContain(
                "name=\"f.decision\"");
        assertThat(page.post("steps/" + suggestion.step("decided").id(), "f.decision", "accepted", "f.reason", "Good."))
                .hasStatus(403);
        assertThat(page.by("local-head").read("")).contains("name=\"f.decision\"");
    }

    @Test
    void resolvingIsRefusedWithTheNameOfWhatIsMissing() {
        assertThat(
                desk.post("resolve", "cause", "a cap", "remedy", "a file", "prevention", "a check", "message", "Done."))
                .hasStatusOk().bodyText()
                .contains(
                        "Before the case can be resolved, this has to be done: Ship the replacement, Decide on the warranty");
    }

    @Test
    void aStepIsCorrectedWithAReasonAndNotWithout() {
        finish("decide", "f.serial", "X-1", "f.warranty", "covered", "f.reason", "New.");
        var address = "steps/" + repair.step("decide").id() + "/again";
        assertThat(after(desk.post(address, "reason", " "))).contains("Please fill this in.");
        assertThat(repair.state("decide")).isEqualTo(StepState.DONE);
        assertThat(after(desk.post(address, "reason", "The wrong serial."))).contains(
                "Lena Brandt opened a step again: Decide on the warranty. The wrong serial.",
                "The step is open again.");
        assertThat(repair.state("decide")).isEqualTo(StepState.OPEN);
    }

    @Test
    void whatTheRegisterSaysIsShownAndKept() {
        finish("decide", "f.serial", "no-such", "f.warranty", "not-covered", "f.reason", "Unknown.");
        assertThat(desk.read("")).contains("The register says", "this serial number is not known");
    }

    @Test
    void aPhotoOfAStepStandsAmongStaffAndOpensForNoCustomer() {
        finish("ship", "f.what", "A fan tray", "f.carrier", "DHL", "f.tracking", "4711");
        finish("expected", "f.expected", "2026-11-25");
        var request = multipart(address("arrived")).file(new MockMultipartFile("f.photo", "dent.png", "image/png",
                SamplePictures.png())).param("f.condition", "damaged");
        request.with(As.person("local-engineer")).with(csrf());
        assertThat(mvc.perform(request)).hasStatus(302);
        assertThat(desk.read("")).contains("dent.png");
        long file = jdbc.sql("select id from attachment").query(Long.class).single();
        assertThat(desk.get("/desk/tickets/" + repair.id().number().value() + "/files/" + file)).isNotEmpty();
        assertThat(desk.portal("", "en")).doesNotContain("dent.png");
        assertThat(desk.portal("/files/" + file, "en")).doesNotContain("PNG");
    }

    @Test
    void aProgramIsNotTakenAndTheStepStaysOpen() {
        finish("ship", "f.what", "A fan tray", "f.carrier", "DHL", "f.tracking", "4711");
        finish("expected", "f.expected", "2026-11-25");
        byte[] program = new byte[64];
        program[0] = 'M';
        program[1] = 'Z';
        var request = multipart(address("arrived")).file(new MockMultipartFile("f.photo", "fix.jpg", "image/jpeg",
                program)).param("f.condition", "damaged");
        request.with(As.person("local-engineer")).with(csrf());
        assertThat(after(mvc.perform(request))).contains("fix.jpg");
        assertThat(repair.state("arrived")).isEqualTo(StepState.OPEN);
    }

    @Test
    void theListShowsWhatOneOwesAndOnlyCasesThatOneSees() {
        desk.done("take");
        assertThat(desk.get("/steps?lang=en")).contains("Ship the replacement", repair.id().number().value(),
                "Repair. Lena Brandt, by ");
        assertThat(desk.by("local-head").get("/steps?lang=en")).contains("You owe no step.");
        assertThat(desk.by("local-head").get("/steps?view=all&lang=en")).contains("Ship the replacement");
        assertThat(desk.by("chengdu-head").get("/steps?view=all&lang=en")).contains("No step is open.");
        assertThat(desk.get("/steps?after=forged&lang=en")).contains("Ship the replacement");
        assertThat(desk.get("/steps?lang=zh-CN")).contains("我的步骤", "发出更换件");
    }

    private void finish(String step, String... fields) {
        assertThat(post(step, fields)).hasStatus(302);
        assertThat(repair.state(step)).isEqualTo(StepState.DONE);
    }

    private MvcTestResult post(String step, String... fields) {
        return desk.post("steps/" + repair.step(step).id(), fields);
    }

    private String address(String step) {
        return "/desk/tickets/" + repair.id().number().value() + "/steps/" + repair.step(step).id();
    }

    /** The page to which an answer leads, with what it hands on. */
    private String after(MvcTestResult answer) {
        assertThat(answer).hasStatus(302);
        return CaseAtDesk.text(mvc.get().uri("/desk/tickets/" + repair.id().number().value() + "?lang=en")
                .with(As.person("local-engineer")).flashAttrs(answer.getMvcResult().getFlashMap()).exchange());
    }
}
