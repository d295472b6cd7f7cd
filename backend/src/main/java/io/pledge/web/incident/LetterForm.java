package io.pledge.web.incident;

import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.pledge.incident.Language;
import io.pledge.incident.Letter;
import io.pledge.incident.Words;

/**
 * What is said to all customers of an incident, in two languages; cause, remedy and prevention only where it says that it is solved.
 *
 * @param key made with the form: the same form sent twice is one letter
 * @param next by when they hear again, in the zone of whoever writes
 */
record LetterForm(@Pattern(regexp = "[0-9a-f-]{36}", message = "{portal.error.key}") String key,
        @Size(max = 8000, message = "{portal.error.long}") @Nullable String english,
        @Size(max = 4000, message = "{portal.error.long}") @Nullable String englishCause,
        @Size(max = 4000, message = "{portal.error.long}") @Nullable String englishRemedy,
        @Size(max = 4000, message = "{portal.error.long}") @Nullable String englishPrevention,
        @Size(max = 8000, message = "{portal.error.long}") @Nullable String chinese,
        @Size(max = 4000, message = "{portal.error.long}") @Nullable String chineseCause,
        @Size(max = 4000, message = "{portal.error.long}") @Nullable String chineseRemedy,
        @Size(max = 4000, message = "{portal.error.long}") @Nullable String chinesePrevention, @Nullable String next) {

    LetterForm {
        key = key == null || key.isBlank() ? UUID.randomUUID().toString() : key;
    }

    static LetterForm empty() {
        return new LetterForm("", null, null, null, null, null, null, null, null, null);
    }

    Map<Language, Words> words(Letter.Kind kind) {
        return switch (kind) {
            case MESSAGE -> Map.of(Language.EN, Words.message(text(english)), Language.ZH,
                    Words.message(text(chinese)));
            case RESOLUTION -> Map.of(Language.EN, new Words(text(english), new Words.Report(text(englishCause),
                    text(englishRemedy), text(englishPrevention))), Language.ZH, new Words(text(chinese),
                            new Words.Report(text(chineseCause), text(chineseRemedy), text(chinesePrevention))));
        };
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
