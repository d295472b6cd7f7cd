package io.pledge.notifier;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.pledge.communication.Occasion;
import io.pledge.communication.Way;
import io.pledge.customer.ContactLevel;
import io.pledge.notifications.Confirmation;
import io.pledge.testing.Mill;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;

import static io.pledge.testing.Mill.line;
import static org.assertj.core.api.Assertions.assertThat;

/** Who must confirm what they were written, and who is to be called: asked, chased, and climbing. */
class PlanTasksTests extends PlanScene {
    @Test
    void whoMustConfirmIsToldByWhenAndIsTheFirstToBeAsked() {
        people.agree(mill, Mill.confirming(line(ContactLevel.EXECUTIVE, Occasion.RECEIVED)));
        var ticket = people.fault(mill, Severity.CRITICAL);
        assertThat(people.last(ticket, "Ola").body())
                .contains("Please confirm by 11:00 on Thursday 19 November, Warsaw time that you have read this");
        assertThat(owed(ticket)).singleElement().satisfies(one -> {
            assertThat(one.open()).isTrue();
            assertThat(one.current().person()).isEqualTo("participant:" + reader(ticket, "Ola"));
        });
    }

    @Test
    void whoNeedNotConfirmIsNotAskedTo() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.RECEIVED));
        var ticket = people.fault(mill, Severity.CRITICAL);
        assertThat(owed(ticket)).isEmpty();
        assertThat(people.last(ticket, "Ola").body()).doesNotContain("Please confirm");
    }

    @Test
    void whoConfirmsInTimeIsNotChased() {
        people.agree(mill, Mill.confirming(line(ContactLevel.EXECUTIVE, Occasion.RECEIVED)));
        var ticket = people.fault(mill, Severity.CRITICAL);
        tasks.haveRead(ticket, reader(ticket, "Ola"), clock.instant());
        tasks.haveRead(ticket, reader(ticket, "Ola"), clock.instant());
        pass(Duration.ofDays(3));
        assertThat(owed(ticket)).singleElement().extracting(Confirmation::confirmedBy)
                .isEqualTo("participant:" + reader(ticket, "Ola"));
        assertThat(staff(ticket, "notRead")).isEmpty();
    }

    @Test
    void whoStaysSilentMakesATaskForTheAccountManagerThatClimbs() {
        people.agree(mill, Mill.confirming(line(ContactLevel.EXECUTIVE, Occasion.RECEIVED)));
        var ticket = people.fault(mill, Severity.CRITICAL);
        pass(Duration.ofHours(4).minusSeconds(1));
        assertThat(staff(ticket, "notRead")).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(staff(ticket, "notRead")).containsExactly(person("account-manager"));
        assertThat(confirmations.openFor(person("account-manager"))).extracting(Confirmation::key)
                .anyMatch(PlanTasks::isOne);
        pass(Duration.ofHours(4));
        assertThat(staff(ticket, "notRead")).containsExactly(person("account-manager"), person("local-head"));
        assertThat(staff(ticket, "notConfirmed")).doesNotContain("participant:" + reader(ticket, "Ola"));
    }

    @Test
    void whoConfirmsLateStillSettlesIt() {
        people.agree(mill, Mill.confirming(line(ContactLevel.EXECUTIVE, Occasion.RECEIVED)));
        var ticket = people.fault(mill, Severity.CRITICAL);
        pass(Duration.ofHours(5));
        tasks.haveRead(ticket, reader(ticket, "Ola"), clock.instant());
        pass(Duration.ofDays(3));
        assertThat(staff(ticket, "notRead")).hasSize(1);
    }

    @Test
    void whileOneIsOwedAFurtherLetterAsksForNoSecond() {
        people.agree(mill, Mill.confirming(line(ContactLevel.EXECUTIVE, Occasion.PROGRESS)));
        var ticket = people.fault(mill, Severity.CRITICAL);
        reply(ticket, "We look at it.");
        reply(ticket, "We still do.");
        assertThat(owed(ticket)).hasSize(1);
        tasks.haveRead(ticket, reader(ticket, "Ola"), clock.instant());
        reply(ticket, "We found it.");
        assertThat(owed(ticket)).hasSize(2);
    }

    @Test
    void whoTurnedToUsConfirmsTooWhereThePlanSaysSo() {
        people.agree(mill, Mill.confirming(line(ContactLevel.OPERATIONS_ENGINEER, Occasion.PROGRESS)));
        var ticket = people.fault(mill, Severity.CRITICAL);
        reply(ticket, "We look at it.");
        assertThat(people.last(ticket, "Marek").body()).contains("Please confirm by");
        assertThat(tasks.toRead(ticket, reader(ticket, "Marek"))).hasSize(1);
    }

    @Test
    void whoHearsByTelephoneIsCalledByTheAccountManagerElseByTheNextAbove() {
        people.agree(mill, Mill.by(Way.PHONE, line(ContactLevel.EXECUTIVE, Occasion.RECEIVED)));
        var ticket = people.fault(mill, Severity.CRITICAL);
        assertThat(people.letters(ticket, "Ola")).isEmpty();
        assertThat(staff(ticket, "planCall")).containsExactly(person("account-manager"));
        pass(Duration.ofHours(4));
        assertThat(staff(ticket, "planCall")).containsExactly(person("account-manager"), person("local-head"));
    }

    @Test
    void whoHasNoAddressIsCalledInstead() {
        people.agree(mill, line(ContactLevel.OTHER, Occasion.RECEIVED));
        var ticket = people.fault(mill, Severity.CRITICAL);
        assertThat(jdbc.sql("select body from outbox_message where key like 'staff:planCall:%'").query(String.class)
                .single()).contains("Jan is called when the case has come in", "+48 600 100 004");
    }

    @Test
    void whileSomebodyIsToCallAFurtherOccasionAsksForNoSecondCall() {
        people.agree(mill, Mill.by(Way.PHONE, line(ContactLevel.EXECUTIVE, Occasion.RECEIVED, Occasion.PROGRESS)));
        var ticket = people.fault(mill, Severity.CRITICAL);
        reply(ticket, "We look at it.");
        assertThat(owed(ticket)).hasSize(1);
    }

    @Test
    void aLoggedCallWithWhoTurnedToUsIsTheCallThatThePlanAsksFor() {
        people.agree(mill, Mill.by(Way.PHONE, line(ContactLevel.OPERATIONS_ENGINEER, Occasion.RECEIVED)),
                Mill.by(Way.PHONE, line(ContactLevel.EXECUTIVE, Occasion.RECEIVED)));
        var ticket = people.fault(mill, Severity.CRITICAL);
        conversation.logCall(ticket, "Talked it over.", null, casebook.person("local-engineer"), clock.instant());
        assertThat(owed(ticket)).filteredOn(Confirmation::open).singleElement()
                .satisfies(one -> assertThat(PlanTasks.person(one.key())).isEqualTo(reader(ticket, "Ola")));
    }

    @Test
    void whatWasAskedOfPeopleOfTheWrongCustomerIsOver() {
        people.agree(mill, Mill.confirming(line(ContactLevel.EXECUTIVE, Occasion.RECEIVED)));
        var ticket = people.fault(mill, Severity.CRITICAL);
        triage.attach(ticket, people.open("other", "other.example"), casebook.actor("local-engineer"),
                clock.instant());
        assertThat(owed(ticket)).isNotEmpty().noneMatch(Confirmation::open);
    }

    private long reader(TicketId ticket, String name) {
        return jdbc.sql("select id from participant where ticket_id = ? and name = ?")
                .params(ticket.value(), name).query(Long.class).single();
    }
}
