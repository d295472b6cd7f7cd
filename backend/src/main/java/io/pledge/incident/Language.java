package io.pledge.incident;

import java.util.Locale;

/** The languages in which customers are written; whoever reads neither reads English. */
public enum Language {
    EN, ZH;

    /** The language for somebody. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("zh") ? ZH : EN;
    }

    /** The language of a ticket {@code t}, as SQL. */
    static final String OF_TICKET = "case when t.language like 'zh%' then 'zh' else 'en' end";

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Language read(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
