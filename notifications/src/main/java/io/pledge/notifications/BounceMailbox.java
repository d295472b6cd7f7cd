package io.pledge.notifications;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;

/** The mailbox to which mails come back, by IMAP. Reading leaves it as it is. */
class BounceMailbox {
    /** What is read of a mail at the most: a report and the head of what came back stand before it, however large the rest. */
    private static final int LARGEST = 256 * 1024;

    private final BounceProperties properties;
    private final String host;
    private final Session session;

    BounceMailbox(BounceProperties properties, String host, Duration timeout) {
        this.properties = properties;
        this.host = host;
        this.session = Session.getInstance(settings(properties.protocol(), timeout));
    }

    private static Properties settings(String protocol, Duration timeout) {
        var settings = new Properties();
        var prefix = "mail." + protocol + ".";
        for (var what : new String[]{"connectiontimeout", "timeout", "writetimeout"}) {
            settings.setProperty(prefix + what, String.valueOf(timeout.toMillis()));
        }
        settings.setProperty(prefix + "peek", "true");
        settings.setProperty("mail.imap.starttls.enable", "true");
        return settings;
    }

    /** What administrators know it by. */
    String name() {
        return properties.user() + "@" + host + "/" + properties.folder();
    }

    /** @throws MessagingException where the server cannot be reached, or has no such mailbox */
    Opened open() throws MessagingException {
        var store = session.getStore(properties.protocol());
        try {
            store.connect(host, properties.port() == null ? -1 : properties.port(), properties.user(),
                    properties.password());
            var folder = (IMAPFolder) store.getFolder(properties.folder());
            folder.open(Folder.READ_WRITE);
            return new Opened(store, folder);
        } catch (MessagingException | RuntimeException failed) {
            store.close();
            throw failed;
        }
    }

    /** The mailbox while a connection to it is open. */
    static final class Opened implements AutoCloseable {
        private final Store store;
        private final IMAPFolder folder;

        private Opened(Store store, IMAPFolder folder) {
            this.store = store;
            this.folder = folder;
        }

        long validity() throws MessagingException {
            return folder.getUIDValidity();
        }

        /** The mails that came after the one of this number, in the order in which they came; at most so many. */
        List<Mail> after(long uid, int most) throws MessagingException {
            // the last mail is always among them, however low its number (RFC 3501, section 6.4.8)
            var later = Arrays.stream(folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID))
                    .map(IMAPMessage.class::cast).toList();
            var mails = new ArrayList<Mail>();
            for (var message : later.subList(0, Math.min(most, later.size()))) {
                var number = folder.getUID(message);
                if (number > uid) {
                    mails.add(new Mail(folder, message, number));
                }
            }
            return mails;
        }

        /** Keeps what others have marked as deleted. */
        @Override
        public void close() throws MessagingException {
            try (store) {
                if (folder.isOpen()) {
                    folder.close(false);
                }
            }
        }
    }

    /** A mail of the mailbox. */
    record Mail(IMAPFolder folder, IMAPMessage message, long uid) {

        /**
         * The mail as it came, cut off where it is large; null where it has gone or the server cannot give it out.
         *
         * @throws MessagingException where the connection is lost
         */
        byte @Nullable [] content() throws MessagingException {
            try (var stream = message.getMimeStream()) {
                return stream.readNBytes(LARGEST);
            } catch (MessageRemovedException gone) {
                return null;
            } catch (MessagingException | IOException | RuntimeException failed) {
                if (!folder.isOpen()) {
                    throw new MessagingException("the connection was lost: " + failed.getMessage(), failed);
                }
                return null;
            }
        }

        /** When the server got it; null where it does not say. */
        @Nullable
        Instant receivedAt() throws MessagingException {
            var date = message.getReceivedDate();
            return date == null ? null : date.toInstant();
        }

        void markSeen() throws MessagingException {
            message.setFlag(Flags.Flag.SEEN, true);
        }
    }
}
