package io.pledge.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the table of messages for pages. */
class OutboxReadings {
    private static final String STATUS = """
                                         select id, key, reference, recipient_id, recipient_name, kind, subject, attempts, queued_at,
                                             case when state = 'ACCEPTED' and bounced_at is not null then 'BOUNCED' else state end as state,
                                             case when state in ('QUEUED', 'SENDING') then next_attempt_at end as next_attempt_at, accepted_at,
                                             bounced_at, last_error
                                         from outbox_message
                                         """;

    private final JdbcClient jdbc;

    OutboxReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DeliveryStatus> about(Collection<String> references) {
        return jdbc.sql(STATUS + "where reference = any(:references) order by id")
                .param("references", references.toArray(String[]::new)).query(OutboxReadings::status).list();
    }

    List<DeliveryStatus> under(Collection<String> keys) {
        return jdbc.sql(STATUS + "where key = any(:keys) order by id").param("keys", keys.toArray(String[]::new))
                .query(OutboxReadings::status).list();
    }

    List<DeliveryStatus> bounced(int limit) {
        return jdbc.sql(STATUS + "where bounced_at is not null order by bounced_at desc, id desc limit :limit")
                .param("limit", limit).query(OutboxReadings::status).list();
    }

    List<DeliveryStatus> recent(int limit) {
        return jdbc.sql(STATUS + "order by id desc limit :limit").param("limit", limit).query(OutboxReadings::status)
                .list();
    }

    Waiting waiting(String[] carried) {
        return jdbc.sql("""
                        select count(*) as messages, count(*) filter (where kind <> all(:carried)) as without_channel,
                            min(queued_at) as since
                        from outbox_message
                        where state in ('QUEUED', 'SENDING')
                        """).param("carried", carried).query((row, _) -> new Waiting(row.getLong("messages"),
                row.getLong("without_channel"), Columns.optionalInstant(row, "since"))).single();
    }

    private static DeliveryStatus status(ResultSet row, int number) throws SQLException {
        return new DeliveryStatus(row.getLong("id"), row.getString("key"), row.getString("reference"),
                row.getString("recipient_id"), row.getString("recipient_name"),
                ChannelKind.valueOf(row.getString("kind")), row.getString("subject"),
                MessageState.valueOf(row.getString("state")), row.getInt("attempts"),
                Columns.instant(row, "queued_at"), Columns.optionalInstant(row, "next_attempt_at"),
                Columns.optionalInstant(row, "accepted_at"), Columns.optionalInstant(row, "bounced_at"),
                row.getString("last_error"));
    }
}
