package io.pledge.notifier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import io.pledge.notifications.MessageState;
import io.pledge.notifications.Outbox;
import io.pledge.notifications.OutgoingMessage;
import io.pledge.notifications.Recipient;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** What a letter to a customer that comes back does, and what it does not. */
class BounceTests extends BounceScene {
    @Autowired
    private Promises promises;
    @Autowired
    private Outbox outbox;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aLaterBounceOpensATaskAndUnkeepsNothing() {
        var ticket = answered();
        var made = promises.of(ticket);
        assertThat(acknowledgement(ticket).state()).isEqualTo(PromiseState.KEPT);
        long written = ledger();
        comesBack("postfix", "reply");
        assertThat(tasks(ticket)).singleElement().satisfies(task -> {
            assertThat(task.open()).isTrue();
            assertThat(task.current().person()).isEqualTo(person("local-engineer"));
        });
        assertThat(promises.of(ticket)).isEqualTo(made);
        assertThat(ledger()).isEqualTo(written);
    }

    @Test
    void aRefusalAtOnceOpensTheSameTask() {
        var ticket = casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg",
                "marek@mill@example");
        deliver();
        assertThat(tasks(ticket)).singleElement()
                .satisfies(task -> assertThat(task.current().person()).isEqualTo(person("local-head")));
        assertThat(lost(ticket)).singleElement().satisfies(entry -> assertThat(entry.detail())
                .containsEntry("how", "REFUSED").containsEntry("failure", "NO_SUCH_ADDRESS"));
    }

    @Test
    void whileTheTaskIsOpenASecondBounceAsksNobodyAgain() {
        var ticket = answered();
        comesBack("postfix", "reply");
        comesBack("postfix", "acknowledgement");
        assertThat(tasks(ticket)).hasSize(1);
        assertThat(letters("unreachable")).isOne();
        assertThat(lost(ticket)).hasSize(2);
        confirmations.confirm(tasks(ticket).getFirst().id(), person("local-engineer"), clock.instant());
        reply(ticket);
        comesBack("postfix", "reply");
        assertThat(tasks(ticket)).hasSize(2);
        assertThat(letters("unreachable")).isEqualTo(2);
    }

    @Test
    void theTaskClimbsToTheHeadsAboveWhoAreToldWhatToDo() {
        var ticket = answered();
        comesBack("postfix", "reply");
        time.advance(Duration.ofHours(2));
        confirmations.sweep(clock.instant());
        assertThat(tasks(ticket).getFirst().current().person()).isEqualTo(person("local-head"));
        time.advance(Duration.ofHours(2));
        confirmations.sweep(clock.instant());
        assertThat(tasks(ticket).getFirst().current().person()).isEqualTo(person("region-head"));
        assertThat(letters("notReached")).isEqualTo(2);
        assertThat(jdbc.sql("select body from outbox_message where key like 'staff:notReached:%' order by id limit 1")
                .query(String.class).single()).contains("Lena Brandt should have reached them another way by");
    }

    @Test
    void theLetterToWhoeverHasTheCaseSaysWhatWhenAndWhy() {
        answered();
        comesBack("postfix", "reply");
        assertThat(jdbc.sql("select body from outbox_message where key like 'staff:unreachable:%'").query(String.class)
                .single()).contains("to Marek did not arrive: the address does not exist", "reach them another way by",
                        "550 5.1.1 <" + MAREK + ">");
    }

    @Test
    void aCallWithTheCustomerSettlesTheTask() {
        var ticket = answered();
        comesBack("postfix", "reply");
        var before = clock.instant().minus(Duration.ofMinutes(1));
        call(ticket, before);
        assertThat(tasks(ticket).getFirst().open()).isTrue();
        time.advance(Duration.ofMinutes(5));
        call(ticket, clock.instant());
        assertThat(tasks(ticket).getFirst().confirmedBy()).isEqualTo(person("local-engineer"));
        // who must know of the case still owes that
        assertThat(confirmations.openFor(person("local-head"))).hasSize(1);
    }

    @Test
    void neitherANoteNorALaterLetterSettlesTheTask() {
        var ticket = answered();
        comesBack("postfix", "reply");
        time.advance(Duration.ofMinutes(5));
        conversation.note(ticket, "Ask him.", casebook.person("local-engineer"), clock.instant());
        reply(ticket);
        assertThat(tasks(ticket).getFirst().open()).isTrue();
    }

    @Test
    void theHistoryTellsItInTheSameTransactionAndNamesNobody() {
        var ticket = answered();
        comesBack("postfix", "reply");
        assertThat(lost(ticket)).singleElement().satisfies(entry -> {
            assertThat(entry.visibleToCustomer()).isFalse();
            assertThat(entry.message()).isNotNull();
            assertThat(entry.at().recordedAt()).isEqualTo(clock.instant());
            assertThat(entry.detail()).containsEntry("how", "BOUNCED").containsEntry("failure", "NO_SUCH_ADDRESS");
            assertThat(entry.detail().toString()).doesNotContain("mill.example", "Marek");
        });
        assertThat(outbox.forReference("message:" + lost(ticket).getFirst().message())).singleElement()
                .satisfies(message -> {
                    assertThat(message.state()).isEqualTo(MessageState.BOUNCED);
                    assertThat(message.acceptedAt()).isNotNull().isBefore(message.bouncedAt());
                });
    }

    @Test
    void aLetterToStaffThatComesBackIsNobodysTask() {
        var ticket = open();
        deliver();
        mails.come("postfix", sent("newCase"), "jonas.peters@norlund.example");
        read();
        assertThat(tasks(ticket)).isEmpty();
        assertThat(lost(ticket)).isEmpty();
        assertThat(outbox.bounced(10)).singleElement()
                .satisfies(message -> assertThat(message.recipientId()).isEqualTo(person("local-head")));
    }

    @Test
    void ofADigestEveryLetterComesBack() {
        var tickets = List.of(open(), open());
        deliver();
        transaction.executeWithoutResult(_ -> outbox.queue(tickets.stream().map(this::missed).toList()));
        deliver();
        deliver();
        mails.come("postfix", jdbc.sql("""
                select message_id from outbox_message where key like 'customer:missed:%' and sent_with is null
                """).query(String.class).single(), MAREK);
        read();
        assertThat(tickets).allSatisfy(ticket -> {
            assertThat(tasks(ticket)).hasSize(1);
            assertThat(lost(ticket)).hasSize(1);
        });
        assertThat(outbox.bounced(10)).hasSize(2);
    }

    private OutgoingMessage missed(TicketId ticket) {
        return OutgoingMessage
                .automatic("customer:missed:" + ticket.value(), "ticket:" + ticket.value(),
                        Recipient.byMail("Marek", MAREK, "participant:1", Locale.ENGLISH), "Late", "Sorry")
                .digestedAs("missed");
    }

    private void call(TicketId ticket, Instant at) {
        conversation.logCall(ticket, "Talked it over.", null, casebook.person("local-engineer"), at);
    }

    private long letters(String letter) {
        return jdbc.sql("select count(*) from outbox_message where key like :key")
                .param("key", "staff:" + letter + ":%").query(Long.class).single();
    }

    private long ledger() {
        return jdbc.sql("select (select count(*) from ledger_event) + (select count(*) from ledger_entry)")
                .query(Long.class).single();
    }

    private Promise acknowledgement(TicketId ticket) {
        return promises.of(ticket).stream().filter(promise -> promise.kind() == PromiseKind.ACKNOWLEDGEMENT)
                .findFirst().orElseThrow();
    }
}
