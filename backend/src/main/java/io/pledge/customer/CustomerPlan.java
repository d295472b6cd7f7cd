package io.pledge.customer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A customer as it should be.
 *
 * @param accountManager user name
 */
public record CustomerPlan(String key, String name, Locale language, ZoneId zone, @Nullable String accountManager,
        List<PlannedContract> contracts, List<PlannedSite> sites, List<PlannedContact> contacts,
        List<PlannedEquipment> equipment) {

    /** @param calendar key of a business calendar; none: the unit's; @param endsOn the last day; none: open end */
    public record PlannedContract(String number, ContractLevel level, @Nullable String calendar, LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    /** @param unit key of the local office */
    public record PlannedSite(String name, ZoneId zone, String unit) {}

    /** Told apart by e-mail address, else by name. */
    public record PlannedContact(String name, @Nullable String email, @Nullable String phone, Locale language,
            @Nullable String role, @Nullable ContactLevel level) {
        /** Of whom nobody said how far up they stand. */
        public PlannedContact(String name, @Nullable String email, @Nullable String phone, Locale language,
                @Nullable String role) {
            this(name, email, phone, language, role, null);
        }
    }

    /** @param site the name of one of the customer's sites */
    public record PlannedEquipment(String serial, String product, String site, @Nullable LocalDate warrantyUntil) {}
}
