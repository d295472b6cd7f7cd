package io.pledge.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Scope;
import io.pledge.sql.Sql;
import io.pledge.ticket.Cases;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.TicketEvent;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/** The cases on which quality rules: every complaint once it closed, and what somebody sent there. */
@Component
public class Reviews {
    private static final String REVIEW = "select r.*, t.title from review r join ticket t on t.id = r.ticket_id ";

    private final JdbcClient jdbc;
    private final Cases cases;
    private final QualityRules rules;

    Reviews(JdbcClient jdbc, Cases cases, QualityRules rules) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.rules = rules;
    }

    /** What waits for its first ruling, the most urgent first; at most {@code limit}. */
    public List<Review> waiting(Scope scope, int limit) {
        return jdbc.sql(REVIEW + "where not r.ruled and " + scope.condition("t")
                + " order by r.due_at, r.ticket_id limit :limit").params(scope.parameters()).param("limit", limit)
                .query(Reviews::review).list();
    }

    /** The review of a case, if it came before quality. */
    public Optional<Review> of(TicketId ticket) {
        return jdbc.sql(REVIEW + "where r.ticket_id = :ticket").param("ticket", ticket.value())
                .query(Reviews::review).optional();
    }

    /** Sends a case before quality. Sent twice, it stays where it is. */
    @Transactional
    public void send(TicketId ticket, Review.Reason reason, PersonId by, Instant at) {
        cases.require(ticket);
        open(ticket, reason, by, at);
    }

    @EventListener
    void on(TicketEvent.Confirmed event) {
        closed(event);
    }

    @EventListener
    void on(TicketEvent.ClosedUnconfirmed event) {
        closed(event);
    }

    void ruled(TicketId ticket) {
        jdbc.sql("update review set ruled = true where ticket_id = :ticket").param("ticket", ticket.value()).update();
    }

    /** Makes others wait who rule on the same case. */
    boolean lock(TicketId ticket) {
        return jdbc.sql("select 1 from review where ticket_id = :ticket for update").param("ticket", ticket.value())
                .query(Integer.class).optional().isPresent();
    }

    private void closed(TicketEvent event) {
        var ticket = cases.require(event.ticket());
        if (ticket.kind() == TicketKind.COMPLAINT && ticket.channel() != IntakeChannel.REPLAY) {
            open(event.ticket(), Review.Reason.COMPLAINT, null, event.at().occurredAt());
        }
    }

    private void open(TicketId ticket, Review.Reason reason, @Nullable PersonId by, Instant at) {
        jdbc.sql("""
                 insert into review (ticket_id, reason, opened_at, due_at, sent_by)
                 values (:ticket, :reason, :at, :due, :by) on conflict do nothing
                 """).param("ticket", ticket.value()).param("reason", reason.name()).param("at", Sql.at(at))
                .param("due", Sql.at(at.plus(rules.ruleWithin()))).param("by", by == null ? null : by.value())
                .update();
    }

    private static Review review(ResultSet row, int index) throws SQLException {
        return new Review(new TicketId(row.getLong("ticket_id")), row.getString("title"),
                Review.Reason.valueOf(row.getString("reason")), Sql.instant(row, "opened_at"),
                Sql.instant(row, "due_at"), row.getBoolean("ruled"));
    }
}
