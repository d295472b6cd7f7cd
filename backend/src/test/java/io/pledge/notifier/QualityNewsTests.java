package io.pledge.notifier;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.quality.Appeals;
import io.pledge.quality.Cause;
import io.pledge.quality.NewRuling;
import io.pledge.quality.Responsible;
import io.pledge.quality.Rulings;
import io.pledge.quality.Verdict;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.testing.TestDatabase;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is written what of rulings and appeals, read from the outbox. */
@PledgeTest
class QualityNewsTests {
    private static final String WHY = "Two days without word.";

    @Autowired
    Casebook casebook;
    @Autowired
    MovableClock clock;
    @Autowired
    Casework casework;
    @Autowired
    ClosedLoop loop;
    @Autowired
    Rulings rulings;
    @Autowired
    Appeals appeals;
    @Autowired
    Staff staff;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestDatabase database;
    @Autowired
    MockMvc mvc;

    @AfterEach
    void theStaffIsWhatItWas() {
        database.reset();
        readTheStaffAnew();
    }

    @Test
    void whoIsResponsibleHearsTheReasonAndUntilWhenToAppealAndSoDoesTheHead() throws Exception {
        var id = closed("hamburg", "local-engineer");
        rule(id, "hamburg", "local-engineer", null);
        assertThat(mailbox().readers(id)).containsExactly("local-engineer ruled", "local-head ruledBelow");
        var own = mailbox().mail(id, "local-engineer");
        assertThat(own.subject()).contains(id.number().value());
        // 06:00 UTC and one hour; in Hamburg one hour more
        assertThat(own.body()).contains("Lena Brandt,", "Ines Duarte", WHY,
                "appeal until 08:00 on Thursday 3 December, Berlin time", "The rulings that concern you:");
        assertThat(mailbox().mail(id, "local-head").body()).contains("lay with Lena Brandt", WHY);
        mailbox().opens(id, "local-engineer", mvc);
        mailbox().opens(id, "local-head", mvc);
    }

    @Test
    void whereThePersonHeadsTheUnitTheNextAboveHears() throws Exception {
        var id = closed("hamburg", "local-head");
        rule(id, "hamburg", "local-head", null);
        assertThat(mailbox().readers(id)).containsExactly("local-head ruled", "region-head ruledBelow");
        mailbox().opens(id, "region-head", mvc);
    }

    @Test
    void ofARulingOnAWholeUnitOnlyItsHeadHears() throws Exception {
        var id = closed("hamburg", "local-engineer");
        rule(id, "hamburg", null, null);
        assertThat(mailbox().readers(id)).containsExactly("local-head ruledUnit");
        assertThat(mailbox().mail(id, "local-head").body()).contains("Hamburg office as a whole");
        mailbox().opens(id, "local-head", mvc);
    }

    @Test
    void whereAUnitHasNoHeadTheNextAboveHearsWithItsFigures() throws Exception {
        var id = closed("hamburg", "local-engineer");
        jdbc.sql("update service_unit set supervisor_id = null where key = 'hamburg'").update();
        readTheStaffAnew();
        rule(id, "hamburg", null, null);
        assertThat(mailbox().readers(id)).containsExactly("region-head ruledBelow");
        mailbox().opens(id, "region-head", mvc);
    }

    @Test
    void nobodyHearsThatAComplaintWasNotValid() {
        var id = closed("hamburg", "local-engineer");
        rulings.rule(id, new NewRuling(Verdict.NOT_VALID, null, null, WHY, null), officer(), clock.instant());
        assertThat(mailbox().readers(id)).isEmpty();
    }

    @Test
    void whoIsNoLongerResponsibleAfterAnotherLookHearsThat() throws Exception {
        var id = closed("hamburg", "local-engineer");
        long first = rule(id, "hamburg", "local-engineer", null);
        mailbox().empty();
        rule(id, "hamburg", null, first);
        assertThat(mailbox().readers(id)).containsExactly("local-head ruledUnit", "local-engineer rulingLifted");
        mailbox().opens(id, "local-engineer", mvc);
    }

    @Test
    void whoStaysResponsibleAfterAnotherLookHearsOnce() {
        var id = closed("hamburg", "local-engineer");
        long first = rule(id, "hamburg", "local-engineer", null);
        mailbox().empty();
        rule(id, "hamburg", "local-engineer", first);
        assertThat(mailbox().readers(id)).containsExactly("local-engineer ruled", "local-head ruledBelow");
    }

    @Test
    void theOfficersWhoMayDecideAnAppealHearByWhen() throws Exception {
        officers("manager", "hq-engineer", "hamburg-engineer-2", "chengdu-engineer");
        var id = closed("hamburg", "local-engineer");
        appeal(id);
        // not who ruled, nobody of the unit concerned, nobody who does not see the case
        assertThat(mailbox().readers(id)).containsExactlyInAnyOrder("manager appealFiled", "hq-engineer appealFiled");
        assertThat(mailbox().mail(id, "manager").body()).contains("Lena Brandt does not agree",
                "It lay with the region.",
                "decide by 15:00 on Tuesday 24 November, Shanghai time");
        assertThat(mailbox().mail(id, "hq-engineer").body()).contains("Lena Brandt 不同意", "之前作出决定")
                .doesNotContain("appeal");
        mailbox().opens(id, "manager", mvc);
        mailbox().opens(id, "hq-engineer", mvc);
    }

