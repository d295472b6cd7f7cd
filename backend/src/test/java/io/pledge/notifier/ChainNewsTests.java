package io.pledge.notifier;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.sla.SlaWatch;
import io.pledge.sql.Sql;
import io.pledge.testing.Agreements;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Casework;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom a chain tells, and at what hour, read from the outbox. */
@PledgeTest
class ChainNewsTests {
    private static final String CHAIN = """
            {"name": "test", "atNight": true, "steps": [
                {"tell": %s, "to": "NEXT_TIER", "takeWithin": {"seconds": 600}},
                {"tell": ["HEAD", "HEAD_ABOVE", "ACCOUNT_MANAGER"], "to": "NEXT_TIER", "takeWithin": {"seconds": 600}}]}
            """;

    /** There is no mail server: what goes out at once is tried again a little later. */
    private static final Duration RETRY = Duration.ofSeconds(15);

    @Autowired
    private Casebook casebook;
    @Autowired
    private Casework casework;
    @Autowired
    private Conversation conversation;
    @Autowired
    private Escalations escalations;
    @Autowired
    private SlaWatch watch;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private StaffMailbox mailbox;

    @BeforeEach
    void mailbox() {
        mailbox = new StaffMailbox(jdbc);
    }

    @Test
    void aStepTellsThoseItNamesAndAsksThoseWhoCanTakeTheCase() {
        var id = brokenUnder("[\"HEAD\"]");
        assertThat(mailbox.readers(id)).containsExactlyInAnyOrder("local-head broken", "region-head escalated",
                "region-engineer escalated", "region-engineer-2 escalated");
    }

    /** The chain escalates once a ticket, not once a link, and not once a kind: nobody has answered since it began. */
    @Test
    void whatBreaksOfAnotherKindWhileNobodyAnsweredIsToldAndMovesTheCaseNoFurther() {
        var id = brokenUnder("[\"HEAD\"]");
        casework.take(id, casebook.person("region-head"), clock.instant());
        mailbox.empty();
        clock.advance(Duration.ofHours(4));
        watch.sweep(clock.instant());

        assertThat(mailbox.readers(id)).containsExactly("region-head broken");
        assertThat(escalations.of(id)).hasSize(1);

        conversation.logCall(id, "We are at it.", null, casebook.person("region-head"), clock.instant());
        clock.advance(Duration.ofHours(4).plusMinutes(1));
        watch.sweep(clock.instant());
        assertThat(escalations.of(id)).hasSize(2);
    }

    @Test
    void whoIsSeveralOfThoseNamedIsToldOnce() {
        var id = open();
        manage(id, "local-head");
        casework.take(id, casebook.person("local-head"), clock.instant());
        agreed(id, "[\"HOLDER\", \"HEAD\", \"ACCOUNT_MANAGER\"]");
        breaks();
        assertThat(mailbox.readers(id)).filteredOn(reader -> reader.endsWith("broken"))
                .containsExactly("local-head broken");
    }

    @Test
    void whoWasToldOfABreachIsNotToldThatItClimbedUnlessTheyCanTakeIt() {
        var id = brokenUnder("[\"HOLDER\", \"HEAD\", \"HEAD_ABOVE\"]");
        notTaken();
        // the region's head heard of it as the head above; that of headquarters has to take it
        assertThat(mailbox.readers(id)).containsExactlyInAnyOrder("hq-head escalated", "hq-engineer escalated",
                "hq-engineer-2 escalated", "account-manager climbed");
        assertThat(mailbox.mail(id, "account-manager").subject())
                .contains("Central Europe region did not take it, it is with Headquarters service now");
    }

    @Test
    void theAccountManagerWhoWasToldAtFirstIsNotToldAgain() {
        var id = brokenUnder("[\"HEAD\", \"ACCOUNT_MANAGER\"]");
        notTaken();
        assertThat(mailbox.readers(id)).noneMatch(reader -> reader.startsWith("account-manager"));
    }

    @Test
    void whatAnEarlierChainToldIsAnotherThing() {
        var id = brokenUnder("[\"HEAD\", \"ACCOUNT_MANAGER\"]");
        casework.take(id, casebook.person("region-engineer"), clock.instant());
        escalations.handBack(id, "update to 3.2.1", casebook.actor("region-engineer"), clock.instant());
        clock.advance(Duration.ofMinutes(1));
        escalations.escalate(id, "Needs the test bench", null, casebook.actor("local-engineer"), clock.instant());
        notTaken();
        assertThat(mailbox.readers(id)).contains("account-manager climbed");
    }

