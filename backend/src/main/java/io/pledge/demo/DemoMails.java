package io.pledge.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.notifications.Acceptance;
import io.pledge.notifications.Channel;
import io.pledge.notifications.ChannelKind;
import io.pledge.notifications.QueuedMessage;
import io.pledge.sql.Sql;

/** The mails of a demonstration that has no mail server: kept in the database, read on a page. */
@Component
@Profile("demo")
class DemoMails {
    /** No address ends like this (RFC 2606, section 2). */
    private static final String NOWHERE = ".invalid";

    private final JdbcClient jdbc;
    private final Clock clock;

    DemoMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the place of the mail server where none is configured; like one, it refuses addresses that cannot be. */
    @Bean
    @ConditionalOnProperty(name = "spring.mail.host", havingValue = "false", matchIfMissing = true)
    static Channel demoMailChannel(DemoMails mails) {
        return new Channel() {
            @Override
            public ChannelKind kind() {
                return ChannelKind.MAIL;
            }

            @Override
            public Acceptance deliver(QueuedMessage message) {
                if (message.recipient().address().endsWith(NOWHERE)) {
                    return new Acceptance.Refused("550 5.1.2 There is no such domain");
                }
                mails.take(message);
                return new Acceptance.Accepted();
            }
        };
    }

    /** Keeps a mail; delivered twice, it is there once. */
    void take(QueuedMessage message) {
        var to = message.recipient();
        jdbc.sql("""
                insert into demo_mail (message_id, recipient_id, name, address, locale, subject, body, link, automatic, accepted_at)
                values (:message, :id, :name, :address, :locale, :subject, :body, :link, :automatic, :at)
                on conflict (message_id) do nothing
                """).param("message", message.messageId()).param("id", to.id()).param("name", to.name())
                .param("address", to.address()).param("locale", to.locale().toLanguageTag())
                .param("subject", message.subject()).param("body", message.body()).param("link", message.link())
                .param("automatic", message.automatic()).param("at", Sql.at(clock.instant())).update();
    }

    /**
     * The mails to somebody, newest first.
     *
     * @param whose whom they went to
     * @param page counted from 0
     */
    List<Mail> latest(Whose whose, int page, int size) {
        return jdbc.sql("select * from demo_mail where " + whose.condition
                + " order by accepted_at desc, id desc limit :size offset :skip").param("size", size)
                .param("skip", (long) page * size).query(DemoMails::mail).list();
    }

    Optional<Mail> mail(long id) {
        return jdbc.sql("select * from demo_mail where id = :id").param("id", id).query(DemoMails::mail).optional();
    }

    private static Mail mail(ResultSet row, int index) throws SQLException {
        return new Mail(row.getLong("id"), row.getString("name"), row.getString("address"),
                Locale.forLanguageTag(row.getString("locale")), row.getString("subject"), row.getString("body"),
                row.getString("link"), row.getBoolean("automatic"), Sql.instant(row, "accepted_at"));
    }

    /** A mail as it arrived. */
    record Mail(long id, String name, String address, Locale locale, String subject, String body,
            @Nullable String link, boolean automatic, Instant at) {}

    /** Whose mails. */
    enum Whose {
        ALL("true"), CUSTOMERS("coalesce(recipient_id, '') not like 'person:%'"), STAFF("recipient_id like 'person:%'");

        private final String condition;

        Whose(String condition) {
            this.condition = condition;
        }
    }
}
