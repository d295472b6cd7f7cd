package io.pledge.replay;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.context.MessageSource;

import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.replay.ReplayCast.Players;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Solution;

/**
 * Drives the verbs that bring a case from where it stands to where the next row of the log has it: first open again, then to
 * the team's unit, then into the state.
 */
final class Driving {
    private final Verbs verbs;
    private final Units units;
    private final Players players;
    private final Texts texts;
    private final Map<String, Long> unmapped = new TreeMap<>();

    Driving(Verbs verbs, Units units, Players players, Texts texts) {
        this.verbs = verbs;
        this.units = units;
        this.players = players;
        this.texts = texts;
    }

    /** The project's own words, in the language of the log's customer. */
    record Texts(MessageSource messages, Locale language) {
        String get(String key, Object... arguments) {
            return messages.getMessage("replay." + key, arguments, language);
        }

        Solution solution() {
            return new Solution(get("cause"), get("remedy"), get("prevention"), get("resolved"));
        }
    }

    /** What could not be brought over as it stands in the log, counted by reason. */
    Map<String, Long> unmapped() {
        return unmapped;
    }

    Standing drive(LogRow row, Standing was) {
        var open = reopened(row, was);
        judged(row, open);
        return arrived(row, moved(row, open)).after(row);
    }

    private void judged(LogRow row, Standing was) {
        if (row.severity() == was.severity()) {
            return;
        }
        if (was.state() == LogState.CLOSED) {
            count("severity changed after it was closed");
        } else {
            verbs.triage().changeSeverity(was.ticket(), row.severity(), texts.get("severity"), actor(was), row.at());
        }
    }

    private Standing reopened(LogRow row, Standing was) {
        if (was.state().open() || !row.state().open() && row.state().compareTo(was.state()) >= 0) {
            return was;
        }
        if (was.state() == LogState.RESOLVED) {
            verbs.loop().reject(was.ticket(), texts.get("reopened"), customer(was), row.at());
        } else {
            verbs.loop().reopen(was.ticket(), texts.get("reopened"), customer(was), row.at());
        }
        // a no moves the case one tier up, where nobody has taken it
        var unit = verbs.cases().require(was.ticket()).unit();
        return was.in(LogState.WORKING).at(unit, was.team(), true);
    }

    private Standing moved(LogRow row, Standing was) {
        var team = row.team();
        if (team == null || team.equals(was.team())) {
            return was;
        }
        var target = players.teams().get(team);
        if (target == null || !was.state().open()) {
            count("handed over after it was resolved or closed");
            return was.at(was.unit(), team, was.untaken());
        }
        if (target.unit().equals(was.unit())) {
            return handedOn(row, was, team);
        }
        var reached = units.unit(target.unit()).covers(units.unit(was.unit()))
                ? up(was, target.unit(), row.at())
                : down(was, target.unit(), row.at());
        return was.at(reached, team, was.untaken() || !reached.equals(was.unit()));
    }

    private Standing handedOn(LogRow row, Standing was, String team) {
        if (!was.untaken()) {
            verbs.casework().assign(was.ticket(), players.person(team, was.unit()), actor(was), row.at());
        }
        return was.at(was.unit(), team, was.untaken());
    }

    private UnitId up(Standing was, UnitId target, Instant at) {
        var unit = was.unit();
        while (!unit.equals(target)) {
            verbs.escalations().escalate(was.ticket(), texts.get("handedOver"), null, actor(was), at);
            unit = units.parentOf(unit).orElseThrow().id();
        }
        return unit;
    }

    private UnitId down(Standing was, UnitId target, Instant at) {
        var unit = was.unit();
        while (!unit.equals(target)) {
            var below = cameFrom(was, unit).filter(from -> units.unit(from).covers(units.unit(target)));
            if (below.isEmpty()) {
                count("handed to a unit that never had it");
                return unit;
            }
            verbs.escalations().handBack(was.ticket(), texts.get("handedBack"), actor(was), at);
            unit = below.get();
        }
        return unit;
    }

    private Optional<UnitId> cameFrom(Standing was, UnitId unit) {
        return verbs.escalations().of(was.ticket()).stream()
                .filter(e -> e.to().equals(unit) && e.handedBackAt() == null).reduce((_, later) -> later)
                .map(io.pledge.ticket.Escalation::from);
    }

    private Standing arrived(LogRow row, Standing was) {
        if (row.state() == was.state()) {
            return row.state() == LogState.WORKING || row.state() == LogState.WAITING ? taken(row, was) : was;
        }
        return switch (row.state()) {
            case NEW -> backToNew(row, was);
            case WORKING -> working(row, was);
            case WAITING -> waiting(row, taken(row, was));
            case RESOLVED -> resolved(row, taken(row, was));
            case CLOSED -> closed(row, was);
        };
    }

    private Standing backToNew(LogRow row, Standing was) {
        count("back to new after work had begun");
        return working(row, was);
    }

    private Standing working(LogRow row, Standing was) {
        if (was.state() == LogState.WAITING) {
            verbs.casework().resume(was.ticket(), actor(was), row.at());
        }
        return taken(row, was).in(LogState.WORKING);
    }

    private Standing waiting(LogRow row, Standing was) {
        var person = players.person(was.team(), was.unit());
        verbs.conversation().logCall(was.ticket(), texts.get("asked"), null, person, row.at());
        verbs.casework().hold(was.ticket(), texts.get("waiting"), actor(was), row.at());
        return was.in(LogState.WAITING);
    }

    private Standing resolved(LogRow row, Standing was) {
        verbs.loop().resolve(was.ticket(), texts.solution(), actor(was), row.at());
        return was.in(LogState.RESOLVED);
    }

    private Standing closed(LogRow row, Standing was) {
        var standing = was;
        if (was.state().open()) {
            count("closed without having been resolved: resolved at that moment");
            standing = resolved(row, taken(row, was));
        }
        verbs.loop().closeUnconfirmed(standing.ticket(), new Actor.System(), row.at());
        return standing.in(LogState.CLOSED);
    }

    private Standing taken(LogRow row, Standing was) {
        if (!was.untaken()) {
            return was;
        }
        verbs.casework().take(was.ticket(), players.person(was.team(), was.unit()), row.at());
        return was.taken();
    }

    private Actor.Staff actor(Standing was) {
        return new Actor.Staff(players.person(was.team(), was.unit()));
    }

    private Actor.Customer customer(Standing was) {
        return new Actor.Customer(verbs.participants().submitter(was.ticket()).id());
    }

    private void count(String what) {
        unmapped.merge(what, 1L, Long::sum);
    }
}
