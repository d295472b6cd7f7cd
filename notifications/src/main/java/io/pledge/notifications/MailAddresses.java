package io.pledge.notifications;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Mail addresses, read strictly. */
final class MailAddresses {
    private MailAddresses() {}

    /** The address of a person; the name is encoded, so that it cannot break out of its header. */
    static InternetAddress of(String address, String name) throws AddressException {
        var result = new InternetAddress(address.strip(), true);
        try {
            result.setPersonal(oneLine(name), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return result;
    }

    /** An address from the configuration, with or without a name. */
    static InternetAddress configured(String property, String value) {
        try {
            var address = new InternetAddress(value, true);
            return of(address.getAddress(), address.getPersonal() == null ? "" : address.getPersonal());
        } catch (AddressException invalid) {
            throw new IllegalArgumentException(
                    "%s is not a mail address: '%s' (%s)".formatted(property, value, invalid.getMessage()), invalid);
        }
    }

    /** What stands behind the at sign of the sender. */
    static String domain(String from) {
        var address = configured("pledge.notifications.from", from).getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** The text without what would end a header: control characters and line separators become blanks. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }
}
