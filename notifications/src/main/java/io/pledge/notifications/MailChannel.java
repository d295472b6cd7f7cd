package io.pledge.notifications;

import java.nio.charset.StandardCharsets;
import java.util.Date;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Electronic mail through the configured server; its yes to the data is the acceptance (RFC 5321, section 4.2.5). */
class MailChannel implements Channel {
    private static final int PERMANENT = 500;
    private static final int AUTHENTICATION_REQUIRED = 530;
    private static final int MAILBOX_FULL = 552;

    private final JavaMailSender server;
    private final InternetAddress from;
    private final @Nullable InternetAddress replyTo;

    MailChannel(JavaMailSender server, NotificationsProperties properties) {
        this.server = server;
        from = MailAddresses.configured("pledge.notifications.from", properties.from());
        replyTo = properties.replyTo() == null
                ? null
                : MailAddresses.configured("pledge.notifications.reply-to", properties.replyTo());
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.MAIL;
    }

    @Override
    public Acceptance deliver(QueuedMessage message) {
        try {
            server.send(mail(message));
            return new Acceptance.Accepted();
        } catch (AddressException invalid) {
            // RFC 3463, section 3.2: bad destination mailbox address syntax
            return new Acceptance.Refused("5.1.3 " + reason(invalid));
        } catch (MessagingException | MailException failed) {
            var refusal = refusalOfTheAddress(failed);
            return refusal == null
                    ? new Acceptance.TryLater(reason(failed))
                    : new Acceptance.Refused(reason(refusal));
        }
    }

    private MimeMessage mail(QueuedMessage message) throws MessagingException {
        var mail = server.createMimeMessage();
        var writer = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
        writer.setFrom(from);
        if (replyTo != null) {
            writer.setReplyTo(replyTo);
        }
        writer.setTo(MailAddresses.of(message.recipient().address(), message.recipient().name()));
        writer.setSubject(MailAddresses.oneLine(message.subject()));
        writer.setSentDate(Date.from(message.queuedAt()));
        writer.setText(message.text());
        mail.setHeader("Message-ID", message.messageId());
        mail.setHeader("Content-Language", message.recipient().locale().toLanguageTag());
        if (message.automatic()) {
            // RFC 3834: keeps out-of-office answers away
            mail.setHeader("Auto-Submitted", "auto-generated");
        }
        return mail;
    }

    /** The server's permanent no to this very address, if that is what happened. */
    private static @Nullable SMTPAddressFailedException refusalOfTheAddress(Throwable failed) {
        if (failed instanceof SMTPAddressFailedException address && permanent(address.getReturnCode())) {
            return address;
        }
        if (failed instanceof MailSendException sending) {
            for (var cause : sending.getMessageExceptions()) {
                var refusal = refusalOfTheAddress(cause);
                if (refusal != null) {
                    return refusal;
                }
            }
            return null;
        }
        return failed instanceof MessagingException chained && chained.getNextException() != null
                ? refusalOfTheAddress(chained.getNextException())
                : null;
    }

    /** Two codes speak of the server's present state rather than of the address. */
    private static boolean permanent(int code) {
        return code >= PERMANENT && code != AUTHENTICATION_REQUIRED && code != MAILBOX_FULL;
    }

    private static String reason(Exception failed) {
        return MailAddresses.oneLine(String.valueOf(failed.getMessage()));
    }
}
