package io.pledge.demo;

import java.time.Instant;
import java.util.Optional;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;

/** When the next of all deadlines is, so that a moved clock stops where something happens. */
@Component
@Profile("demo")
class Deadlines {
    private final JdbcClient jdbc;

    Deadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The first deadline at or after a moment. What was due before it and is still there waits for something else, such as a mail
     * server, and is left out.
     */
    Optional<Deadline> from(Instant moment) {
        return jdbc.sql("""
                select job, due from (
                    (select 'promises' as job, attention_at as due from promise
                     where attention_at >= :moment order by attention_at limit 1)
                    union all
                    (select 'escalations', take_by from escalation
                     where take_by >= :moment and taken_at is null and climbed_at is null order by take_by limit 1)
                    union all
                    (select 'help', due_at from help_request
                     where due_at >= :moment and ended_at is null and late_at is null order by due_at limit 1)
                    union all
                    (select 'broadcasts', attention_at from broadcast_case
                     where attention_at >= :moment order by attention_at limit 1)
                    union all
                    (select 'silence', attention_at from resolution
                     where attention_at >= :moment and outcome is null order by attention_at limit 1)
                    union all
                    (select 'confirmations', chase_at
                     from confirmation_ask a join confirmation c on c.id = a.confirmation_id
                     where chase_at >= :moment and chased_at is null and c.confirmed_at is null order by chase_at limit 1)
                    union all
                    (select 'visits', remind_at from visit
                     where remind_at >= :moment order by remind_at limit 1)
                    union all
                    (select 'steps', attention_at from case_step
                     where attention_at >= :moment order by attention_at limit 1)
                    union all
                    (select 'routine', (o.next_on - o.lead_days)::timestamp at time zone s.zone as due
                     from service_owed o join site s on s.id = o.site_id
                     where o.retired_at is null and (o.next_on - o.lead_days)::timestamp at time zone s.zone >= :moment
                     order by due limit 1)
                    union all
                    (select 'surveys', due_at from survey
                     where due_at >= :moment and sent_at is null and dropped is null order by due_at limit 1)
                    union all
                    (select 'messages', next_attempt_at from outbox_message
                     where next_attempt_at >= :moment and state = 'QUEUED' and sent_with is null
                     order by next_attempt_at limit 1)) deadlines
                order by due limit 1
                """).param("moment", Sql.at(moment))
                .query((row, _) -> new Deadline(row.getString("job"), Sql.instant(row, "due"))).optional();
    }

    /**
     * A deadline.
     *
     * @param job the recurring job that looks after it
     */
    record Deadline(String job, Instant at) {}
}
