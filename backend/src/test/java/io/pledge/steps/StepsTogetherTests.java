package io.pledge.steps;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Refused;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Several people do the same step at the same moment. */
@PledgeTest
class StepsTogetherTests {
    @Autowired
    private BeanFactory beans;

    @Test
    void ofSeveralWhoDoAStepAtOnceOneDoesIt() throws Exception {
        var complaint = StepCase.open(beans, TicketKind.COMPLAINT);
        List<Callable<Boolean>> attempts = IntStream.range(0, 4).<Callable<Boolean>>mapToObj(n -> () -> {
            try {
                complaint.done("heard", "local-engineer", "said", "Attempt " + n);
                return true;
            } catch (Refused refused) {
                return false;
            }
        }).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            int done = 0;
            for (var attempt : threads.invokeAll(attempts)) {
                done += attempt.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(complaint.history()).filteredOn(line -> line.startsWith("STEP_DONE")).hasSize(1);
    }
}
