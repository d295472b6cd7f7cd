package io.pledge.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

import io.pledge.customer.FileRefused.Reason;
import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;

/**
 * Sheets brought as files: kept, looked at as often as wanted without writing anything, then imported whole or not at all, once. Only who
 * brought a file finds it.
 */
@Component
public class CustomerFiles {
    /** Who has not imported a file by then brings it again. */
    public static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SheetImport sheets;
    private final DataSize largest;

    CustomerFiles(JdbcClient jdbc, Clock clock, SheetImport sheets,
            @Value("${pledge.customer.largest-file:20MB}") DataSize largest) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sheets = sheets;
        this.largest = largest;
    }

    /** How large a file may be. */
    public DataSize largest() {
        return largest;
    }

    /** Keeps a file whose header line is understood. @throws FileRefused where it is no such file */
    @Transactional
    public UUID bring(Sheet sheet, String name, byte[] content, PersonId by) throws FileRefused {
        if (content.length > largest.toBytes()) {
            throw new FileRefused(Reason.LARGE, largest.toMegabytes());
        }
        SheetFile.of(sheet, SheetText.of(content)).read((line, values) -> {
        });
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                 insert into customer_file (id, sheet, name, content, person_id, brought_at)
                 values (:id, :sheet, :name, :content, :by, :now)
                 """).param("id", id).param("sheet", sheet.name()).param("name", name).param("content", content)
                .param("by", by.value()).param("now", Sql.at(clock.instant())).update();
        return id;
    }

    /** What is known of a file that this person brought; empty where it is none of theirs, or was too long ago. */
    public Optional<BroughtFile> find(UUID id, PersonId by) {
        return jdbc.sql("""
                        select id, sheet, name, brought_at, imported_at, added, changed, unchanged from customer_file
                        where id = :id and person_id = :by and (imported_at is not null or brought_at > :since)
                        """).param("id", id).param("by", by.value()).param("since", Sql.at(clock.instant().minus(KEPT)))
                .query((row, n) -> new BroughtFile(id, Sheet.valueOf(row.getString("sheet")), row.getString("name"),
                        Sql.instant(row, "brought_at"), Sql.optionalInstant(row, "imported_at"), row.getInt("added"),
                        row.getInt("changed"), row.getInt("unchanged")))
                .optional();
    }

    /** What importing it now would do. @param differences how many of the changes to tell at most */
    @Transactional
    public DryRun look(BroughtFile file, int differences) {
        return sheets.look(file.sheet(), content(file.id()), differences);
    }

    /**
     * Imports a file, unless it is imported already.
     *
     * @param seen what the person has seen that it does
     * @throws OptimisticLockingFailureException where it would do something else by now, or cannot be imported
     */
    @Transactional
    public void take(BroughtFile file, String seen, PersonId by) {
        boolean waits = jdbc.sql("select imported_at is null from customer_file where id = ? for update")
                .param(file.id()).query(Boolean.class).single();
        if (!waits) {
            return;
        }
        DryRun done = sheets.take(file.sheet(), content(file.id()), seen, file.id(), by);
        jdbc.sql("""
                 update customer_file set content = null, imported_at = :now, added = :added, changed = :changed,
                        unchanged = :unchanged where id = :id
                 """).param("id", file.id()).param("now", Sql.at(clock.instant())).param("added", done.added())
                .param("changed", done.changed()).param("unchanged", done.unchanged()).update();
    }

    /** Forgets files that nobody imported in time. */
    @Transactional
    public void sweep(Instant now) {
        jdbc.sql("delete from customer_file where imported_at is null and brought_at <= ?")
                .param(Sql.at(now.minus(KEPT))).update();
    }

    private byte[] content(UUID id) {
        return jdbc.sql("select content from customer_file where id = ?").param(id).query(byte[].class).single();
    }
}
