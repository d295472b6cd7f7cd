package io.pledge.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.customer.DryRun.Change;
import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;

/** Who changed what of a customer, and when. */
@Component
public class CustomerHistory {
    private final JdbcClient jdbc;

    CustomerHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was done. */
    public enum What {
        ADDED, CHANGED, RETIRED, RESTORED
    }

    /**
     * One change.
     *
     * @param name what the row is called; of a contact what they are called now, null once they are erased
     * @param fields by column; of what says who a contact is, neither before nor after
     * @param imported whether it came with a file
     */
    public record Entry(long id, Sheet sheet, @Nullable String name, What what, Map<String, Change> fields,
            boolean imported, PersonId by, Instant at) {}

    /**
     * The changes of a customer, latest first. Asked as a stretch of the index on both columns: of somebody with most of all changes the
     * latest would else be looked for among everybody's.
     *
     * @param before the last entry of the page before; null: the first page
     */
    public List<Entry> of(CustomerId customer, @Nullable Long before, int size) {
        return jdbc.sql("""
                        select h.*, cast(h.fields as text) as said, coalesce(h.subject, k.name) as name from customer_change h
                        left join contact k on h.sheet = 'CONTACTS' and k.id = h.row_id
                        where (h.customer_id, h.id) < (:customer, :before) and (h.customer_id, h.id) > (:customer, 0)
                        order by h.customer_id desc, h.id desc limit :size
                        """).param("customer", customer.value())
                .param("before", before == null ? Long.MAX_VALUE : before).param("size", size)
                .query((row, n) -> {
                    Sheet sheet = Sheet.valueOf(row.getString("sheet"));
                    return new Entry(row.getLong("id"), sheet, row.getString("name"),
                            What.valueOf(row.getString("what")), ChangedFields.read(sheet, row.getString("said")),
                            row.getString("file_id") != null, new PersonId(row.getLong("person_id")),
                            Sql.instant(row, "changed_at"));
                }).list();
    }
}
