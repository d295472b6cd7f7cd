package io.pledge.notifier;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.communication.Occasion;
import io.pledge.customer.ContactLevel;
import io.pledge.notifications.Confirmation;
import io.pledge.notifications.DeliveryFailure;
import io.pledge.notifications.MessageRefused;
import io.pledge.testing.Mill;
import io.pledge.ticket.Merging;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Splitting;
import io.pledge.ticket.TicketKind;

import static io.pledge.testing.Mill.line;
import static org.assertj.core.api.Assertions.assertThat;

/** Who reads along when cases become one or two, and when a letter to them is lost. */
class PlanMergeTests extends PlanScene {
    @Autowired
    Merging merging;
    @Autowired
    Splitting splitting;
    @Autowired
    Participants participants;
    @Autowired
    PrivateLinks links;
    @Autowired
    Messages messages;

    @Test
    void theLinkOfWhoReadsAlongOpensTheCaseInWhichItGoesOnAndTheyStillOnlyRead() {
        people.agree(mill, Mill.confirming(line(ContactLevel.EXECUTIVE, Occasion.RECEIVED)));
        var first = people.fault(mill, Severity.CRITICAL);
        var second = people.fault(mill, Severity.CRITICAL);
        var token = people.last(first, "Ola").page().substring("/c/".length());
        merging.merge(first, second, casebook.actor("local-engineer"), clock.instant());
        var opened = links.open(token).orElseThrow();
        assertThat(opened.ticket()).isEqualTo(second);
        assertThat(participants.find(List.of(opened.participant())).get(opened.participant()).byPlan()).isTrue();
        assertThat(participants.of(second)).extracting(Participant::name).containsExactly("Marek");
        assertThat(owed(first)).as("what was asked of the case that ended").noneMatch(Confirmation::open);
        assertThat(owed(second)).anyMatch(Confirmation::open);
    }

    @Test
    void whoTurnedToUsInOneAndReadAlongInTheOtherHasTurnedToUsInBoth() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.RECEIVED, Occasion.PROGRESS));
        var first = people.fault(mill, Severity.CRITICAL, "Ola", Mill.OLA);
        var second = people.fault(mill, Severity.CRITICAL);
        merging.merge(first, second, casebook.actor("local-engineer"), clock.instant());
        assertThat(participants.of(second)).extracting(Participant::name).containsExactly("Marek", "Ola");
        reply(second, "We look at both.");
        assertThat(jdbc.sql("""
                select count(*) from outbox_message where recipient_id in (
                    select 'participant:' || id from participant where ticket_id = ? and name = 'Ola')
                  and (key like 'customer:reply:%' or key like 'customer:copied:%')
                """).param(second.value()).query(Integer.class).single()).isOne();
    }

    @Test
    void aPartThatIsSplitOffIsToldAsThePlanSaysAndNobodyTurnsToUsByIt() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.RECEIVED));
        var whole = people.fault(mill, Severity.CRITICAL);
        var part = splitting.split(whole, new Splitting.Part("part", messages.of(whole).getFirst().id(),
                "The door is stuck too.", TicketKind.FAULT, Severity.MINOR), casebook.actor("local-engineer"));
        assertThat(participants.of(part)).extracting(Participant::name).containsExactly("Marek");
        assertThat(people.letters(part, "Ola")).containsExactly("standing");
    }

    @Test
    void aLetterThatDoesNotReachWhoReadsAlongIsATaskAndTakesNothingFromThePromise() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.RECEIVED));
        var ticket = people.fault(mill, Severity.CRITICAL);
        jdbc.sql("select key, reference, recipient_id from outbox_message where key like 'customer:standing:%'")
                .query((row, _) -> new MessageRefused(row.getString(2), row.getString(1), row.getString(3),
                        DeliveryFailure.NO_SUCH_ADDRESS, "550 5.1.1", clock.instant()))
                .list().forEach(events::publishEvent);
        assertThat(confirmations.forReference("ticket:" + ticket.value()))
                .filteredOn(one -> UnreachedCustomers.isOne(one.key())).singleElement().matches(Confirmation::open);
        assertThat(jdbc.sql("select body from outbox_message where key like 'staff:unreachable:%'")
                .query(String.class).list()).isNotEmpty().allMatch(body -> body.contains("Ola"));
    }
}
