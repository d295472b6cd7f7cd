package io.pledge.customer;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Scope;

/** The customers with their sites, contacts and equipment. */
@Component
public class Customers {
    /** The contract in force is judged by the date where the customer is. */
    static final String CUSTOMER = """
                                           select customer.*, contract.level, contract.calendar
                                           from customer left join lateral (
                                               select level, calendar from contract
                                               where contract.customer_id = customer.id
                                                 and starts_on <= cast(cast(:now as timestamptz) at time zone customer.zone as date)
                                                 and (ends_on is null or ends_on >= cast(cast(:now as timestamptz) at time zone customer.zone as date))
                                               order by array_position(array['GOLD', 'SILVER', 'BASIC'], level), id limit 1) contract on true
                                           """;
    private final JdbcClient jdbc;
    private final Clock clock;

    Customers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws NoSuchElementException if there is none */
    public Customer customer(CustomerId id) {
        return customers("where customer.id = :id").param("id", id.value()).query(Rows::customer).optional()
                .orElseThrow(() -> new NoSuchElementException("no customer " + id.value()));
    }

    /** Many customers in one question to the database. */
    public Map<CustomerId, Customer> of(Collection<CustomerId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : customers("where customer.id = any(:ids)")
                        .param("ids", ids.stream().map(CustomerId::value).toArray(Long[]::new)).query(Rows::customer)
                        .list().stream().collect(Collectors.toMap(Customer::id, Function.identity()));
    }

    /** The customer that configuration files and imports call so. */
    public Optional<Customer> byKey(String key) {
        return customers("where customer.key = :key").param("key", key).query(Rows::customer).optional();
    }

    /**
     * Customers that somebody may see, whose name or key contains the words, or who own exactly this contract or serial number;
     * by name, at most {@code limit}, none who is retired. Seen are those with a site at a unit of the scope, and those of its account managers.
     */
    public List<Customer> find(String words, Scope scope, int limit) {
        return customers("""
                where (strpos(lower(customer.name), lower(:words)) > 0 or strpos(lower(customer.key), lower(:words)) > 0
                    or exists (select 1 from contract k where k.customer_id = customer.id
                               and upper(k.number) = upper(:words))
                    or exists (select 1 from equipment e where e.customer_id = customer.id
                               and upper(e.serial) = upper(:words)))
                  and customer.retired_at is null and %s order by customer.name, customer.id limit :limit
                """.formatted(seen(scope))).params(scope.parameters()).param("words", words.strip())
                .param("limit", limit).query(Rows::customer).list();
    }

    /** A customer whom somebody may see. */
    public Optional<Customer> find(CustomerId id, Scope scope) {
        return customers("where customer.id = :id and " + seen(scope)).params(scope.parameters())
                .param("id", id.value()).query(Rows::customer).optional();
    }

    /** All customers by name. */
    public List<Customer> all() {
        return customers("order by customer.name, customer.id").query(Rows::customer).list();
    }

    /** The names of the calendars by which promises are counted under contracts that have not ended. */
    public Set<String> contractCalendars() {
        return jdbc.sql("""
                        select distinct calendar from contract join customer on customer.id = customer_id
                        where calendar is not null
                          and (ends_on is null or ends_on >= cast(cast(:now as timestamptz) at time zone zone as date))
                        """).param("now", now()).query(String.class).set();
    }

    public long count() {
        return jdbc.sql("select count(*) from customer").query(Long.class).single();
    }

    /** @throws NoSuchElementException if there is none */
    public Site site(SiteId id) {
        return jdbc.sql("select * from site where id = ?").param(id.value()).query(Rows::site).optional()
                .orElseThrow(() -> new NoSuchElementException("no site " + id.value()));
    }

    /** The sites that are not retired, in the order they were brought in; the first is the customer's main one. */
    public List<Site> sitesOf(CustomerId customer) {
        return jdbc.sql("select * from site where customer_id = ? and retired_at is null order by id")
                .param(customer.value())
                .query(Rows::site).list();
    }

    /** @throws NoSuchElementException if there is none; an erased contact is there, without name and addresses */
    public Contact contact(ContactId id) {
        return jdbc.sql("select * from contact where id = ?").param(id.value()).query(Rows::contact).optional()
                .orElseThrow(() -> new NoSuchElementException("no contact " + id.value()));
    }

    /** The contacts that are neither erased nor retired, in the order they were brought in. */
    public List<Contact> contactsOf(CustomerId customer) {
        return jdbc.sql(
                "select * from contact where customer_id = ? and erased_at is null and retired_at is null order by id")
                .param(customer.value())
                .query(Rows::contact).list();
    }

    /** The equipment with this serial number, whatever its case; also what is retired. */
    public Optional<Equipment> equipmentBySerial(String serial) {
        return jdbc.sql("select * from equipment where upper(serial) = upper(?)").param(serial.strip())
                .query(Rows::equipment)
                .optional();
    }

    public List<Equipment> equipmentOf(CustomerId customer) {
        return jdbc.sql("select * from equipment where customer_id = ? and retired_at is null order by serial")
                .param(customer.value())
                .query(Rows::equipment).list();
    }

    /** Forgets who a contact was: name, addresses and role go, the row stays so that what names it stays whole. */
    public void erase(ContactId id) {
        jdbc.sql("""
                 update contact set version = version + 1, name = null, email = null, phone = null, role = null, level = null, erased_at = :now
                 where id = :id and erased_at is null
                 """).param("id", id.value()).param("now", now()).update();
    }

    /** The scope's own condition, asked of where the customer's equipment stands and of who looks after them. */
    static String seen(Scope scope) {
        return scope.all() ? "true" : """
                exists (select 1 from (
                    select array[u.path] as involved_paths, customer.account_manager_id
                    from site join service_unit u on u.id = site.unit_id
                    where site.customer_id = customer.id and site.retired_at is null
                    union all select cast('{}' as text[]), customer.account_manager_id) place where %s)
                """.formatted(scope.condition("place"));
    }

    private StatementSpec customers(String rest) {
        return jdbc.sql(CUSTOMER + rest).param("now", now());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
