package io.pledge.replay;

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
import io.pledge.ticket.Home;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Submission;

/**
 * Drives rows of some incidents one after the other. Verbs and standings are written in one transaction, so that a row is never
 * driven twice, at whatever moment the process is killed.
 */
@Component
class ReplayLanes {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayLanes.class);

    private final Verbs verbs;
    private final Units units;
    private final ReplayRuns runs;
    private final Standings standings;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    ReplayLanes(Verbs verbs, Units units, ReplayRuns runs, Standings standings, MessageSource messages,
            PlatformTransactionManager transactions) {
        this.verbs = verbs;
        this.units = units;
        this.runs = runs;
        this.standings = standings;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
    }

    void drive(List<LogRow> rows, ReplayRun run, LogMapping mapping, Players players) {
        try {
            transaction.executeWithoutResult(_ -> new Lane(run, mapping, players).drive(rows));
        } catch (Refused | ImpossibleEvent e) {
            // one row cannot be driven, and the database took everything back: find it
            rows.forEach(row -> driveAlone(row, run, mapping, players));
        }
    }

    private void driveAlone(LogRow row, ReplayRun run, LogMapping mapping, Players players) {
        try {
            transaction.executeWithoutResult(_ -> new Lane(run, mapping, players).drive(List.of(row)));
        } catch (Refused | ImpossibleEvent e) {
            LOG.warn("line {}: {}; skipped", row.line(), e.getMessage());
            runs.addUnmapped(run.id(), Map.of("row that a case did not allow", 1L));
        }
    }

    private final class Lane {
        private final ReplayRun run;
        private final LogMapping mapping;
        private final Players players;
        private final Driving driving;
        private final Driving.Texts texts;
        private final Map<String, Standing> known = new HashMap<>();

        Lane(ReplayRun run, LogMapping mapping, Players players) {
            this.run = run;
            this.mapping = mapping;
            this.players = players;
            texts = new Driving.Texts(messages, mapping.owner().language());
            driving = new Driving(verbs, units, players, texts);
        }

        void drive(List<LogRow> rows) {
            var before = standings.of(run.customer(), rows.stream().map(LogRow::incident).distinct().toList());
            known.putAll(before);
            rows.forEach(row -> known.compute(row.incident(), (_, standing) -> drive(row, standing)));
            standings.put(run.customer(), changed(before));
            runs.addUnmapped(run.id(), driving.unmapped());
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
                    row.site(), Home.given(players.intake().id()), players.caller(), List.of(), new Actor.System(),
                    row.at());
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