    @Test
    void whereThereIsNoOtherOfficerWhoRuledIsAskedToDecide() throws Exception {
        var id = closed("hamburg", "local-engineer");
        appeal(id);
        assertThat(mailbox().readers(id)).containsExactly("quality appealOwn");
        assertThat(mailbox().mail(id, "quality").body()).contains("no other quality officer",
                "08:00 on Tuesday 24 November");
        mailbox().opens(id, "quality", mvc);
    }

    @Test
    void theAppellantHearsThatTheAppealWasGrantedAndSoDoesWhoRuled() throws Exception {
        officers("manager");
        var id = closed("hamburg", "local-engineer");
        long appeal = appeal(id);
        mailbox().empty();
        appeals.decide(appeal, true, "The region had it.", null, casebook.person("manager"), clock.instant());
        assertThat(mailbox().readers(id)).containsExactly("local-engineer appealGranted", "quality rulingOverturned");
        assertThat(mailbox().mail(id, "local-engineer").body()).contains("in your favour", "The region had it.");
        assertThat(mailbox().mail(id, "quality").body())
                .contains("Henrik Norlund has granted the appeal of Lena Brandt");
        mailbox().opens(id, "local-engineer", mvc);
        mailbox().opens(id, "quality", mvc);
    }

    @Test
    void theAppellantHearsWhyTheRulingStands() {
        officers("manager");
        var id = closed("hamburg", "local-engineer");
        long appeal = appeal(id);
        mailbox().empty();
        appeals.decide(appeal, false, "It lay with you.", null, casebook.person("manager"), clock.instant());
        assertThat(mailbox().readers(id)).containsExactly("local-engineer appealRefused", "quality rulingUpheld");
        assertThat(mailbox().mail(id, "local-engineer").body()).contains("lets the ruling stand", "It lay with you.");
    }

    @Test
    void whoDecidesOnTheirOwnRulingIsNotToldOfIt() {
        var id = closed("hamburg", "local-engineer");
        long appeal = appeal(id);
        mailbox().empty();
        appeals.decide(appeal, false, "It lay with you.", "the only officer", officer(), clock.instant());
        assertThat(mailbox().readers(id)).containsExactly("local-engineer appealRefused");
    }

    @Test
    void inChinaAllOfItIsReadInChineseAndInTheTimeThere() throws Exception {
        var id = closed("shanghai", "shanghai-engineer");
        long ruling = rule(id, "shanghai", "shanghai-engineer", null);
        assertThat(mailbox().readers(id)).containsExactly("shanghai-engineer ruled", "shanghai-head ruledBelow");
        assertThat(mailbox().mail(id, "shanghai-engineer").body()).startsWith("刘洋：").contains("15:00（北京时间）", "之前申诉");
        assertThat(mailbox().mail(id, "shanghai-head").subject()).contains("一项与刘洋有关的裁定");
        mailbox().opens(id, "shanghai-head", mvc);
        long appeal = appeals.file(ruling, "已经交接。", casebook.person("shanghai-engineer"), clock.instant());
        mailbox().empty();
        appeals.decide(appeal, true, "确已交接。", "the only officer", officer(), clock.instant());
        assertThat(mailbox().mail(id, "shanghai-engineer").body()).contains("支持您的决定", "确已交接。");
    }

    private TicketId closed(String unit, String engineer) {
        var id = casebook.open(TicketKind.COMPLAINT, Severity.MAJOR, unit, null);
        casework.take(id, casebook.person(engineer), clock.instant());
        clock.advance(Duration.ofHours(1));
        loop.resolve(id, new Solution("cap", "file 3.2.1", "check at delivery", "It is done."),
                casebook.actor(engineer), clock.instant());
        loop.confirm(id, new Actor.System(), clock.instant());
        mailbox().empty();
        return id;
    }

    private long rule(TicketId id, String unit, @Nullable String person, @Nullable Long seen) {
        var responsible = new Responsible(casebook.unit(unit), person == null ? null : casebook.person(person));
        return rulings.rule(id, new NewRuling(Verdict.VALID, Cause.NO_WORD, responsible, WHY, seen), officer(),
                clock.instant());
    }

    private long appeal(TicketId id) {
        long ruling = rule(id, "hamburg", "local-engineer", null);
        mailbox().empty();
        return appeals.file(ruling, "It lay with the region.", casebook.person("local-engineer"), clock.instant());
    }

    private PersonId officer() {
        return casebook.person("quality");
    }

    private void officers(String... usernames) {
        for (var username : usernames) {
            jdbc.sql("insert into person_role values (:person, 'QUALITY')")
                    .param("person", casebook.person(username).value()).update();
        }
        readTheStaffAnew();
    }

    /** Whoever misses somebody reads the directory anew. */
    private void readTheStaffAnew() {
        assertThat(staff.byUsername("nobody")).isEmpty();
    }

    private StaffMailbox mailbox() {
        return new StaffMailbox(jdbc);
    }
}
