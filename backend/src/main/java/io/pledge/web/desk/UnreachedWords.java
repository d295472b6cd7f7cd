package io.pledge.web.desk;

import io.pledge.notifier.UnreachedCustomers;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says that a customer is to be reached whom a letter did not reach, or was. */
final class UnreachedWords {
    private UnreachedWords() {}

    static String task(UnreachedCustomers.Sent letter, TimeWords time, Reader reader) {
        return say("desk.unreached", letter, time, reader);
    }

    static String done(UnreachedCustomers.Sent letter, TimeWords time, Reader reader) {
        return say("desk.unreached.reached", letter, time, reader);
    }

    private static String say(String key, UnreachedCustomers.Sent letter, TimeWords time, Reader reader) {
        var to = letter.to().isBlank() ? time.say("desk.customer.theirs", reader.locale()) : letter.to();
        return time.say(key, reader.locale(), time.momentInSentence(letter.writtenAt(), reader), to);
    }
}
