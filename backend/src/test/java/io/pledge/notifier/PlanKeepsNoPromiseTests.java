package io.pledge.notifier;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.communication.Occasion;
import io.pledge.communication.Way;
import io.pledge.customer.ContactLevel;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.testing.Mill;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.Via;
import io.pledge.ticket.What;

import static io.pledge.testing.Mill.line;
import static org.assertj.core.api.Assertions.assertThat;

/** A promise is kept by word to who turned to us: what others hear keeps none. */
class PlanKeepsNoPromiseTests extends PlanScene {
    @Autowired
    Promises promises;
    @Autowired
    Messages messages;
    @Autowired
    Timeline timeline;

    @Test
    void theFirstAnswerIsKeptWhenWhoTurnedToUsHasItAndNotWhenOthersDo() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.values()));
        var ticket = people.fault(mill, Severity.CRITICAL);
        reply(ticket, "We look at it.");
        accepted(ticket, "Ola");
        assertThat(acknowledgement(ticket)).isEqualTo(PromiseState.RUNNING);
        accepted(ticket, "Marek");
        assertThat(acknowledgement(ticket)).isEqualTo(PromiseState.KEPT);
    }

    @Test
    void whoMayAnswerForTheSolutionHearsOfItWithoutThatItCountsAsHeard() {
        people.agree(mill, Mill.answering(line(ContactLevel.EXECUTIVE, Occasion.values())));
        var ticket = people.fault(mill, Severity.CRITICAL);
        resolve(ticket);
        accepted(ticket, "Ola");
        assertThat(messages.of(ticket).getLast().heardAt()).isNull();
        accepted(ticket, "Marek");
        assertThat(messages.of(ticket).getLast().heardAt()).isNotNull();
    }

    @Test
    void anAnswerToWhoLeftOnlyATelephoneNumberStaysOnThePageAlthoughOthersAreWrittenTo() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.PROGRESS));
        var ticket = people.fault(mill, Severity.CRITICAL, "Jan", null);
        reply(ticket, "We look at it.");
        assertThat(messages.of(ticket).getLast().via()).isEqualTo(Via.PAGE);
        assertThat(people.letters(ticket, "Ola")).containsExactly("copied");
    }

    @Test
    void aCallThatAPlanAsksForKeepsNoPromiseAndStandsInTheHistory() {
        people.agree(mill, Mill.by(Way.PHONE, line(ContactLevel.EXECUTIVE, Occasion.RECEIVED)));
        var ticket = people.fault(mill, Severity.CRITICAL);
        tasks.done(owed(ticket).getFirst(), "She will be at the plant at noon.", casebook.person("account-manager"),
                clock.instant());
        assertThat(acknowledgement(ticket)).isEqualTo(PromiseState.RUNNING);
        assertThat(timeline.of(ticket)).filteredOn(entry -> entry.what() == What.PLAN_CALLED).singleElement()
                .satisfies(entry -> assertThat(entry.visibleToCustomer()).isFalse());
        assertThat(messages.of(ticket).getLast()).satisfies(said -> {
            assertThat(said.internal()).isTrue();
            assertThat(said.via()).isEqualTo(Via.CALL);
        });
    }

    private PromiseState acknowledgement(TicketId ticket) {
        return promises.of(ticket).stream().filter(one -> one.kind() == PromiseKind.ACKNOWLEDGEMENT).findFirst()
                .orElseThrow().state();
    }
}
