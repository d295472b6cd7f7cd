package io.pledge.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.pledge.organisation.Units;
import io.pledge.replay.ReplayCast.Players;
import io.pledge.sla.ImpossibleEvent;
import io.pledge.ticket.Actor;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Submission;

/**
 * Drives the rows of a run batch by batch. Verbs, standings and the place reached are written in one transaction, so that a
 * process killed at any moment goes on where it was.
 */
@Component
class ReplayBatches {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayBatches.class);
    private static final int BATCH = 200;
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(15);

    private final Verbs verbs;
    private final Units units;
    private final ReplayRuns runs;
    private final LogRows rows;
    private final Standings standings;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    ReplayBatches(Verbs verbs, Units units, ReplayRuns runs, LogRows rows, Standings standings, MessageSource messages,
            PlatformTransactionManager transactions) {
        this.verbs = verbs;
        this.units = units;
        this.runs = runs;
        this.rows = rows;
        this.standings = standings;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Drives the next rows.
     *
     * @return the run as it stands afterwards; it is finished where nothing was left
     */
    ReplayRun next(ReplayRun run, LogMapping mapping, Players players) {
        var batch = rows.after(run.id(), run.done(), BATCH);
        if (batch.isEmpty()) {
            transaction.executeWithoutResult(_ -> runs.markFinished(run.id()));
        } else {
            drive(run, batch, mapping, players);
        }
        return runs.run(run.id());
    }

    private void drive(ReplayRun run, List<LogRow> batch, LogMapping mapping, Players players) {
        try {
            transaction.executeWithoutResult(_ -> new Batch(run, mapping, players).drive(batch));
        } catch (Refused | ImpossibleEvent e) {
            // one row cannot be driven, and the database took everything back: find it
            batch.forEach(row -> driveAlone(run, row, mapping, players));
        }
    }

    private void driveAlone(ReplayRun run, LogRow row, LogMapping mapping, Players players) {
        try {
            transaction.executeWithoutResult(_ -> new Batch(run, mapping, players).drive(List.of(row)));
        } catch (Refused | ImpossibleEvent e) {
            LOG.warn("line {}: {}; skipped", row.line(), e.getMessage());
            transaction.executeWithoutResult(_ -> {
                runs.addUnmapped(run.id(), Map.of("row that a case did not allow", 1L));
                runs.markDone(run.id(), row.place(), row.opening() ? 0 : 1);
            });
        }
    }

    private final class Batch {
        private final ReplayRun run;
        private final LogMapping mapping;
        private final Players players;
        private final Driving driving;
        private final Driving.Texts texts;
        private final Map<String, Standing> known = new HashMap<>();

        Batch(ReplayRun run, LogMapping mapping, Players players) {
            this.run = run;
            this.mapping = mapping;
            this.players = players;
            texts = new Driving.Texts(messages, mapping.owner().language());
            driving = new Driving(verbs, units, players, texts);
        }

        void drive(List<LogRow> batch) {
            var before = standings.of(run.customer(), batch.stream().map(LogRow::incident).distinct().toList());
            known.putAll(before);
            var last = run.done();
            for (var row : batch) {
                sweep(last.at(), row.at());
                known.compute(row.incident(), (_, standing) -> drive(row, standing));
                last = row.place();
            }
            standings.put(run.customer(), changed(before));
            runs.addUnmapped(run.id(), driving.unmapped());
            runs.markDone(run.id(), last, batch.stream().filter(row -> !row.opening()).count());
        }

        /**
         * The watch looks every quarter of an hour of the log's time, and what fell due since is recorded before what happens
         * next. What falls due in between and is answered in between breaks at its due time all the same, when it is answered.
         */
        private void sweep(Instant last, Instant next) {
            var look = Instant.ofEpochSecond(next.getEpochSecond() - next.getEpochSecond() % BETWEEN_LOOKS.toSeconds());
            while (look.isAfter(last) && verbs.watch().sweep(look) > 0) {
                // until nothing is due any more
            }
        }

        private Standing drive(LogRow row, @Nullable Standing standing) {
            if (standing != null) {
                return row.place().compareTo(standing.last()) <= 0 ? standing : driving.drive(row, standing);
            }
            return row.opening() ? opened(row) : driving.drive(row, opened(row));
        }

        private Standing opened(LogRow row) {
            var ticket = verbs.intake().submit(submission(row));
            return new Standing(row.incident(), ticket, players.intake().id(), LogState.NEW, null, row.severity(),
                    true, row.place());
        }

        private Submission submission(LogRow row) {
            var owner = mapping.owner();
            var submitter = new Submission.Submitter(Objects.requireNonNullElse(row.caller(), owner.contact()), null,
                    null, owner.language(), mapping.zone());
            return new Submission(owner.key() + ":" + row.incident(), mapping.kind(), row.severity(),
                    texts.get("subject", row.incident(), row.subject()), IntakeChannel.REPLAY, submitter, null, null,
                    row.site(), players.intake().id(), players.caller(), List.of(), new Actor.System(), row.at());
        }

        private List<Standing> changed(Map<String, Standing> before) {
            var changed = new ArrayList<Standing>();
            known.forEach((incident, standing) -> {
                if (!standing.equals(before.get(incident))) {
                    changed.add(standing);
                }
            });
            return changed;
        }
    }
}
