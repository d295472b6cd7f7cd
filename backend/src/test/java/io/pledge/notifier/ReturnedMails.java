package io.pledge.notifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.util.TestSocketUtils;

/** A mail server that takes letters, and keeps the mailbox to which they come back. */
final class ReturnedMails {
    static final String ADDRESS = "bounces@norlund.example";
    private static final String PASSWORD = "a password";
    private static final String HOST = "127.0.0.1";
    private static final int SMTP = TestSocketUtils.findAvailableTcpPort();
    private static final int IMAP = TestSocketUtils.findAvailableTcpPort();

    private final GreenMail server = new GreenMail(
            new ServerSetup[]{new ServerSetup(SMTP, HOST, ServerSetup.PROTOCOL_SMTP),
                    new ServerSetup(IMAP, HOST, ServerSetup.PROTOCOL_IMAP)});

    /** What an operator would configure. */
    static void configure(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> HOST);
        properties.add("spring.mail.port", () -> SMTP);
        properties.add("pledge.notifications.from", () -> "Norlund service <service@norlund.example>");
        properties.add("pledge.notifications.bounces.address", () -> ADDRESS);
        properties.add("pledge.notifications.bounces.protocol", () -> "imap");
        properties.add("pledge.notifications.bounces.host", () -> HOST);
        properties.add("pledge.notifications.bounces.port", () -> IMAP);
        properties.add("pledge.notifications.bounces.user", () -> ADDRESS);
        properties.add("pledge.notifications.bounces.password", () -> PASSWORD);
    }

    GreenMail server() {
        return server;
    }

    void start() {
        server.start();
        mailbox();
    }

    void stop() {
        server.stop();
    }

    private GreenMailUser mailbox() {
        return server.setUser(ADDRESS, PASSWORD);
    }

    /** A mail in the shape in which a server writes it comes into the mailbox. */
    void come(String shape, String messageId, String to) {
        come(shape, messageId, to, "");
    }

    /** @param padding how the text of the letter goes on that is sent back */
    void come(String shape, String messageId, String to, String padding) {
        come(shape(shape).replace("${id}", messageId).replace("${to}", to)
                .replace("${TO}", to.toUpperCase(Locale.ROOT)).replace("${padding}", padding));
    }

    private void come(String mail) {
        try {
            mailbox().deliver(new MimeMessage(Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String shape(String name) {
        try (var file = ReturnedMails.class.getResourceAsStream("/bounces/" + name + ".eml")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody looks into the mailbox. */
    void peek() throws MessagingException {
        for (var mail : mails()) {
            mail.setFlag(Flags.Flag.SEEN, true);
        }
    }

    /** Whether the mails are marked as seen, in the order in which they came. */
    Boolean[] seen() throws MessagingException {
        var mails = mails();
        var seen = new Boolean[mails.length];
        for (int i = 0; i < mails.length; i++) {
            seen[i] = mails[i].isSet(Flags.Flag.SEEN);
        }
        return seen;
    }

    private Message[] mails() throws MessagingException {
        var store = server.getImap().createStore();
        store.connect(ADDRESS, PASSWORD);
        var folder = store.getFolder("INBOX");
        folder.open(Folder.READ_WRITE);
        return folder.getMessages();
    }
}
