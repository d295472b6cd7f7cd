package io.pledge.notifications;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;

import io.pledge.notifications.Bounce.Outcome;

/**
 * Reads a mail as the report of a delivery: in the form of RFC 3464, or in the older one of exim and others, which name the
 * recipients in {@code X-Failed-Recipients} and quote the mail below.
 */
final class BounceReader {
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern QUOTED_ID = Pattern.compile("(?im)^[> \\t]*Message-ID:\\s*(<[^<>\\s]{1,250}>)");
    private static final Pattern REPLY = Pattern.compile("(?m)^.*\\b5\\d\\d[ -].*$");

    private BounceReader() {}

    /**
     * What the mail reports; empty where it is no such report, or tells of a delay only.
     *
     * @param mail as it came; may be cut off, since what matters stands at its head
     * @throws MessagingException where it is broken
     * @throws IOException where it is broken
     */
    static Optional<Bounce> read(byte[] mail) throws MessagingException, IOException {
        var message = new MimeMessage(SESSION, new ByteArrayInputStream(mail));
        var failedRecipients = message.getHeader("X-Failed-Recipients", ",");
        return (message.isMimeType("multipart/report") && message.getContent() instanceof MultipartReport report
                ? standard(report)
                : failedRecipients != null && message.getContent() instanceof String text
                        ? older(failedRecipients, text)
                        : Optional.<Bounce>empty())
                .filter(Bounce::failed);
    }

    private static Optional<Bounce> standard(MultipartReport report) throws MessagingException {
        var returned = report.getReturnedMessage();
        if (returned == null || returned.getMessageID() == null
                || !(report.getReport() instanceof DeliveryStatus status)) {
            return Optional.empty();
        }
        var outcomes = new ArrayList<Outcome>();
        for (var i = 0; i < status.getRecipientDSNCount(); i++) {
            outcomes.add(outcome(status.getRecipientDSN(i)));
        }
        return Optional.of(new Bounce(List.of(MimeUtility.unfold(returned.getMessageID()).strip()), outcomes));
    }

    /** The action decides (RFC 3464, section 2.3.3): what was given up after days of trying has failed under a status of delay. */
    private static Outcome outcome(InternetHeaders recipient) {
        var action = field(recipient, "Action");
        var status = field(recipient, "Status");
        var said = field(recipient, "Diagnostic-Code").replaceFirst("^(?i)smtp;\\s*", "");
        var recipients = Stream.of("Final-Recipient", "Original-Recipient").map(name -> field(recipient, name))
                .filter(address -> !address.isEmpty()).map(Bounce::plain).collect(Collectors.toUnmodifiableSet());
        var failure = DeliveryFailure.in(status);
        return new Outcome(recipients,
                action.isEmpty() ? status.startsWith("5") : action.equalsIgnoreCase("failed"),
                failure == DeliveryFailure.OTHER ? DeliveryFailure.in(said) : failure,
                (said.contains(status) ? said : status + " " + said).strip());
    }

    private static String field(InternetHeaders headers, String name) {
        return MailAddresses.oneLine(Objects.requireNonNullElse(headers.getHeader(name, null), "")).replaceAll("\\s+",
                " ");
    }

    private static Optional<Bounce> older(String recipients, String text) {
        var ids = QUOTED_ID.matcher(text).results().map(id -> id.group(1)).distinct().toList();
        var said = REPLY.matcher(text).results().findFirst().map(line -> MailAddresses.oneLine(line.group()))
                .orElse("no reason given");
        var failed = Arrays.stream(recipients.split(",")).map(Bounce::plain)
                .map(one -> new Outcome(Set.of(one), true, DeliveryFailure.in(said), said)).toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(new Bounce(ids, failed));
    }
}
