package io.pledge.organisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.pledge.config.ConfigNode;

/**
 * What {@code organisation.yml} says, checked.
 *
 * @param vendor the name customers know
 * @param firstContacts unit keys by language; every language is among {@link #LANGUAGES}
 * @param firstContact the unit key for any other language
 */
record OrganisationFile(String vendor, OrganisationPlan plan, List<String> products, Map<Locale, String> firstContacts,
        String firstContact) {
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    static OrganisationFile read(ConfigNode top) {
        top.allow("vendor", "products", "first-contact", "units", "people");
        List<String> products = products(top);
        UnitLines units = UnitLines.read(top.list("units"), products);
        PersonLines people = PersonLines.read(top.list("people"), units);
        units.checkSupervisors(people);
        ConfigNode contact = top.child("first-contact").allow("otherwise", "en", "zh-CN");
        Map<Locale, String> byLanguage = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> contact.optional(language.toLanguageTag())
                .ifPresent(key -> byLanguage.put(language, units.known(key))));
        return new OrganisationFile(top.text("vendor"), new OrganisationPlan(units.topDown(), people.planned()),
                products, byLanguage,
                units.known(contact.child("otherwise")));
    }

    /** A language that pages and messages are written in. */
    static Locale language(ConfigNode value) {
        String tag = value.text();
        return LANGUAGES.stream().filter(language -> language.toLanguageTag().equals(tag)).findFirst()
                .orElseThrow(() -> value.fail("language '%s' is neither en nor zh-CN".formatted(tag)));
    }

    private static List<String> products(ConfigNode top) {
        List<ConfigNode> lines = top.list("products");
        if (lines.isEmpty()) {
            throw top.fail("products", "at least one product is needed");
        }
        return lines.stream().map(ConfigNode::text).distinct().toList();
    }
}
