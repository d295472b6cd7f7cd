package io.pledge.steps;

import java.util.Locale;

/** A text of the operator's file in both languages. */
public record Words(String english, String chinese) {
    static final String ENGLISH = "en";
    static final String CHINESE = "zh-CN";

    /** The text for a reader of this language; English to whose language it does not speak. */
    public String in(Locale language) {
        return "zh".equals(language.getLanguage()) ? chinese : english;
    }
}
