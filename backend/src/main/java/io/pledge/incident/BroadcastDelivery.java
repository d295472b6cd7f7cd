package io.pledge.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import io.pledge.organisation.PersonId;
import io.pledge.sla.Promising;
import io.pledge.sql.Sql;
import io.pledge.ticket.Actor;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Refused;
import io.pledge.ticket.TicketId;

/**
 * Carries letters to their cases, by the verbs that a person would use there. Each case is a transaction of its own, in which its row is done
 * with, too: so a kill at any moment leaves every case either written to or waiting, and no customer hears anything twice. What fails for
 * one case holds up no other.
 */
@Component
public class BroadcastDelivery {
    private static final Logger log = LoggerFactory.getLogger(BroadcastDelivery.class);
    private static final int BATCH = 50;
    private static final int ATTEMPTS = 5;
    private static final Duration AGAIN = Duration.ofSeconds(5);
    /** Why a case is none of those any more that a letter is for; everything else is a failure. */
    private static final Set<String> OVERTAKEN = Set.of("ended", "resolved", "left");

    private final JdbcClient jdbc;
    private final Conversation conversation;
    private final ClosedLoop loop;
    private final Promising promising;
    private final TransactionOperations transaction;

    BroadcastDelivery(JdbcClient jdbc, Conversation conversation, ClosedLoop loop, Promising promising,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.conversation = conversation;
        this.loop = loop;
        this.promising = promising;
        this.transaction = transaction;
    }

    /**
     * Carries the next letters.
     *
     * @return how many cases had their turn; call again while it is not zero
     */
    public int sweep(Instant now) {
        var due = due(now);
        due.forEach(one -> carry(one, now));
        return due.size();
    }

    private void carry(Row row, Instant now) {
        try {
            transaction.executeWithoutResult(_ -> {
                if (mine(row)) {
                    write(row, now);
                }
            });
        } catch (Refused refused) {
            settle(row, OVERTAKEN.contains(refused.reason()) ? Broadcast.Way.LEFT_OUT : Broadcast.Way.FAILED,
                    refused.reason());
        } catch (RuntimeException failed) {
            log.warn("A letter to all did not get into {} and is tried again", row.ticket.number(), failed);
            again(row, now);
        }
    }

    private void write(Row row, Instant now) {
        if (!row.bound) {
            throw new Refused("left");
        }
        if (row.kind == Letter.Kind.RESOLUTION) {
            loop.resolve(row.ticket, row.words.solved(), new Actor.Staff(row.by), now);
        } else {
            conversation.reply(row.ticket, row.words.text(), nextWord(row, now), List.of(), row.by, now);
        }
        done(row, Broadcast.Way.SENT, null);
    }

    /** By when this customer hears again: where their contract says sooner than the letter, that counts. */
    private @Nullable Instant nextWord(Row row, Instant now) {
        return Optional.ofNullable(row.nextWordAt)
                .filter(next -> !next.isAfter(promising.latestNextWord(row.ticket, now))).orElse(null);
    }

    private List<Row> due(Instant now) {
        return jdbc.sql("""
                select c.broadcast_id, c.ticket_id, b.kind, b.next_word_at, b.written_by, w.text, w.cause, w.remedy, w.prevention,
                       exists (select from incident_case ic where ic.incident_id = b.incident_id
                               and ic.ticket_id = c.ticket_id and ic.freed_at is null) as bound
                from broadcast_case c join broadcast b on b.id = c.broadcast_id
                join broadcast_words w on w.broadcast_id = b.id and w.language = c.language
                where c.attention_at <= :now order by c.attention_at, c.broadcast_id, c.ticket_id limit :limit
                """).param("now", Sql.at(now)).param("limit", BATCH).query((row, _) -> new Row(
                row.getLong("broadcast_id"), new TicketId(row.getLong("ticket_id")),
                Letter.Kind.valueOf(row.getString("kind")), Sql.optionalInstant(row, "next_word_at"),
                new PersonId(row.getLong("written_by")), BroadcastRecords.words(row.getString("text"),
                        row.getString("cause"), row.getString("remedy"), row.getString("prevention")),
                row.getBoolean("bound"))).list();
    }

    /** Whether nobody else has done it since, or is at it. */
    private boolean mine(Row row) {
        return jdbc.sql("""
                        select 1 from broadcast_case where broadcast_id = :broadcast and ticket_id = :ticket
                          and attention_at is not null for update skip locked
                        """).param("broadcast", row.broadcast).param("ticket", row.ticket.value())
                .query(Integer.class).optional().isPresent();
    }

    private void settle(Row row, Broadcast.Way way, String reason) {
        transaction.executeWithoutResult(_ -> {
            if (mine(row)) {
                done(row, way, reason);
            }
        });
    }

    private void done(Row row, Broadcast.Way way, @Nullable String reason) {
        jdbc.sql("""
                update broadcast_case set state = :state, reason = :reason, attention_at = null
                where broadcast_id = :broadcast and ticket_id = :ticket
                """).param("state", way.name()).param("reason", reason).param("broadcast", row.broadcast)
                .param("ticket", row.ticket.value()).update();
    }

    private void again(Row row, Instant now) {
        jdbc.sql("""
                update broadcast_case set attempts = attempts + 1,
                    state = case when attempts + 1 >= :most then 'FAILED' else state end,
                    reason = case when attempts + 1 >= :most then 'unexpected' end,
                    attention_at = case when attempts + 1 >= :most then null else cast(:next as timestamptz) end
                where broadcast_id = :broadcast and ticket_id = :ticket and attention_at is not null
                """).param("most", ATTEMPTS).param("next", Sql.at(now.plus(AGAIN))).param("broadcast", row.broadcast)
                .param("ticket", row.ticket.value()).update();
    }

    private record Row(long broadcast, TicketId ticket, Letter.Kind kind, @Nullable Instant nextWordAt, PersonId by,
            Words words, boolean bound) {}
}
