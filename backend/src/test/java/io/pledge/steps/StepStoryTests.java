package io.pledge.steps;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.organisation.Units;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Intake;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.Involvement;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Submission;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.TicketNotFound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Steps are done once, in their order, by those whose they are, and stay in the history. */
@PledgeTest
class StepStoryTests {
    @Autowired
    private BeanFactory beans;
    @Autowired
    private Casebook casebook;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private MovableClock clock;

    @Test
    void aCaseComesInWithTheStepsOfItsKind() {
        var delivery = open(TicketKind.DELIVERY);
        assertThat(delivery.sheet().steps()).extracting(CaseStep::key, CaseStep::state).containsExactly(
                tuple("ship", StepState.OPEN),
                tuple("arrived", StepState.WAITING),
                tuple("compared", StepState.OPEN),
                tuple("filed", StepState.WAITING),
                tuple("settled", StepState.WAITING));
        assertThat(open(TicketKind.CONSULTATION).sheet().steps()).isEmpty();
    }

    @Test
    void aReplayedCaseOwesNoSteps() {
        var told = casebook.submission("replayed", TicketKind.SUGGESTION, Severity.MINOR, "hamburg", null);
        var id = beans.getBean(Intake.class)
                .submit(new Submission(told.key(), told.kind(), told.severity(), told.text(),
                        IntakeChannel.REPLAY, told.submitter(), null, null, null, told.home(), null, List.of(),
                        told.enteredBy(),
                        told.occurredAt()));
        var replayed = new StepCase(beans, id);
        assertThat(beans.getBean(Steps.class).of(replayed.ticket())).isEmpty();
        replayed.resolve();
    }

    @Test
    void aDoneStepStandsInTheHistoryWithItsValues() {
        var complaint = open(TicketKind.COMPLAINT);
        complaint.done("heard", "local-engineer", "said", "He wants <b>an excuse</b>.");
        assertThat(complaint.step("heard")).satisfies(step -> {
            assertThat(step.doneBy()).isEqualTo(casebook.person("local-engineer"));
            assertThat(step.doneAt()).isEqualTo(clock.instant());
            assertThat(step.values()).containsEntry("said", "He wants <b>an excuse</b>.");
        });
        assertThat(complaint.history()).filteredOn(line -> line.startsWith("STEP_DONE")).singleElement().asString()
                .contains("heard", "<b>an excuse</b>");
    }

    @Test
    void theSameWordsOfTheSamePersonTwiceAreOneStep() {
        var complaint = open(TicketKind.COMPLAINT);
        complaint.done("heard", "local-engineer", "said", "Sorry is enough.");
        complaint.done("heard", "local-engineer", "said", "Sorry is enough.");
        assertThat(complaint.history()).filteredOn(line -> line.startsWith("STEP_DONE")).hasSize(1);
    }

    @Test
    void aStepIsDoneOnce() {
        var complaint = open(TicketKind.COMPLAINT);
        complaint.done("heard", "local-engineer", "said", "Sorry is enough.");
        refused("stepDone", () -> complaint.done("heard", "local-engineer", "said", "Something else."));
        refused("stepDone", () -> complaint.done("heard", "local-head", "said", "Sorry is enough."));
    }

    @Test
    void noStepIsDoneBeforeWhatItWaitsFor() {
        refused("stepWaits", () -> open(TicketKind.SUGGESTION).done("decided", "local-head", "decision", "accepted",
                "reason", "Good."));
    }

    @Test
    void aStepOfAnotherCaseIsNotFound() {
        var one = open(TicketKind.COMPLAINT);
        var other = open(TicketKind.COMPLAINT);
        assertThatExceptionOfType(TicketNotFound.class).isThrownBy(() -> beans.getBean(Steps.class).finish(one.id(),
                other.step("heard").id(), StepCase.written("said", "No."), casebook.person("local-engineer"),
                clock.instant()));
        assertThat(other.state("heard")).isEqualTo(StepState.OPEN);
    }

    @Test
    void whatIsMissingIsNamedByFieldAndNothingIsDone() {
        var repair = open(TicketKind.REPAIR);
        assertThatExceptionOfType(AnswersWrong.class)
                .isThrownBy(() -> repair.done("ship", "local-engineer", "what", " ", "carrier", "DHL"))
                .satisfies(wrong -> assertThat(wrong.wrong()).isEqualTo(Map.of("what", FieldError.NEEDED, "tracking",
                        FieldError.NEEDED)));
        assertThat(repair.state("ship")).isEqualTo(StepState.OPEN);
    }