    @Test
    void afterTheLastStepTheHeadOfTheUnitIsTold() {
        var id = brokenUnder("[\"HEAD\"]");
        notTaken();
        notTaken();
        assertThat(mailbox.readers(id)).containsExactly("hq-head escalationIgnored");
    }

    /** The reader's hours: those of the region (Hamburg's) or of headquarters (Shanghai). */
    @ParameterizedTest
    @CsvSource({
            // over midnight
            "2026-11-18T22:00:00Z, hamburg, region-engineer, 2026-11-19T07:00:00Z",
            // over the weekend
            "2026-11-20T15:30:00Z, hamburg, region-engineer, 2026-11-23T07:00:00Z",
            // over Christmas Eve's afternoon, two holidays and a Sunday
            "2026-12-24T11:00:00Z, hamburg, region-engineer, 2026-12-28T07:00:00Z",
            // by day there, and night in Shanghai, where Saturday is worked
            "2026-11-20T14:00:00Z, central-europe, hq-engineer, 2026-11-21T00:00:00Z",
            // by day in both
            "2026-11-20T08:00:00Z, central-europe, hq-engineer, 2026-11-20T08:00:00Z"})
    void aLetterWaitsUntilTheReadersUnitOpens(Instant written, String from, String reader, Instant goes) {
        clock.set(written);
        var id = casebook.open(TicketKind.FAULT, Severity.MAJOR, from, null);
        escalations.escalate(id, "Needs the test bench", null, casebook.actor("local-engineer"), clock.instant());
        assertThat(goes(id, reader)).isBetween(goes, goes.plus(RETRY));
    }

    @Test
    void whatWaitsForTheMorningIsCollectedAndWhatDoesNotIsNot() {
        var id = casebook.open(TicketKind.FAULT, Severity.MAJOR, "central-europe", null);
        clock.set(Instant.parse("2026-11-20T14:00:00Z"));
        escalations.escalate(id, "Needs the factory", null, casebook.actor("region-engineer"), clock.instant());
        escalations.handBack(id, "update to 3.2.1", casebook.actor("hq-engineer"), clock.instant());
        clock.set(Instant.parse("2026-11-23T08:00:00Z"));
        escalations.escalate(id, "Needs the factory again", null, casebook.actor("region-engineer"),
                clock.instant());
        assertThat(jdbc.sql("""
                select coalesce(digest_key, 'alone') from outbox_message
                where recipient_id = :person and key like 'staff:escalated:%' order by id
                """).param("person", "person:" + casebook.person("hq-engineer").value()).query(String.class).list())
                .containsExactly("chain", "alone");
    }

    @Test
    void inTheNightOfAChainThatSaysSoPeopleAreWrittenAtOnce() {
        clock.set(Instant.parse("2026-11-21T22:00:00Z"));
        var id = open();
        escalations.escalate(id, "Needs the test bench", null, casebook.actor("local-engineer"), clock.instant());
        assertThat(goes(id, "region-engineer")).isBetween(clock.instant(), clock.instant().plus(RETRY));
    }

    private TicketId open() {
        return casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg", null);
    }

    /** A case that an account manager looks after and that has climbed to the region. */
    private TicketId brokenUnder(String tell) {
        var id = open();
        manage(id, "account-manager");
        agreed(id, tell);
        breaks();
        return id;
    }

    private void manage(TicketId id, String username) {
        jdbc.sql("update ticket set account_manager_id = :person where id = :ticket")
                .param("person", casebook.person(username).value()).param("ticket", id.value()).update();
    }

    private void agreed(TicketId id, String tell) {
        new Agreements(jdbc).chain(id, CHAIN.formatted(tell), clock.instant());
        mailbox.empty();
    }

    private void breaks() {
        clock.advance(Duration.ofMinutes(31));
        watch.sweep(clock.instant());
    }

    private void notTaken() {
        var before = jdbc.sql("select coalesce(max(id), 0) from outbox_message").query(Long.class).single();
        clock.advance(Duration.ofMinutes(11));
        escalations.sweep(clock.instant());
        jdbc.sql("delete from outbox_message where id <= :before").param("before", before).update();
    }

    private Instant goes(TicketId id, String username) {
        return jdbc.sql("""
                select next_attempt_at from outbox_message
                where reference = :ticket and recipient_id = :person and key like 'staff:escalated:%'
                """).param("ticket", "ticket:" + id.value())
                .param("person", "person:" + casebook.person(username).value())
                .query((row, _) -> Sql.instant(row, "next_attempt_at")).single();
    }
}
