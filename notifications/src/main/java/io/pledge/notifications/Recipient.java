package io.pledge.notifications;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Who a message goes to.
 *
 * @param name the name shown beside the address; may be empty
 * @param address where the channel delivers, in the channel's own form
 * @param kind the channel to use
 * @param id the caller's own name for this person, for example {@code person:7}; {@link Outbox#erase} finds messages by
 *        it; null when the person is not known
 * @param locale the language of the message
 */
public record Recipient(String name, String address, ChannelKind kind, @Nullable String id, Locale locale) {

    /** A person reached by electronic mail. */
    public static Recipient byMail(String name, String address, @Nullable String id, Locale locale) {
        return new Recipient(name, address, ChannelKind.MAIL, id, locale);
    }
}
