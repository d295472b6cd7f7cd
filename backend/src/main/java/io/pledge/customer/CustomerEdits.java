package io.pledge.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.PersonId;

/** Adds and changes one row of a sheet by hand, checked as a line of a file is. */
@Component
public class CustomerEdits {
    private final JdbcClient jdbc;
    private final StagingCheck check;
    private final SheetWriting writing;
    private final CustomerSheets sheets;

    CustomerEdits(JdbcClient jdbc, StagingCheck check, SheetWriting writing, CustomerSheets sheets) {
        this.jdbc = jdbc;
        this.check = check;
        this.writing = writing;
        this.sheets = sheets;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It is as it was typed. @param customer whose row it is */
        record Done(CustomerId customer) implements Outcome {}

        /** Nothing was written: these values cannot be taken. */
        record Refused(List<BadCell> bad) implements Outcome {}

        /** Nothing was written: somebody else changed the row since. @param now as it is now; null where it is gone */
        record Moved(@Nullable SheetRow now) implements Outcome {}
    }

    /** Adds a row. @param typed by name of the column; for a column that is not named nothing is kept */
    @Transactional
    public Outcome add(Sheet sheet, Map<String, String> typed, PersonId by) {
        CustomerImport.lock(jdbc);
        return put(sheet, null, typed, by);
    }

    /** Changes a row. @param version the one that was seen */
    @Transactional
    public Outcome change(Sheet sheet, long row, int version, Map<String, String> typed, PersonId by) {
        CustomerImport.lock(jdbc);
        Optional<SheetRow> now = sheets.row(sheet, row);
        if (now.isEmpty() || now.get().version() != version) {
            return now.filter(same -> same.says(typed)).<Outcome>map(same -> new Outcome.Done(same.customer()))
                    .orElseGet(() -> new Outcome.Moved(now.orElse(null)));
        }
        return put(sheet, row, typed, by);
    }

    private Outcome put(Sheet sheet, @Nullable Long row, Map<String, String> typed, PersonId by) {
        Staging staging = new Staging(jdbc, sheet, sheet.columns());
        staging.add(1, sheet.columns().stream().map(column -> typed.getOrDefault(column.name(), "")).toList());
        staging.complete(row, false);
        List<BadCell> bad = check.badCells(staging, false);
        if (!bad.isEmpty()) {
            return new Outcome.Refused(bad);
        }
        Comparison.of(jdbc, staging);
        writing.write(staging, null, by);
        return new Outcome.Done(new CustomerId(jdbc.sql("select customer_id from staged").query(Long.class).single()));
    }
}
