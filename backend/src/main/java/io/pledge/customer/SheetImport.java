package io.pledge.customer;

import java.util.List;
import java.util.UUID;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;

/** Brings the rows of a sheet in line with a file, in the running transaction, by a handful of statements however many lines there are. */
@Component
class SheetImport {
    private final JdbcClient jdbc;
    private final StagingCheck check;
    private final SheetWriting writing;

    SheetImport(JdbcClient jdbc, StagingCheck check, SheetWriting writing) {
        this.jdbc = jdbc;
        this.check = check;
        this.writing = writing;
    }

    /** What the file would do, without doing it. */
    DryRun look(Sheet sheet, byte[] content, int differences) {
        SheetFile file = file(sheet, content);
        return look(file, staged(sheet, file), differences);
    }

    /** Does it. @throws OptimisticLockingFailureException where it is not what was seen */
    DryRun take(Sheet sheet, byte[] content, String seen, UUID id, PersonId by) {
        CustomerImport.lock(jdbc);
        SheetFile file = file(sheet, content);
        Staging staging = staged(sheet, file);
        DryRun now = look(file, staging, 0);
        if (!now.isImportable() || !now.seen().equals(seen)) {
            throw new OptimisticLockingFailureException("file " + id + " would do something else by now");
        }
        writing.write(staging, id, by);
        return now;
    }

    private DryRun look(SheetFile file, Staging staging, int differences) {
        List<BadCell> bad = check.badCells(staging, true);
        List<Integer> badLines = bad.stream().map(BadCell::line).distinct().toList();
        staging.leaveOut(badLines);
        Comparison comparison = Comparison.of(jdbc, staging);
        Comparison.Counts counts = comparison.counts();
        return new DryRun(file.source().charset(), file.separator(), counts.added(), counts.changed(),
                counts.unchanged(), badLines.size(), bad, comparison.differences(differences), counts.fingerprint());
    }

    private Staging staged(Sheet sheet, SheetFile file) {
        Staging staging = new Staging(jdbc, sheet, file.columns());
        try {
            file.read(staging::add);
        } catch (FileRefused unread) {
            throw new IllegalStateException(unread);
        }
        staging.complete(null, true);
        return staging;
    }

    /** It was understood when it was brought. */
    private static SheetFile file(Sheet sheet, byte[] content) {
        try {
            return SheetFile.of(sheet, SheetText.of(content));
        } catch (FileRefused unread) {
            throw new IllegalStateException(unread);
        }
    }
}
