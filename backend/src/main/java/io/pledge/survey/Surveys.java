package io.pledge.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.sql.Sql;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.TicketId;

/** The surveys: one a case, sent some time after it closed. */
@Component
public class Surveys {
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final Participants participants;
    private final SurveyRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Surveys(JdbcClient jdbc, Participants participants, SurveyRules rules, ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.participants = participants;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /** The survey of a case, sent or not; empty while the case never closed. */
    public Optional<Survey> of(TicketId ticket) {
        return jdbc.sql("select * from survey where ticket_id = :ticket").param("ticket", ticket.value())
                .query(Surveys::survey).optional();
    }

    /** The survey behind an address; empty for a token that was never given out or has expired. */
    public Optional<Survey> open(String token) {
        return SurveyToken.read(token).flatMap(known -> jdbc
                .sql("select * from survey where token_hash = :hash and expires_at > :now")
                .param("hash", known.hash()).param("now", Sql.at(clock.instant())).query(Surveys::survey)
                .optional());
    }

    /**
     * Sends one batch of what is due.
     *
     * @return how many were due; call again while it is not zero
     */
    @Transactional
    public int sweep(Instant now) {
        var due = jdbc
                .sql("""
                     select * from survey where due_at <= :now and sent_at is null and dropped is null
                     order by due_at, id limit :limit for update skip locked
                     """)
                .param("now", Sql.at(now)).param("limit", BATCH).query(Surveys::survey).list();
        due.forEach(survey -> ask(survey, now));
        return due.size();
    }

    /** A case closed: the customer is asked later, unless they were before. */
    void fallDue(TicketId ticket, Instant closedAt) {
        jdbc.sql(
                """
                insert into survey (ticket_id, participant_id, closed_at, due_at) values (:ticket, :participant, :closed, :due)
                on conflict (ticket_id) do update set closed_at = excluded.closed_at, due_at = excluded.due_at, dropped = null
                where survey.sent_at is null
                """)
                .param("ticket", ticket.value()).param("participant", participants.submitter(ticket).id())
                .param("closed", Sql.at(closedAt)).param("due", Sql.at(closedAt.plus(rules.delay()))).update();
    }

    /** The case is open again: who still waits for an answer is not asked how it went. */
    void takeBack(TicketId ticket) {
        jdbc.sql("update survey set dropped = 'REOPENED' where ticket_id = :ticket and sent_at is null")
                .param("ticket", ticket.value()).update();
    }

    private void ask(Survey survey, Instant now) {
        var person = participants.of(survey.ticket()).stream().filter(p -> p.id() == survey.participant()).findFirst()
                .orElseThrow();
        if (person.email() == null || person.email().isBlank()) {
            drop(survey, Survey.Dropped.NO_ADDRESS);
        } else if (askedLately(person, now)) {
            drop(survey, Survey.Dropped.ASKED_LATELY);
        } else {
            send(survey, now);
        }
    }

    private void send(Survey survey, Instant now) {
        var token = SurveyToken.random();
        var expiresAt = now.plus(rules.answerWithin());
        jdbc.sql("update survey set sent_at = :now, expires_at = :expires, token_hash = :hash where id = :id")
                .param("now", Sql.at(now)).param("expires", Sql.at(expiresAt)).param("hash", token.hash())
                .param("id", survey.id()).update();
        events.publishEvent(new SurveySent(survey.id(), survey.ticket(), survey.participant(), token.value(), now,
                expiresAt));
    }

    private void drop(Survey survey, Survey.Dropped why) {
        jdbc.sql("update survey set dropped = :why where id = :id").param("why", why.name()).param("id", survey.id())
                .update();
    }

    /** The same person is the same contact, or writes from the same address. */
    private boolean askedLately(Participant person, Instant now) {
        return jdbc
                .sql("""
                     select exists (select from survey s join participant p on p.id = s.participant_id
                                    join participant me on me.id = :me
                                    where s.sent_at > :since
                                      and (lower(p.email) = lower(me.email) or p.contact_id = me.contact_id))
                     """)
                .param("me", person.id()).param("since", Sql.at(now.minus(rules.notAgainWithin())))
                .query(Boolean.class).single();
    }

    List<Survey> lock(long id) {
        return jdbc.sql("select * from survey where id = :id and sent_at is not null for update").param("id", id)
                .query(Surveys::survey).list();
    }

    private static Survey survey(ResultSet row, int index) throws SQLException {
        var dropped = row.getString("dropped");
        return new Survey(row.getLong("id"), new TicketId(row.getLong("ticket_id")), row.getLong("participant_id"),
                Sql.instant(row, "due_at"), Sql.optionalInstant(row, "sent_at"),
                Sql.optionalInstant(row, "expires_at"), dropped == null ? null : Survey.Dropped.valueOf(dropped));
    }
}
