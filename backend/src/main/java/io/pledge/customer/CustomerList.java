package io.pledge.customer;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Scope;
import io.pledge.sql.Sql;

/** The list of customers, the retired ones too, a page at a time. */
@Component
public class CustomerList {
    private static final int FEWEST_DIGITS = 6;
    private final JdbcClient jdbc;
    private final Clock clock;

    CustomerList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Customers by name, as far as somebody may see them.
     *
     * @param words part of the name or the key; or a whole contract or serial number, e-mail address or phone number; empty: all
     * @param after the last customer of the page before; null: the first page
     */
    public List<Customer> page(String words, Scope scope, @Nullable CustomerId after, int size) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        StringBuilder conditions = new StringBuilder("where ").append(Customers.seen(scope));
        if (!words.isBlank()) {
            conditions.append(" and customer.id = any(array(").append(found(words.strip(), parameters)).append("))");
        }
        if (after != null) {
            conditions.append(
                    " and (customer.name, customer.id) > (select a.name, a.id from customer a where a.id = :after)");
            parameters.put("after", after.value());
        }
        return jdbc.sql(Customers.CUSTOMER + conditions + " order by customer.name, customer.id limit " + size)
                .param("now", Sql.at(clock.instant())).params(parameters).query(Rows::customer).list();
    }

    /** Each question has an index of its own; together in one condition none would serve. Asked once, as an array, before anything is joined. */
    private static String found(String words, Map<String, Object> parameters) {
        parameters.put("words", words);
        String digits = words.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        String phone = "";
        if (digits.length() >= FEWEST_DIGITS && words.matches("[+0-9 ()./-]+")) {
            phone = """
                    union select customer_id from contact where erased_at is null
                        and reverse(phone_digits) collate "C" like reverse(:digits) || '%'
                    """;
            parameters.put("digits", digits);
        }
        return """
               select id from customer where strpos(lower(name), lower(:words)) > 0 or strpos(lower(key), lower(:words)) > 0
               union select customer_id from contract where upper(number) = upper(:words)
               union select customer_id from equipment where upper(serial) = upper(:words)
               union select customer_id from contact where erased_at is null and lower(email) = lower(:words)
               """ + phone;
    }
}
