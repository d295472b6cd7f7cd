package io.pledge.customer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.customer.CustomerPlan.PlannedContact;
import io.pledge.customer.CustomerPlan.PlannedContract;
import io.pledge.customer.CustomerPlan.PlannedEquipment;
import io.pledge.customer.CustomerPlan.PlannedSite;

/** Brings a customer's rows in line with a plan: inserts what is missing, updates what changed, deletes nothing. Doing it twice changes nothing. */
@Component
public class CustomerImport {
    private final JdbcClient jdbc;

    CustomerImport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Applies a plan whole or not at all. */
    @Transactional
    public CustomerId apply(CustomerPlan plan) {
        lock(jdbc);
        long id = put(plan);
        plan.contracts().forEach(contract -> put(id, contract));
        plan.sites().forEach(site -> put(id, site));
        plan.contacts().forEach(contact -> put(id, contact));
        plan.equipment().forEach(equipment -> put(id, equipment));
        return new CustomerId(id);
    }

    /** One at a time: what was checked is still so when it is written. Until the transaction ends. */
    static void lock(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('customer'))").query().singleRow();
    }

    private long put(CustomerPlan plan) {
        return jdbc.sql("""
                        insert into customer (key, name, language, zone, account_manager_id)
                        values (:key, :name, :language, :zone, (select id from person where username = :manager))
                        on conflict (key) do update
                        set name = excluded.name, language = excluded.language, zone = excluded.zone,
                            account_manager_id = excluded.account_manager_id
                        returning id
                        """).param("key", plan.key()).param("name", plan.name())
                .param("language", plan.language().toLanguageTag())
                .param("zone", plan.zone().getId()).param("manager", plan.accountManager()).query(Long.class).single();
    }

    private void put(long customer, PlannedContract contract) {
        jdbc.sql("""
                 insert into contract (customer_id, number, level, calendar, starts_on, ends_on)
                 values (:customer, :number, :level, :calendar, :starts, :ends)
                 on conflict (upper(number)) do update
                 set customer_id = excluded.customer_id, level = excluded.level, calendar = excluded.calendar,
                     starts_on = excluded.starts_on, ends_on = excluded.ends_on
                 """).param("customer", customer).param("number", contract.number())
                .param("level", contract.level().name())
                .param("calendar", contract.calendar()).param("starts", contract.startsOn())
                .param("ends", contract.endsOn())
                .update();
    }

    private void put(long customer, PlannedSite site) {
        jdbc.sql("""
                 insert into site (customer_id, name, zone, unit_id)
                 values (:customer, :name, :zone, (select id from service_unit where key = :unit))
                 on conflict (customer_id, name) do update set zone = excluded.zone, unit_id = excluded.unit_id
                 """).param("customer", customer).param("name", site.name()).param("zone", site.zone().getId())
                .param("unit", site.unit()).update();
    }

    private void put(long customer, PlannedContact contact) {
        int updated = jdbc
                .sql("""
                     update contact set name = :name, phone = :phone, language = :language, role = :role,
                            level = :level
                     where customer_id = :customer and (lower(email) = lower(:email) or cast(:email as text) is null and name = :name)
                     """)
                .param("customer", customer).param("name", contact.name()).param("email", contact.email())
                .param("phone", contact.phone()).param("language", contact.language().toLanguageTag())
                .param("role", contact.role()).param("level", level(contact)).update();
        if (updated == 0) {
            insert(customer, contact);
        }
    }

    private void insert(long customer, PlannedContact contact) {
        jdbc.sql("""
                 insert into contact (customer_id, name, email, phone, language, role, level)
                 values (:customer, :name, :email, :phone, :language, :role, :level)
                 """).param("customer", customer).param("name", contact.name()).param("email", contact.email())
                .param("phone", contact.phone()).param("language", contact.language().toLanguageTag())
                .param("role", contact.role()).param("level", level(contact)).update();
    }

    private static @Nullable String level(PlannedContact contact) {
        return contact.level() == null ? null : contact.level().name();
    }

    private void put(long customer, PlannedEquipment equipment) {
        jdbc.sql("""
                 insert into equipment (serial, product, customer_id, site_id, warranty_until)
                 values (:serial, :product, :customer,
                         (select id from site where customer_id = :customer and name = :site), :warranty)
                 on conflict (upper(serial)) do update
                 set product = excluded.product, customer_id = excluded.customer_id, site_id = excluded.site_id,
                     warranty_until = excluded.warranty_until
                 """).param("serial", equipment.serial()).param("product", equipment.product())
                .param("customer", customer)
                .param("site", equipment.site()).param("warranty", equipment.warrantyUntil()).update();
    }
}
