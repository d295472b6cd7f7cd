package io.pledge.help;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.testing.Casebook;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.TimelineEntry;

/** A critical case in Hamburg with which Shanghai is asked for help: a unit that would never see it otherwise. */
final class HelpScene {
    static final String LENA = "local-engineer";
    static final String SHANGHAI = "shanghai-engineer";
    final TicketId id;
    private final Help help;
    private final HelpLists lists;
    private final Timeline timeline;
    private final Casebook casebook;
    private final JdbcClient jdbc;
    private final Clock clock;

    HelpScene(Help help, HelpLists lists, Timeline timeline, Casebook casebook, JdbcClient jdbc, Clock clock) {
        this.help = help;
        this.lists = lists;
        this.timeline = timeline;
        this.casebook = casebook;
        this.jdbc = jdbc;
        this.clock = clock;
        this.id = casebook.open();
    }

    HelpRequest ask() {
        return ask(UUID.randomUUID().toString(), "shanghai", null, null);
    }

    HelpRequest ask(String key, String unit, @Nullable String person, @Nullable Instant by) {
        return help.ask(id, new Question(key, casebook.unit(unit), person == null ? null : casebook.person(person),
                "Which firmware runs in your cabinets?", "Fans checked", by), casebook.person(LENA), clock.instant());
    }

    /** The request as it stands. */
    HelpRequest now(HelpRequest request) {
        return lists.of(id).stream().filter(one -> one.id() == request.id()).findFirst().orElseThrow();
    }

    /** What the history of the case tells of help, oldest first. */
    List<TimelineEntry> told() {
        return timeline.of(id).stream().filter(entry -> entry.what().name().startsWith("HELP_")).toList();
    }

    /** Everything that the ledger holds. */
    long ledger() {
        return jdbc.sql("select count(*) from ledger_event").query(Long.class).single();
    }
}
