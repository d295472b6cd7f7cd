package io.pledge.steps;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.pledge.config.ConfigFile;
import io.pledge.steps.Progress.Standing;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** What follows for other steps from those that are done, by the file that comes with the house. */
class ProgressTests {
    private static final StepsBook BOOK = StepsFile.read(Path.of("config/steps.yml"),
            ConfigFile.text(Path.of("config/steps.yml")));
    private final Map<String, Standing> standing = new HashMap<>();

    @Test
    void whatWaitsForNothingCanBeDoneAtOnceInEveryTrack() {
        assertThat(follow(TicketKind.DELIVERY)).containsEntry("ship", StepState.OPEN)
                .containsEntry("compared", StepState.OPEN).containsEntry("arrived", StepState.WAITING)
                .containsEntry("filed", StepState.WAITING).containsEntry("settled", StepState.WAITING);
    }

    @Test
    void aStepFollowsWhatItWaitsFor() {
        done("ship");
        assertThat(follow(TicketKind.DELIVERY)).containsEntry("arrived", StepState.OPEN);
    }

    @Test
    void whatWasNotChosenMakesStepsNeedless() {
        done("compared", "cause", "packing");
        assertThat(follow(TicketKind.DELIVERY)).containsEntry("filed", StepState.UNNEEDED)
                .containsEntry("settled", StepState.UNNEEDED);
    }

    @Test
    void whatWasChosenMakesThemNeeded() {
        done("compared", "cause", "carrier");
        assertThat(follow(TicketKind.DELIVERY)).containsEntry("filed", StepState.OPEN)
                .containsEntry("settled", StepState.WAITING);
    }

    @Test
    void aRefundWaitsForTheGoodsToo() {
        done("way", "way", "refund");
        assertThat(follow(TicketKind.RETURN)).containsEntry("refund", StepState.WAITING)
                .containsEntry("exchange", StepState.UNNEEDED);
        done("collect");
        done("arrived");
        assertThat(follow(TicketKind.RETURN)).containsEntry("refund", StepState.OPEN);
    }

    @Test
    void nobodyIsRemindedOfAPartThatHasArrived() {
        done("ship");
        done("expected");
        assertThat(follow(TicketKind.REPAIR)).containsEntry("reminded", StepState.OPEN);
        standing.put("reminded", new Standing(StepState.OPEN, Map.of()));
        done("arrived");
        assertThat(follow(TicketKind.REPAIR)).containsEntry("reminded", StepState.UNNEEDED)
                .containsEntry("checked", StepState.OPEN);
    }

    private void done(String step, String... chosen) {
        standing.put(step, new Standing(StepState.DONE, chosen.length == 0 ? Map.of() : Map.of(chosen[0], chosen[1])));
    }

    private Map<String, StepState> follow(TicketKind kind) {
        return Progress.follow(BOOK.of(kind), standing);
    }
}
