package io.pledge.customer;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recognises a customer who writes without an account: by a serial or contract number and an address known of that same customer. One of
 * the two alone is not enough, and the caller must not let the submitter notice the outcome. What is retired is known no more.
 */
@Component
public class Recognition {
    private final JdbcClient jdbc;
    private final Customers customers;

    Recognition(JdbcClient jdbc, Customers customers) {
        this.jdbc = jdbc;
        this.customers = customers;
    }

    /**
     * @param serialOrContract as typed; case and outer blanks do not count; serial numbers come first
     * @param address an e-mail address or a phone number, as typed; of a phone number the digits count, with or without country code
     */
    public Optional<Recognised> recognise(@Nullable String serialOrContract, String address) {
        if (serialOrContract == null || serialOrContract.isBlank()) {
            return Optional.empty();
        }
        return owner(serialOrContract.strip()).flatMap(owner -> contact(owner.customer(), Address.of(address))
                .map(contact -> recognised(owner, contact)));
    }

    private Recognised recognised(Owner owner, ContactId contact) {
        Optional<Equipment> equipment = Optional.ofNullable(owner.serial()).flatMap(customers::equipmentBySerial);
        Optional<Site> site = equipment.map(Equipment::site).map(customers::site)
                .or(() -> customers.sitesOf(owner.customer()).stream().findFirst());
        return new Recognised(owner.customer(), contact, site.map(Site::id).orElse(null),
                site.map(Site::unit).orElse(null),
                customers.customer(owner.customer()).level(), equipment.orElse(null));
    }

    private Optional<Owner> owner(String number) {
        return jdbc.sql("""
                        select customer_id, serial from (
                            select customer_id, serial, 1 as turn from equipment
                            where upper(serial) = upper(:number) and retired_at is null
                            union all
                            select customer_id, null, 2 from contract where upper(number) = upper(:number)) owner
                        where exists (select 1 from customer c where c.id = customer_id and c.retired_at is null)
                        order by turn limit 1
                        """).param("number", number)
                .query((row, n) -> new Owner(new CustomerId(row.getLong("customer_id")), row.getString("serial")))
                .optional();
    }

    /** National numbers are the end of international ones; nine digits in common make a chance match unlikely. */
    private Optional<ContactId> contact(CustomerId customer, Address address) {
        return jdbc.sql("""
                        select id from contact
                        where customer_id = :customer and erased_at is null and retired_at is null
                          and (lower(email) = :email or phone_digits = :digits
                               or length(:digits) >= 9 and right(phone_digits, length(:digits)) = :digits)
                        order by id limit 1
                        """).param("customer", customer.value()).param("email", address.email())
                .param("digits", address.digits())
                .query(Long.class).optional().map(ContactId::new);
    }

    private record Owner(CustomerId customer, @Nullable String serial) {}

    /** An address as typed, ready to compare: the unused kind is a dash, which no contact has. */
    private record Address(String email, String digits) {
        static Address of(String typed) {
            String text = typed.strip();
            if (text.contains("@")) {
                return new Address(text.toLowerCase(Locale.ROOT), "-");
            }
            String digits = text.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
            return new Address("-", digits.length() < 6 ? "-" : digits);
        }
    }
}
