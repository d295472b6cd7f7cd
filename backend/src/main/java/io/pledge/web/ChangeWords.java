package io.pledge.web;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.pledge.sla.TermsChange;
import io.pledge.ticket.TimelineEntry;

/** Says why promises were made anew. Whose a case turned out to be is not said here: the customer's side reads it too. */
@Component
public class ChangeWords {
    private final MessageSource texts;

    ChangeWords(MessageSource texts) {
        this.texts = texts;
    }

    /** As an explanation knows it; where nobody knows why, that other terms hold. */
    public String why(@Nullable TermsChange change, Locale locale) {
        return change == null
                ? texts.getMessage("change.OTHER", null, locale)
                : why(change.cause(), change.before().severity().name(), change.after().severity().name(), locale);
    }

    /** As an entry of the timeline has it that tells of a changed promise or a changed severity; empty for every other entry. */
    public String why(TimelineEntry entry, Locale locale) {
        Map<String, String> detail = entry.detail();
        return Choices.of(TermsChange.Cause.class, detail.get("change"))
                .map(cause -> why(cause, detail.getOrDefault("from", ""), detail.getOrDefault("to", ""), locale))
                .orElse("");
    }

    private String why(TermsChange.Cause cause, String from, String to, Locale locale) {
        return switch (cause) {
            case SEVERITY -> texts.getMessage("change.SEVERITY",
                    new Object[]{texts.getMessage("severity." + from, null, locale),
                            texts.getMessage("severity." + to, null, locale)},
                    locale);
            case CUSTOMER, POLICY -> texts.getMessage("change." + cause, null, locale);
        };
    }
}