    @Test
    void aRoleDoesItsStepAndNobodyElse() {
        var suggestion = open(TicketKind.SUGGESTION);
        suggestion.done("analysed", "local-engineer", "analysis", "Cheap.");
        refused("stepNotYours", () -> suggestion.done("decided", "local-engineer", "decision", "accepted", "reason",
                "Good."));
        suggestion.done("decided", "region-head", "decision", "accepted", "reason", "Good.");
        assertThat(suggestion.state("told")).isEqualTo(StepState.OPEN);
    }

    @Test
    void aNamedUnitDoesItsStep() {
        var delivery = open(TicketKind.DELIVERY);
        delivery.done("compared", "local-engineer", "sent", "One, whole.", "cause", "carrier");
        refused("stepNotYours", () -> delivery.done("filed", "local-engineer", "number", "C-1", "amount", "120 EUR"));
        delivery.done("filed", "hq-engineer", "number", "C-1", "amount", "120 EUR");
        assertThat(delivery.step("filed").values()).containsEntry("amount", "120 EUR");
    }

    @Test
    void aUnitThatTakesPartSeesTheCaseAndIsEnteredOnce() {
        var delivery = open(TicketKind.DELIVERY);
        var warsaw = beans.getBean(Units.class).unit(casebook.unit("warsaw"));
        beans.getBean(Involvement.class).involve(List.of(delivery.id()), warsaw);
        var version = delivery.ticket().version();
        beans.getBean(Involvement.class).involve(List.of(delivery.id()), warsaw);
        assertThat(delivery.ticket().involvedPaths()).contains(warsaw.path()).hasSize(2);
        assertThat(delivery.ticket().version()).isEqualTo(version);
        assertThat(delivery.ticket().unit()).isEqualTo(casebook.unit("hamburg"));
    }

    @Test
    void withoutAnAccountManagerTheHeadDoesWhatIsTheirs() {
        var complaint = open(TicketKind.COMPLAINT);
        complaint.done("heard", "local-engineer", "said", "Sorry is enough.");
        refused("stepNotYours", () -> complaint.done("account", "account-manager", "agreed", "A call."));
        complaint.done("account", "local-head", "agreed", "A call.");
        assertThat(complaint.state("account")).isEqualTo(StepState.DONE);
    }

    @Test
    void aStepThatWentWrongIsOpenedAgainWithItsReasonAndWhatHangsOnItWaits() {
        var delivery = open(TicketKind.DELIVERY);
        delivery.done("compared", "local-engineer", "sent", "One, whole.", "cause", "packing");
        assertThat(delivery.state("filed")).isEqualTo(StepState.UNNEEDED);
        clock.advance(Duration.ofHours(1));
        delivery.reopen("compared", "local-head");
        assertThat(delivery.step("compared")).satisfies(step -> {
            assertThat(step.state()).isEqualTo(StepState.OPEN);
            assertThat(step.readyAt()).isEqualTo(clock.instant());
        });
        assertThat(delivery.state("filed")).isEqualTo(StepState.WAITING);
        assertThat(delivery.history())
                .anyMatch(line -> line.startsWith("STEP_REOPENED") && line.contains("The wrong one."));
        delivery.done("compared", "local-engineer", "sent", "One, whole.", "cause", "carrier");
        assertThat(delivery.state("filed")).isEqualTo(StepState.OPEN);
    }

    @Test
    void whatHasLeftCannotBeTakenBackNorWhatIsNotDone() {
        var repair = open(TicketKind.REPAIR);
        refused("stepNotDone", () -> repair.reopen("ship", "local-engineer"));
        repair.ship();
        refused("stepFinal", () -> repair.reopen("ship", "local-engineer"));
    }

    @Test
    void whileTheCustomerIsAskedWhatHadToBeDoneBeforeStaysDone() {
        var goods = open(TicketKind.DELIVERY);
        goods.ship();
        goods.done("arrived", "local-engineer", "arrived", "2026-11-19");
        goods.resolve();
        refused("stepAsked", () -> goods.reopen("arrived", "local-engineer"));
    }

    @Test
    void aWithdrawnCaseOwesNoStep() {
        var delivery = open(TicketKind.DELIVERY);
        loop.cancel(delivery.id(), "A mistake.", casebook.actor("local-engineer"), clock.instant());
        assertThat(delivery.sheet().steps()).extracting(CaseStep::state).containsOnly(StepState.DROPPED);
        refused("ended", () -> delivery.ship());
    }

    private StepCase open(TicketKind kind) {
        return StepCase.open(beans, kind);
    }

    private static void refused(String reason, ThrowingCallable verb) {
        assertThatExceptionOfType(Refused.class).isThrownBy(verb)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
