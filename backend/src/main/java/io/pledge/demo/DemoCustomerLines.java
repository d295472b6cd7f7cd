package io.pledge.demo;

import java.time.ZoneId;
import java.util.Locale;

import io.pledge.config.ConfigNode;
import io.pledge.customer.ContactLevel;
import io.pledge.customer.ContractLevel;
import io.pledge.customer.CustomerPlan;
import io.pledge.customer.CustomerPlan.PlannedContact;
import io.pledge.customer.CustomerPlan.PlannedContract;
import io.pledge.customer.CustomerPlan.PlannedEquipment;
import io.pledge.customer.CustomerPlan.PlannedSite;

/** The lines of the demonstration's customers as plans. */
final class DemoCustomerLines {
    private DemoCustomerLines() {}

    static CustomerPlan plan(ConfigNode line) {
        line.allow("key", "name", "language", "zone", "account-manager", "contracts", "sites", "contacts", "equipment");
        ZoneId zone = line.zone("zone");
        Locale language = Locale.forLanguageTag(line.text("language"));
        return new CustomerPlan(line.text("key"), line.text("name"), language, zone,
                line.optionalText("account-manager").orElse(null),
                line.list("contracts").stream().map(DemoCustomerLines::contract).toList(),
                line.list("sites").stream().map(site -> site(site, zone)).toList(),
                line.list("contacts").stream().map(contact -> contact(contact, language)).toList(),
                line.list("equipment").stream().map(DemoCustomerLines::equipment).toList());
    }

    private static PlannedContract contract(ConfigNode line) {
        line.allow("number", "level", "calendar", "from", "to");
        return new PlannedContract(line.text("number"), line.oneOf("level", ContractLevel.class),
                line.optionalText("calendar").orElse(null), line.date("from"), line.optionalDate("to").orElse(null));
    }

    private static PlannedSite site(ConfigNode line, ZoneId zone) {
        line.allow("name", "unit", "zone");
        return new PlannedSite(line.text("name"), line.optionalZone("zone").orElse(zone), line.text("unit"));
    }

    private static PlannedContact contact(ConfigNode line, Locale language) {
        line.allow("name", "email", "phone", "language", "role", "level");
        return new PlannedContact(line.text("name"), line.text("email"), line.text("phone"),
                line.optionalText("language").map(Locale::forLanguageTag).orElse(language), line.text("role"),
                line.optionalOneOf("level", ContactLevel.class).orElse(null));
    }

    private static PlannedEquipment equipment(ConfigNode line) {
        line.allow("serial", "product", "site", "warranty");
        return new PlannedEquipment(line.text("serial"), line.text("product"), line.text("site"),
                line.optionalDate("warranty").orElse(null));
    }
}
