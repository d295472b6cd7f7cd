package io.pledge.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.pledge.config.ConfigurationInvalid;
import io.pledge.testing.PledgeTest;
import io.pledge.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Logs driven through the real verbs into a real database; a context of its own, since onlookers are sent away. */
@PledgeTest(properties = "pledge.notifications.enabled=false")
class ReplayTests {
    private static final Path MAPPING = Path.of("config/replay/incident-log.yml");
    private static final String REAL = "data/uci_incident/incident_event_log_119998.csv.gz";
    private static final int ALL = Integer.MAX_VALUE;

    @Autowired
    Replay replay;
    @Autowired
    ReplayTable table;
    @Autowired
    Onlookers onlookers;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestDatabase database;
    @Autowired
    PlatformTransactionManager transactions;
    @TempDir
    Path folder;

    @BeforeEach
    void sendOnlookersAway() {
        onlookers.sendAway();
    }

    @Test
    void aLogBecomesWhatAPlainFoldOfItGives() throws IOException {
        var run = replayed(synthetic(), null);

        assertThat(counted(run)).isEqualTo(PlainFold.of(synthetic(), tiers(), severities(), ALL)).containsKeys("up",
                "down",
                "within", "climbs", "holds", "severity", "reopened", "open", "RESOLUTION broken", "PROGRESS open");
        assertThat(table.of(run).unmapped()).containsKey("handed over after it was resolved or closed");
    }

    @Test
    void aSeverityThatTheLogChangesIsChangedByTheTeamThatHasTheCase() throws IOException {
        var run = replayed(synthetic(), null);

        assertThat(
                count("select count(*) from timeline_entry where what = 'SEVERITY_CHANGED' and person_id is not null"))
                .isEqualTo(table.of(run).verb("SEVERITY_CHANGED")).isPositive();
        assertThat(count("""
                select count(*) from promise p join ticket t on t.id = p.ticket_id where p.severity <> t.severity
                """)).isZero();
        assertThat(table.of(run).unmapped().keySet()).noneMatch(what -> what.contains("severity changed while"));
    }

    @Test
    void breachesAreRecordedAtTheirDueTimeAndMoveNoCase() throws IOException {
        replayed(synthetic(), 50);

        assertThat(count("select count(*) from promise where state = 'BROKEN' and breached_at = due_at"))
                .isEqualTo(count("select count(*) from promise where state = 'BROKEN'")).isPositive();
        assertThat(count("select count(*) from escalation where cause = 'BREACH'")).isZero();
    }

    @Test
    void nothingIsSentAndNobodyIsAsked() throws IOException {
        replayed(synthetic(), 50);

        assertThat(count("select count(*) from event_publication")).isZero();
        assertThat(count("select count(*) from outbox_message")).isZero();
        assertThat(count("select count(*) from confirmation")).isZero();
        assertThat(count("select count(*) from survey")).isZero();
    }

    @Test
    void goesOnWhereItWasInterrupted() throws IOException {
        replayed(synthetic(), null);
        var whole = everything();
        database.reset();

        var begun = replay.prepare(order(synthetic(), null));
        begun.next();
        begun.next();
        new TransactionTemplate(transactions).executeWithoutResult(killed -> {
            begun.next();
            killed.setRollbackOnly();
        });
        assertThat(finished(replay.prepare(order(synthetic(), null))).drivenRows()).isEqualTo(1361);

        assertThat(everything()).isEqualTo(whole);
    }

    @Test
    void doneTwiceItChangesNothing() throws IOException {
        var first = replayed(synthetic(), null);
        var once = everything();

        assertThat(replayed(synthetic(), null)).isEqualTo(first);
        assertThat(everything()).isEqualTo(once);
    }

    @Test
    void theWholeLogAfterItsBeginningDrivesOnlyWhatIsNew() throws IOException {
        var beginning = counted(replayed(synthetic(), 50));
        assertThat(beginning).isEqualTo(PlainFold.of(synthetic(), tiers(), severities(), 50)).containsEntry("tickets",
                50L);

        var whole = counted(replayed(synthetic(), null));

        assertThat(whole).isEqualTo(PlainFold.of(synthetic(), tiers(), severities(), ALL));
    }

    @Test
    void aBadRowIsReportedWithItsLineAndSkipped() throws IOException {
        var log = folder.resolve("log.csv");
        Files.writeString(log, """
                number,incident_state,sys_updated_at,opened_at,assignment_group,priority,caller_id,location,category,subcategory,u_symptom
                INC1,New,1/2/2021 08:00,1/2/2021 07:55,Group 70,2 - High,Caller 1,"Hall ""3"", north",Pumps,Seals,Leak
                INC1,Active,31/2/2021 08:10,1/2/2021 07:55,Group 70,2 - High,Caller 1,Hall 3,Pumps,Seals,Leak
                INC1,Active,1/2/2021 08:10
                INC1,On leave,1/2/2021 08:20,1/2/2021 07:55,Group 70,2 - High,Caller 1,Hall 3,Pumps,Seals,Leak
                ?,Active,1/2/2021 08:30,1/2/2021 07:55,Group 70,2 - High,Caller 1,Hall 3,Pumps,Seals,Leak
                INC1,Active,1/2/2035 08:30,1/2/2021 07:55,Group 70,2 - High,Caller 1,Hall 3,Pumps,Seals,Leak
                INC1,Resolved,1/2/2021 09:00,1/2/2021 07:55,Group 999,2 - High,Caller 1,Hall 3,Pumps,Seals,Leak
                INC1,"Closed,1/2/2021 10:00,1/2/2021 07:55,Group 70,2 - High,Caller 1,Hall 3,Pumps,Seals,Leak
                """);

        var run = replayed(log, null);

        assertThat(jdbc.sql("select line from replay_skipped order by line").query(Integer.class).list())
                .containsExactly(3, 4, 5, 6, 7, 9);
        assertThat(table.of(run).unmapped()).containsEntry("bad rows", 6L).containsEntry(
                "team not in the mapping: Group 999", 1L);
        assertThat(counted(run)).containsEntry("tickets", 1L).containsEntry("resolved", 1L);
        assertThat(jdbc.sql("select place from ticket where channel = 'REPLAY'").query(String.class).single())
                .isEqualTo("Hall \"3\", north");
    }

