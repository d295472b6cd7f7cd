package io.pledge.notifications;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mails come back that a server took and could not deliver. Without a host no mailbox is read.
 *
 * @param address sender on the envelope of outgoing mails, to which servers send them back (RFC 5321, section 4.5.5); null
 *        for the sender that readers see
 * @param host the mail server that keeps the mailbox
 * @param protocol {@code imaps}, or {@code imap} for a connection that is encrypted only where the server offers it
 * @param port null for the protocol's own
 * @param folder what is read of the mailbox
 */
@ConfigurationProperties("pledge.notifications.bounces")
record BounceProperties(@Nullable String address, @Nullable String host, @DefaultValue("imaps") String protocol,
        @Nullable Integer port, @DefaultValue("") String user, @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder) {
    private static final int HIGHEST_PORT = 65_535;

    BounceProperties {
        if (address != null) {
            MailAddresses.configured("pledge.notifications.bounces.address", address);
        }
        if (host != null && (host.isBlank() || user.isBlank() || folder.isBlank())) {
            throw new IllegalArgumentException(
                    "pledge.notifications.bounces: host, user and folder are not empty; leave the host out where no mailbox is read");
        }
        if (!protocol.equals("imap") && !protocol.equals("imaps")) {
            throw new IllegalArgumentException(
                    "pledge.notifications.bounces.protocol is imap or imaps, not '%s'".formatted(protocol));
        }
        if (port != null && (port < 1 || port > HIGHEST_PORT)) {
            throw new IllegalArgumentException("pledge.notifications.bounces.port is no port: " + port);
        }
    }
}
