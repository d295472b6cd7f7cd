package io.pledge.sla;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.config.ConfigurationInvalid;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;
import io.pledge.testing.Casebook;
import io.pledge.testing.Misprint;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.testing.TestDatabase;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two nodes with disks of their own on one database, beside the application itself, which hears of it as a third. */
@PledgeTest
class PolicyReloadTests {
    private static final String POLICIES = "sla-policies.yml";
    private static final String HAMBURG = "calendars/office-hamburg.yml";

    @TempDir
    private Path firstDisk;
    @TempDir
    private Path secondDisk;
    @Autowired
    private ApplicationContext beans;
    @Autowired
    private PoliciesInForce application;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Promises promises;
    @Autowired
    private Explanations explanations;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private LoaderNode first;
    private LoaderNode second;
    private ServiceUnit hamburg;
    private PersonId admin;

    @BeforeEach
    void twoNodes(@Autowired Units units) {
        first = LoaderNode.start(firstDisk.resolve("config"), beans);
        second = LoaderNode.start(secondDisk.resolve("config"), beans);
        hamburg = units.byKey("hamburg").orElseThrow();
        admin = casebook.person("admin");
    }

    @AfterEach
    void theApplicationGoesBackToItsOwnFiles(@Autowired TestDatabase database) {
        database.reset();
        application.follow();
    }

    @Test
    void aChangedFileCountsOnlyOnceSomebodyPutsItIntoForceAndThenOnEveryNode() {
        first.edit(POLICIES, PolicyReloadTests::majorWithinOneHour);

        assertThat(changes(first)).containsExactly("policies CHANGED");
        assertThat(acknowledgement(first)).isEqualTo(Duration.ofHours(2));
        assertThat(first.reload.put(first.seen(), admin)).isEqualTo(new OnDisk.Same());
        assertThat(acknowledgement(first)).isEqualTo(Duration.ofHours(1));
        assertThat(first.reload.look()).isEqualTo(new OnDisk.Same());

        assertThat(acknowledgement(second)).isEqualTo(Duration.ofHours(2));
        second.inForce.follow();
        assertThat(acknowledgement(second)).isEqualTo(Duration.ofHours(1));
        assertThat(second.inForce.now()).isEqualTo(first.inForce.now());
    }

    @Test
    void theDatabaseSaysSinceWhenAndThroughWhomItIsInForce() {
        clock.advance(Duration.ofHours(3));
        first.edit(POLICIES, PolicyReloadTests::majorWithinOneHour);
        first.reload.put(first.seen(), admin);

        assertThat(second.reload.since()).isEqualTo(new PolicyReload.Since(clock.instant(), admin));
    }

    @Test
    void whatMakesNoSenseIsRefusedWithFileAndLineAndTheOldVersionStaysInForce() {
        long kept = count("sla_version");
        var misprint = Misprint.in(Path.of("config", POLICIES), firstDisk.resolve("config"),
                "acknowledgement: {within: PT2H, on: unit", "acknowledgement: {within: soon, on: unit");

        var refused = (OnDisk.Refused) first.reload.look();
        assertThat(refused.file()).isEqualTo(misprint.file().toString());
        assertThat(refused.line()).isEqualTo(misprint.line());
        assertThat(refused.reason()).contains("not 'soon'");
        assertThat(first.reload.put("whatever", admin)).isEqualTo(refused);
        assertThat(acknowledgement(first)).isEqualTo(Duration.ofHours(2));
        assertThat(count("sla_version")).isEqualTo(kept);
        assertThat(count("sla_in_force")).isOne();
    }

    @Test
    void aBrokenCalendarIsRefusedWithFileAndLineToo() {
        var misprint = Misprint.in(Path.of("config", HAMBURG), firstDisk.resolve("config/calendars"),
                "fri: 08:00-16:00", "fri: [08:00-12:00, 11:00-16:00]");

        assertThat(first.reload.look()).isInstanceOfSatisfying(OnDisk.Refused.class, refused -> {
            assertThat(refused.file()).endsWith(HAMBURG);
            assertThat(refused.line()).isEqualTo(misprint.line());
            assertThat(refused.reason()).contains("overlap");
        });
    }

    @Test
    void aCalendarThatAUnitUsesCannotBeTakenAway() {
        first.delete("calendars/office-warsaw.yml");

        assertThat(first.reload.look()).isInstanceOfSatisfying(OnDisk.Refused.class,
                refused -> assertThat(refused.reason()).startsWith(
                        "unit 'warsaw' names the calendar 'office-warsaw', which is none of [always, "));
        assertThat(first.inForce.calendars()).extracting(BusinessCalendar::name).contains("office-warsaw");
    }