    @Test
    void aLogOrMappingThatCannotBeReadSaysWhy() throws IOException {
        var log = Files.writeString(folder.resolve("log.csv"), "number,state\n");
        var mapping = Files.writeString(folder.resolve("mapping.yml"), "zone: Mars/Olympus\n");

        assertThatThrownBy(() -> replay.prepare(order(folder.resolve("none.csv"), null)))
                .isInstanceOf(LogUnreadable.class).hasMessageContaining("the file is missing");
        assertThatThrownBy(() -> replay.prepare(order(log, null)))
                .isInstanceOf(LogUnreadable.class).hasMessageContaining("there is no column 'incident_state'");
        assertThatThrownBy(() -> replay.prepare(new ReplayOrder(log, mapping, null)))
                .isInstanceOf(ConfigurationInvalid.class).hasMessageContaining("mapping.yml:1:");
    }

    @Test
    void realIncidentsBecomeWhatAPlainFoldOfThemGives() throws IOException {
        var shared = Path.of(Optional.ofNullable(System.getenv("PLEDGE_SHARED")).orElse("../shared"), REAL);
        Assumptions.assumeTrue(Files.exists(shared), () -> "skipped: " + shared.toAbsolutePath().normalize()
                + " is absent; set PLEDGE_SHARED to the folder that has " + REAL);

        var run = replayed(shared, 150);

        assertThat(counted(run)).isEqualTo(PlainFold.of(shared, tiers(), severities(), 150)).containsEntry("tickets",
                150L);
    }

    private ReplayRun replayed(Path log, @Nullable Integer incidents) {
        return finished(replay.prepare(order(log, incidents)));
    }

    private static ReplayRun finished(Replay.Course course) {
        while (!course.run().finished()) {
            course.next();
        }
        return course.run();
    }

    private static ReplayOrder order(Path log, @Nullable Integer incidents) {
        return new ReplayOrder(log, MAPPING, incidents);
    }

    private static Path synthetic() throws IOException {
        return new ClassPathResource("replay/synthetic-log.csv.gz").getFile().toPath();
    }

    private static Map<String, Integer> tiers() {
        var tiers = new HashMap<String, Integer>();
        MappingFile.read(MAPPING).units()
                .forEach(unit -> unit.teams().forEach(team -> tiers.put(team, unit.tier().ordinal())));
        return tiers;
    }

    private static Map<String, String> severities() {
        var severities = new HashMap<String, String>();
        MappingFile.read(MAPPING).severities().forEach((name, severity) -> severities.put(name, severity.name()));
        return severities;
    }

    /** The table in the words of the fold. */
    private Map<String, Long> counted(ReplayRun run) {
        var counts = table.of(run);
        var found = new TreeMap<>(Map.of("tickets", counts.tickets(), "open", counts.open(), "up", counts.up(), "down",
                counts.verb("HANDED_BACK"), "within", counts.verb("ASSIGNED"), "climbs", counts.climbs(), "holds",
                counts.verb("HELD"), "resolved", counts.verb("RESOLVED"), "reopened", counts.reopened(), "closed",
                counts.verb("CLOSED_UNCONFIRMED")));
        found.put("severity", counts.verb("SEVERITY_CHANGED"));
        counts.promises().forEach(line -> found.putAll(Map.of(line.kind() + " made", line.made(),
                line.kind() + " kept", line.kept(), line.kind() + " broken", line.late() + line.never(),
                line.kind() + " open", line.open())));
        found.values().removeIf(count -> count == 0);
        return found;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** All that a replay leaves, told without the numbers that the database gives out. */
    private List<List<Map<String, Object>>> everything() {
        return List.of("""
                select submission_key, state, tier, unit_path, involved_paths::text, title, submitted_at, taken_at,
                       awaiting_since, resolved_at, ended_at, next_due from ticket order by 1
                """, """
                select t.submission_key, e.what, e.actor, e.occurred_at, e.detail - 'to' as detail
                from timeline_entry e join ticket t on t.id = e.ticket_id order by 1, e.occurred_at, e.id
                """, """
                select t.submission_key, p.kind, p.sequence, p.state, p.made_at, p.due_at, p.outcome_at, p.breached_at,
                       p.warned_at, p.detected_at, p.tier, p.unconfirmed, p.voided
                from promise p join ticket t on t.id = p.ticket_id order by 1, 2, 3
                """, """
                select t.submission_key, l.kind, l.sequence, l.what, l.due_at, l.occurred_at
                from ledger_entry l join ticket t on t.id = l.ticket_id order by 1, 2, 3, l.id
                """, "select what, sum(count) as count from replay_unmapped group by what order by what").stream()
                .map(sql -> jdbc.sql(sql).query().listOfRows().stream()
                        .map(row -> {
                            Map<String, Object> plain = new TreeMap<>();
                            row.forEach((key, value) -> plain.put(key, String.valueOf(value)));
                            return plain;
                        }).toList())
                .toList();
    }
}
