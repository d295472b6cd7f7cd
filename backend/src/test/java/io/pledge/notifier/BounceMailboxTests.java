package io.pledge.notifier;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is read of the mailbox to which mails come back: the shapes in which servers write, and mails that are something else. */
class BounceMailboxTests extends BounceScene {
    @ParameterizedTest
    @CsvSource({"postfix, NO_SUCH_ADDRESS", "postfix-given-up, NOT_IN_TIME", "postfix-alias, NO_SUCH_ADDRESS",
            "office365, NO_SUCH_ADDRESS", "gmail, REFUSED", "exim, OTHER", "exim-old, NO_SUCH_ADDRESS",
            "headers-only, MAILBOX_FULL", "without-action, NO_SUCH_ADDRESS", "passed-on, PASSED_ON"})
    void theReportsOfManyServersAreUnderstood(String shape, String failure) throws Exception {
        var ticket = answered();
        comesBack(shape, "reply");
        assertThat(lost(ticket)).singleElement()
                .satisfies(entry -> assertThat(entry.detail()).containsEntry("failure", failure));
        assertThat(tasks(ticket)).hasSize(1);
        assertThat(mails.seen()).containsExactly(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix-delayed", "out-of-office", "read-receipt", "expanded", "broken", "without-report",
            "without-returned"})
    void whatIsNoFailureForGoodIsLeftToPeople(String shape) throws Exception {
        var ticket = answered();
        comesBack(shape, "reply");
        assertThat(lost(ticket)).isEmpty();
        assertThat(tasks(ticket)).isEmpty();
        assertThat(mails.seen()).containsExactly(false);
    }

    @Test
    void aMailThatIsNoReportHoldsUpNothingAfterIt() throws Exception {
        var ticket = answered();
        mails.come("broken", sent("reply"), MAREK);
        mails.come("out-of-office", sent("reply"), MAREK);
        comesBack("postfix", "reply");
        assertThat(tasks(ticket)).hasSize(1);
        assertThat(mails.seen()).containsExactly(false, false, true);
    }

    @Test
    void theBounceOfWhatWasNeverSentDoesNothing() throws Exception {
        var ticket = answered();
        mails.come("postfix", "<forged@norlund.example>", MAREK);
        read();
        assertThat(tasks(ticket)).isEmpty();
        assertThat(count("outbox_message where bounced_at is not null")).isZero();
        assertThat(mails.seen()).containsExactly(false);
    }

    @Test
    void aHugeMailIsUnderstoodByItsHead() {
        var ticket = answered();
        mails.come("postfix", sent("reply"), MAREK, "And so on and on. ".repeat(400_000));
        read();
        assertThat(tasks(ticket)).hasSize(1);
    }

    @Test
    void whoeverLooksIntoTheMailboxHidesNothing() throws Exception {
        var ticket = answered();
        mails.come("postfix", sent("reply"), MAREK);
        mails.peek();
        read();
        assertThat(tasks(ticket)).hasSize(1);
    }

    @Test
    void aBounceThatIsReadTwiceCountsOnce() {
        var ticket = answered();
        comesBack("postfix", "reply");
        confirmations.confirm(tasks(ticket).getFirst().id(), person("local-engineer"), clock.instant());
        // as after a crash between recording it and remembering how far the mailbox was read
        jdbc.sql("delete from bounce_mailbox").update();
        read();
        comesBack("office365", "reply");
        assertThat(tasks(ticket)).hasSize(1);
        assertThat(lost(ticket)).hasSize(1);
    }

    @Test
    void whatWasReadIsNotReadAgain() {
        answered();
        comesBack("out-of-office", "reply");
        assertThat(bounces.sweep(clock.instant())).isZero();
        mails.come("out-of-office", sent("reply"), MAREK);
        assertThat(bounces.sweep(clock.instant())).isOne();
    }

    @Test
    void manyMailsAreReadInBatches() {
        var ticket = answered();
        IntStream.range(0, 120).forEach(i -> mails.come("out-of-office", sent("reply"), MAREK));
        mails.come("postfix", sent("reply"), MAREK);
        assertThat(bounces.sweep(clock.instant())).isEqualTo(100);
        assertThat(tasks(ticket)).isEmpty();
        assertThat(bounces.sweep(clock.instant())).isEqualTo(21);
        assertThat(tasks(ticket)).hasSize(1);
        assertThat(bounces.sweep(clock.instant())).isZero();
    }

    @Test
    void twoNodesThatReadAtOnceRecordEachBounceOnce() throws Exception {
        var tickets = IntStream.range(0, 12).mapToObj(i -> answered()).toList();
        jdbc.sql("select message_id from outbox_message where key like 'customer:reply:%'").query(String.class).list()
                .forEach(id -> mails.come("postfix", id, MAREK));
        Callable<Integer> node = () -> bounces.sweep(clock.instant());
        try (var nodes = Executors.newFixedThreadPool(3)) {
            for (var sweep : nodes.invokeAll(List.of(node, node, node))) {
                sweep.get();
            }
        }
        assertThat(tickets).allSatisfy(ticket -> {
            assertThat(lost(ticket)).hasSize(1);
            assertThat(tasks(ticket)).hasSize(1);
        });
        assertThat(count("outbox_message where key like 'staff:unreachable:%'")).isEqualTo(12);
    }

    @Test
    void aBounceThatCannotBeRecordedIsReadAgainAndHoldsUpNoOther() {
        var tickets = List.of(answered(), answered());
        var ids = new ArrayList<>(jdbc
                .sql("select message_id from outbox_message where key like 'customer:reply:%' order by id")
                .query(String.class).list());
        ids.forEach(id -> mails.come("postfix", id, MAREK));
        jdbc.sql("alter table outbox_message add constraint test_disk_full check (bounced_at is null or message_id <> '"
                + ids.getFirst() + "')").update();
        try {
            assertThatThrownBy(this::read).hasMessageContaining("test_disk_full");
        } finally {
            jdbc.sql("alter table outbox_message drop constraint test_disk_full").update();
        }
        assertThat(tasks(tickets.getFirst())).isEmpty();
        assertThat(lost(tickets.getFirst())).isEmpty();
        assertThat(tasks(tickets.getLast())).hasSize(1);
        read();
        assertThat(tasks(tickets.getFirst())).hasSize(1);
        assertThat(lost(tickets.getLast())).hasSize(1);
    }

    @Test
    void aMailboxThatIsDownIsSaidAndReadLater() {
        var ticket = answered();
        mails.stop();
        assertThatThrownBy(() -> bounces.sweep(clock.instant())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bounces@norlund.example@127.0.0.1/INBOX cannot be read");
        mails.start();
        comesBack("postfix", "reply");
        assertThat(tasks(ticket)).hasSize(1);
    }

    @Test
    void lettersGoOutUnderTheAddressToWhichTheyComeBack() throws Exception {
        var senders = new ArrayList<String>();
        mails.server().getUserManager().setMessageDeliveryHandler((message, address) -> {
            senders.add(message.getReturnPath().getEmail());
            return mails.server().getUserManager().getUserByEmail(ReturnedMails.ADDRESS);
        });
        open();
        deliver();
        assertThat(senders).isNotEmpty().containsOnly(ReturnedMails.ADDRESS);
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