    @Test
    void aCalendarThatAContractNamesCannotBeTakenAway() {
        jdbc.sql("""
                with new as (insert into customer (key, name, language, zone)
                             values ('mill', 'Mill', 'en', 'Europe/Warsaw') returning id)
                insert into contract (customer_id, number, level, calendar, starts_on, ends_on)
                select id, 'C-' || calendar, 'GOLD', calendar, '2020-01-01', ends_on
                from new, (values ('ended', date '2021-01-01'), ('of-the-mill', null)) c (calendar, ends_on)
                """).update();

        assertThat(first.reload.look()).isInstanceOfSatisfying(OnDisk.Refused.class,
                refused -> assertThat(refused.reason())
                        .startsWith("a contract names the calendar 'of-the-mill', which is none of"));
    }

    @Test
    void aCalendarOnWhichAPromiseWouldNeverComeDueIsRefused() {
        first.edit("calendars/always.yml", text -> "zone: UTC\nweekly:\n  mon: 00:00:00-00:00:01\n");

        assertThat(first.reload.look()).isInstanceOfSatisfying(OnDisk.Refused.class, refused -> {
            assertThat(refused.file()).endsWith("calendars/always.yml");
            assertThat(refused.reason()).isEqualTo(
                    "a promise of PT96H would never come due: the calendar has not so many hours");
        });
    }

    @Test
    void aPromiseKeepsTheVersionItWasMadeUnderAndNewCasesGetTheNewOne() {
        var before = major();
        var due = acknowledgement(before).dueAt();

        first.edit(POLICIES, PolicyReloadTests::majorWithinOneHour);
        first.edit(HAMBURG, text -> text.replace("mon-thu: 08:00-17:00", "mon-thu: 10:00-17:00"));
        first.reload.put(first.seen(), admin);
        application.follow();
        var after = major();

        assertThat(acknowledgement(before).dueAt()).isEqualTo(due);
        // opened at seven in the morning in Berlin
        assertThat(Duration.between(clock.instant(), due)).isEqualTo(Duration.ofHours(3));
        assertThat(Duration.between(clock.instant(), acknowledgement(after).dueAt())).isEqualTo(Duration.ofHours(4));
        clock.set(due.plusSeconds(1));
        sweep();
        assertThat(acknowledgement(before).breachedAt()).isEqualTo(due);
        assertThat(explained(before)).isNotEqualTo(explained(after)).isEqualTo(2 * 3600);
    }

    @Test
    void takingALineAwayLeavesThePromisesRunningThatItMade() {
        var ticket = major();
        var running = promises.of(ticket);

        first.edit(POLICIES, text -> text.replaceFirst("(?s)  - name: major\n.*?\n\n", ""));
        first.reload.put(first.seen(), admin);
        application.follow();

        assertThat(promises.of(ticket)).isEqualTo(running).extracting(Promise::policyLine).containsOnly("major");
        assertThat(promises.of(major())).extracting(Promise::policyLine).containsOnly("default");
        clock.set(acknowledgement(ticket).dueAt().plus(Duration.ofDays(1)));
        sweep();
        assertThat(promises.of(ticket)).filteredOn(p -> p.kind() == PromiseKind.PROGRESS).hasSizeGreaterThan(1)
                .extracting(Promise::policyLine).containsOnly("major");
    }

    @Test
    void whatWasChangedAfterSomebodyLookedIsNotPutIntoForceUnseen() {
        first.edit(POLICIES, PolicyReloadTests::majorWithinOneHour);
        var seen = first.seen();
        first.edit(POLICIES, text -> text.replace("PT80H", "PT90H"));

        assertThat(first.reload.put(seen, admin)).isInstanceOf(OnDisk.Different.class);
        assertThat(acknowledgement(first)).isEqualTo(Duration.ofHours(2));
        assertThat(count("sla_in_force")).isOne();
    }

