package io.pledge.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the module together. The application supplies a clock, a database and, by {@code spring.mail.host}, a mail server; its
 * own {@link Channel} beans are used beside the mail channel.
 */
@AutoConfiguration(after = MailSenderAutoConfiguration.class)
@EnableConfigurationProperties({NotificationsProperties.class, BounceProperties.class})
class NotificationsConfiguration {

    @Bean
    @ConditionalOnBean(JavaMailSender.class)
    MailChannel mailChannel(JavaMailSender server, NotificationsProperties properties, BounceProperties bounces) {
        if (server instanceof JavaMailSenderImpl configured) {
            var prefix = "mail."
                    + (configured.getProtocol() == null
                            ? JavaMailSenderImpl.DEFAULT_PROTOCOL
                            : configured.getProtocol())
                    + ".";
            limit(configured.getJavaMailProperties(), prefix, properties.mailTimeout());
            if (bounces.address() != null) {
                configured.getJavaMailProperties().putIfAbsent(prefix + "from",
                        MailAddresses.configured("pledge.notifications.bounces.address", bounces.address())
                                .getAddress());
            }
        }
        return new MailChannel(server, properties);
    }

    /** Without these a mail server that hangs would hold a thread for ever. */
    private static void limit(Properties server, String prefix, Duration timeout) {
        for (var what : new String[]{"connectiontimeout", "timeout", "writetimeout"}) {
            server.putIfAbsent(prefix + what, String.valueOf(timeout.toMillis()));
        }
    }

    /** Only where a mailbox is read. */
    @Bean
    @ConditionalOnProperty("pledge.notifications.bounces.host")
    Bounces bounces(BounceProperties mailbox, JdbcClient jdbc, PlatformTransactionManager manager,
            ApplicationEventPublisher events, NotificationsProperties properties) {
        return new Bounces(
                new BounceMailbox(mailbox, Objects.requireNonNull(mailbox.host()), properties.mailTimeout()),
                new BounceRows(jdbc), ownTransaction(manager), events);
    }

    @Bean
    Channels notificationChannels(ObjectProvider<Channel> channels) {
        return new Channels(channels.orderedStream().toList());
    }

    @Bean
    OutboxRows outboxRows(JdbcClient jdbc) {
        return new OutboxRows(jdbc);
    }

    @Bean
    OutboxReadings outboxReadings(JdbcClient jdbc) {
        return new OutboxReadings(jdbc);
    }

    @Bean
    Delivery delivery(OutboxRows rows, OutboxReadings readings, Channels channels, PlatformTransactionManager manager,
            ApplicationEventPublisher events, Clock clock, NotificationsProperties properties) {
        var own = ownTransaction(manager);
        var dispatch = new Dispatch(rows, channels, own, events, clock, properties);
        return new Delivery(rows, readings, channels, dispatch, own, clock, properties);
    }

    private static TransactionTemplate ownTransaction(PlatformTransactionManager manager) {
        var own = new TransactionTemplate(manager);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    @Bean(destroyMethod = "stop")
    AfterCommit deliveryAfterCommit(Delivery delivery, NotificationsProperties properties) {
        return new AfterCommit(properties, delivery::deliver);
    }

    @Bean
    Outbox outbox(OutboxRows rows, OutboxReadings readings, Channels channels, AfterCommit afterCommit,
            PlatformTransactionManager manager, Clock clock, NotificationsProperties properties) {
        return new Outbox(rows, readings, channels, afterCommit, new TransactionTemplate(manager), clock, properties);
    }

    @Bean
    Confirmations confirmations(JdbcClient jdbc, PlatformTransactionManager manager, ApplicationEventPublisher events,
            NotificationsProperties properties) {
        return new Confirmations(new ConfirmationRows(jdbc), new TransactionTemplate(manager), events, properties);
    }
}