    @Test
    void whoeverLookedBeforeAnotherPutSomethingElseIntoForceLooksAgain() {
        first.edit(POLICIES, PolicyReloadTests::majorWithinOneHour);
        second.edit(HAMBURG, text -> text.replace("mon-thu: 08:00-17:00", "mon-thu: 10:00-17:00"));
        var seen = second.seen();
        first.reload.put(first.seen(), admin);

        assertThat(second.reload.put(seen, admin)).isInstanceOf(OnDisk.Different.class);
        assertThat(changes(second)).containsExactly("calendar:office-hamburg CHANGED", "policies CHANGED");
        assertThat(acknowledgement(second)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void twoAdministratorsWhoPressAtTheSameMomentMakeOneEntry() throws Exception {
        first.edit(POLICIES, PolicyReloadTests::majorWithinOneHour);
        second.edit(POLICIES, PolicyReloadTests::majorWithinOneHour);
        var start = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var presses = threads.invokeAll(List.of(press(first, start), press(first, start), press(second, start),
                    press(second, start)));
            for (var press : presses) {
                assertThat(press.get()).isEqualTo(new OnDisk.Same());
            }
        }
        assertThat(count("sla_in_force")).isEqualTo(2);
        assertThat(first.inForce.now()).isEqualTo(second.inForce.now());
    }

    @Test
    void whatIsPromisedDuringAReloadIsOfOneVersionAndNeverOfTwo() throws Exception {
        var old = first.terms(hamburg);
        try (var reader = Executors.newSingleThreadExecutor()) {
            var goesOn = new AtomicBoolean(true);
            var mixed = reader.submit(() -> mixedWhile(goesOn, old));
            try {
                for (int turn = 0; turn < 10; turn++) {
                    first.edit(POLICIES, turn % 2 == 0
                            ? PolicyReloadTests::majorWithinOneHour
                            : text -> text.replace("within: PT1H, on: unit", "within: PT2H, on: unit"));
                    first.edit(HAMBURG, turn % 2 == 0
                            ? text -> text.replace("mon-thu: 08:00", "mon-thu: 10:00")
                            : text -> text.replace("mon-thu: 10:00", "mon-thu: 08:00"));
                    first.reload.put(first.seen(), admin);
                }
            } finally {
                goesOn.set(false);
            }
            assertThat(mixed.get()).isZero();
        }
        assertThat(first.terms(hamburg)).isEqualTo(old);
        assertThat(count("sla_in_force")).isEqualTo(11);
    }

    /** How many terms had the policies of one moment and the calendar of another. */
    private int mixedWhile(AtomicBoolean goesOn, Terms old) {
        int mixed = 0;
        long calendar = old.targets().get(PromiseKind.ACKNOWLEDGEMENT).calendarVersion();
        while (goesOn.get()) {
            var terms = first.terms(hamburg);
            var target = terms.targets().get(PromiseKind.ACKNOWLEDGEMENT);
            boolean isOld = terms.policyVersion() == old.policyVersion();
            if (isOld != (target.calendarVersion() == calendar) || isOld != (target.allowance().seconds() == 7200)) {
                mixed++;
            }
        }
        return mixed;
    }

    @Test
    void aNodeThatStartsWithOtherFilesPutsThemIntoForceAndTheOthersFollow() {
        second.edit(POLICIES, PolicyReloadTests::majorWithinOneHour);
        clock.advance(Duration.ofHours(1));
        LoaderNode.startOn(secondDisk.resolve("config"), beans);

        first.inForce.follow();
        assertThat(acknowledgement(first)).isEqualTo(Duration.ofHours(1));
        assertThat(first.reload.since()).isEqualTo(new PolicyReload.Since(clock.instant(), null));
    }

    @Test
    void aStartWithTheFilesInForceChangesNothing() {
        clock.advance(Duration.ofHours(1));
        LoaderNode.startOn(secondDisk.resolve("config"), beans);

        assertThat(count("sla_in_force")).isOne();
    }

    @Test
    void aStartThatIsRefusedPutsNothingIntoForce() {
        second.edit(POLICIES, PolicyReloadTests::majorWithinOneHour);
        second.delete("calendars/office-warsaw.yml");

        assertThatExceptionOfType(ConfigurationInvalid.class)
                .isThrownBy(() -> LoaderNode.startOn(secondDisk.resolve("config"), beans))
                .withMessageContaining("unit 'warsaw' names the calendar 'office-warsaw'");
        first.inForce.follow();
        assertThat(acknowledgement(first)).isEqualTo(Duration.ofHours(2));
    }

    private static String majorWithinOneHour(String text) {
        return text.replace("within: PT2H, on: unit", "within: PT1H, on: unit");
    }

    private Callable<OnDisk> press(LoaderNode node, CyclicBarrier start) {
        var seen = node.seen();
        return () -> {
            start.await();
            return node.reload.put(seen, admin);
        };
    }

    private static List<String> changes(LoaderNode node) {
        return ((OnDisk.Different) node.reload.look()).changes().stream()
                .map(change -> change.name() + " " + change.kind()).toList();
    }

    private Duration acknowledgement(LoaderNode node) {
        return Duration.ofSeconds(node.terms(hamburg).targets().get(PromiseKind.ACKNOWLEDGEMENT).allowance()
                .seconds());
    }

    private TicketId major() {
        return casebook.open(TicketKind.FAULT, Severity.MAJOR, "hamburg", null);
    }

    private Promise acknowledgement(TicketId ticket) {
        return promises.of(ticket).stream().filter(p -> p.kind() == PromiseKind.ACKNOWLEDGEMENT).findFirst()
                .orElseThrow();
    }

    private long explained(TicketId ticket) {
        return explanations.of(ticket, PromiseKind.ACKNOWLEDGEMENT, 1, clock.instant()).orElseThrow().terms().targets()
                .get(PromiseKind.ACKNOWLEDGEMENT).allowance().seconds();
    }

    private void sweep() {
        for (int due = watch.sweep(clock.instant()); due > 0; due = watch.sweep(clock.instant())) {
            assertThat(due).isPositive();
        }
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
