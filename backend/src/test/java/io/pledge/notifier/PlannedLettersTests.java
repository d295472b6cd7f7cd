package io.pledge.notifier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.communication.CommunicationPlan;
import io.pledge.communication.CommunicationPlans;
import io.pledge.communication.Occasion;
import io.pledge.communication.PlanLine;
import io.pledge.communication.Way;
import io.pledge.customer.ContactLevel;
import io.pledge.customer.ContractId;
import io.pledge.incident.Declaration;
import io.pledge.incident.Incidents;
import io.pledge.testing.Mill;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Severity;

import static io.pledge.testing.Mill.line;
import static org.assertj.core.api.Assertions.assertThat;

/** What people of the customer are written because a plan says so. */
class PlannedLettersTests extends PlanScene {
    @Autowired
    private Incidents incidents;

    @Autowired
    CommunicationPlans plans;

    @Test
    void withoutAPlanThoseHearWhoTurnedToUsAndNobodyElse() {
        var ticket = people.fault(mill, Severity.CRITICAL);
        reply(ticket, "We look at it.");
        assertThat(people.letters(ticket, "Marek")).containsExactly("acknowledgement", "reply");
        assertThat(people.letters(ticket, "Ola")).isEmpty();
    }

    @Test
    void whoHearsThatACaseIsReceivedReadsHowItStandsWithALinkOfTheirOwn() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.RECEIVED));
        var ticket = people.fault(mill, Severity.CRITICAL);
        assertThat(people.letters(ticket, "Ola")).containsExactly("standing");
        var letter = people.last(ticket, "Ola");
        assertThat(letter.body()).contains("Marek has turned to us", "critical", "07:30 on Thursday 19 November",
                "your company").doesNotContain("thank you for telling us");
        assertThat(letter.link()).isNotEqualTo(people.last(ticket, "Marek").link());
    }

    @Test
    void everybodyReadsInTheirOwnLanguageAndTheZoneOfTheirCompany() {
        people.agree(mill, line(ContactLevel.OPERATIONS_HEAD, Occasion.RECEIVED));
        var ticket = people.fault(mill, Severity.CRITICAL);
        assertThat(people.last(ticket, "Wei").body()).contains("Wei，您好", "07:30（华沙时间", "紧急");
    }

    @Test
    void whoTurnedToUsAndStandsInThePlanTooIsWrittenOnce() {
        people.agree(mill, line(ContactLevel.OPERATIONS_ENGINEER, Occasion.values()));
        var ticket = people.fault(mill, Severity.CRITICAL);
        reply(ticket, "We look at it.");
        resolve(ticket);
        assertThat(people.letters(ticket, "Marek")).containsExactly("acknowledgement", "reply", "resolved");
        assertThat(jdbc.sql("select count(*) from participant where ticket_id = ?").param(ticket.value())
                .query(Integer.class).single()).isOne();
    }

    @Test
    void whoIsKnownByAnAddressAloneIsWrittenOnceToo() {
        people.agree(mill, line(ContactLevel.OPERATIONS_HEAD, Occasion.values()));
        var ticket = people.fault(mill, Severity.CRITICAL, "Marek", "WEI@mill.example");
        assertThat(people.letters(ticket, "Wei")).isEmpty();
        assertThat(people.letters(ticket, "Marek")).containsExactly("acknowledgement");
    }

    @Test
    void twoLinesAboutTheSamePersonMakeOneLetter() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.RECEIVED), new PlanLine(null,
                people.contact(mill, "Ola"), Set.of(Occasion.RECEIVED), Way.MAIL, Severity.CRITICAL, true, false));
        var ticket = people.fault(mill, Severity.CRITICAL);
        assertThat(people.letters(ticket, "Ola")).containsExactly("standing");
        assertThat(owed(ticket)).as("one of the two lines wants it confirmed").hasSize(1);
    }

    @Test
    void everyOccasionOfThePlanReachesThoseWhoHearOfItAndNobodyElse() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.DELAY, Occasion.CLOSING), line(
                ContactLevel.OPERATIONS_HEAD, Occasion.PROGRESS, Occasion.VISIT, Occasion.SHIPMENT, Occasion.SOLUTION));
        var ticket = people.fault(mill, Severity.CRITICAL);
        pass(Duration.ofMinutes(31));
        reply(ticket, "We look at it.");
        var engineer = casebook.actor("local-engineer");
        field.arrived(ticket, null, engineer, clock.instant());
        field.shipped(ticket, "Fan", null, engineer, clock.instant());
        resolve(ticket);
        loop.confirm(ticket, new Actor.System(), clock.instant());
        assertThat(people.letters(ticket, "Ola")).containsExactly("missed", "ended");
        assertThat(people.letters(ticket, "Wei")).containsExactly("copied", "arrived", "shippedNews", "solved");
        assertThat(people.letters(ticket, "Marek")).containsExactly("acknowledgement", "missed", "reply", "shipped",
                "resolved", "closed");
    }

    @Test
    void whoHearsOfMajorIncidentsReadsWhatIsWrittenWhileTheCaseBelongsToOne() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.MAJOR_INCIDENT));
        var ticket = people.fault(mill, Severity.CRITICAL);
        reply(ticket, "We look at it.");
        assertThat(people.letters(ticket, "Ola")).isEmpty();
        incidents.declare(new Declaration("rectifiers", "Rectifiers drop out", "整流模块退出", Severity.CRITICAL,
                casebook.unit("hq"), casebook.person("hq-head"), true, List.of(ticket)), casebook.person("hq-head"),
                clock.instant());
        reply(ticket, "Several plants report the same.");

        assertThat(people.letters(ticket, "Ola")).containsExactly("copied");
        assertThat(people.letters(ticket, "Marek")).containsExactly("acknowledgement", "reply", "wider");
        assertThat(people.last(ticket, "Marek").body()).contains("Your case belongs to a wider fault",
                "Several plants report the same.");
    }

    @Test
    void ofAnIncidentThatItsLeadHidesFromCustomersNoLetterTells() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.MAJOR_INCIDENT));
        var ticket = people.fault(mill, Severity.CRITICAL);
        incidents.declare(new Declaration("rectifiers", "Rectifiers drop out", "整流模块退出", Severity.CRITICAL,
                casebook.unit("hq"), casebook.person("hq-head"), false, List.of(ticket)), casebook.person("hq-head"),
                clock.instant());
        reply(ticket, "We look at it.");
        assertThat(people.letters(ticket, "Marek")).containsExactly("acknowledgement", "reply");
        assertThat(people.letters(ticket, "Ola")).isEmpty();
    }

    @Test
    void whoHearsOnlyOfCriticalCasesHearsNothingOfOthers() {
        people.agree(mill, Mill.from(Severity.CRITICAL, line(ContactLevel.EXECUTIVE, Occasion.values())));
        var ticket = people.fault(mill, Severity.MAJOR);
        reply(ticket, "We look at it.");
        assertThat(people.letters(ticket, "Ola")).isEmpty();
    }

    @Test
    void whoHearsOfCriticalCasesIsToldOnceHowACaseStandsThatBecomesOne() {
        people.agree(mill, Mill.from(Severity.CRITICAL, line(ContactLevel.EXECUTIVE, Occasion.values())),
                line(ContactLevel.OPERATIONS_HEAD, Occasion.DELAY));
        var ticket = people.fault(mill, Severity.MAJOR);
        var engineer = casebook.actor("local-engineer");
        triage.changeSeverity(ticket, Severity.CRITICAL, "The line stands still.", engineer, clock.instant());
        assertThat(people.letters(ticket, "Ola")).containsExactly("standing");
        assertThat(people.letters(ticket, "Wei")).as("has heard of it, and reads of other times")
                .doesNotContain("standing");
        triage.changeSeverity(ticket, Severity.MAJOR, "No, it does not.", engineer, clock.instant());
        triage.changeSeverity(ticket, Severity.CRITICAL, "It does.", engineer, clock.instant());
        assertThat(people.letters(ticket, "Ola")).filteredOn("standing"::equals).hasSize(1);
    }

    @Test
    void aCaseWhoseCustomerIsAttachedLaterIsToldByThePlanFromThen() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.RECEIVED, Occasion.PROGRESS));
        var ticket = casebook.open();
        assertThat(people.letters(ticket, "Ola")).isEmpty();
        triage.attach(ticket, mill, casebook.actor("local-engineer"), clock.instant());
        reply(ticket, "We look at it.");
        assertThat(people.letters(ticket, "Ola")).containsExactly("standing", "copied");
    }

    @Test
    void aPlanIsOverWithItsContract() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.RECEIVED, Occasion.PROGRESS));
        var ticket = people.fault(mill, Severity.CRITICAL);
        jdbc.sql("update contract set ends_on = date '2026-11-19'").update();
        reply(ticket, "On its last day.");
        // midnight at the customer's is 23:00 in UTC
        time.set(Instant.parse("2026-11-19T23:00:01Z"));
        reply(ticket, "On the day after.");
        assertThat(people.letters(ticket, "Ola")).containsExactly("standing", "copied");
    }

    @Test
    void whoIsRetiredOrErasedHearsNothing() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.PROGRESS),
                line(ContactLevel.OPERATIONS_HEAD, Occasion.PROGRESS));
        var ticket = people.fault(mill, Severity.CRITICAL);
        jdbc.sql("update contact set retired_at = now() where name = 'Ola'").update();
        jdbc.sql("update contact set name = null, email = null, erased_at = now() where name = 'Wei'").update();
        reply(ticket, "We look at it.");
        assertThat(people.letters(ticket, "Ola")).isEmpty();
        assertThat(people.letters(ticket, "Wei")).isEmpty();
    }

    @Test
    void aNewAddressOfAContactIsTheOneThatIsWrittenTo() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.RECEIVED, Occasion.PROGRESS));
        var ticket = people.fault(mill, Severity.CRITICAL);
        jdbc.sql("update contact set email = 'board@mill.example' where name = 'Ola'").update();
        reply(ticket, "We look at it.");
        assertThat(jdbc.sql("select address from outbox_message where key like 'customer:copied:%'")
                .query(String.class).list()).containsExactly("board@mill.example");
    }

    @Test
    void theBestContractThatHasAPlanCounts() {
        jdbc.sql("""
                 insert into contract (customer_id, number, level, starts_on)
                 values (?, 'C-2', 'SILVER', '2020-01-01')
                 """).param(mill.value()).update();
        agree(contract("C-2"), line(ContactLevel.OPERATIONS_HEAD, Occasion.RECEIVED));
        assertThat(people.letters(people.fault(mill, Severity.MINOR), "Wei")).containsExactly("standing");
        agree(contract("C-mill"), line(ContactLevel.EXECUTIVE, Occasion.RECEIVED));
        var second = people.fault(mill, Severity.MINOR);
        assertThat(people.letters(second, "Wei")).isEmpty();
        assertThat(people.letters(second, "Ola")).containsExactly("standing");
    }

    @Test
    void whoMaySayThatItIsSolvedIsAskedAndRemindedAndOthersAreTold() {
        people.agree(mill, Mill.answering(line(ContactLevel.OPERATIONS_HEAD, Occasion.SOLUTION)),
                line(ContactLevel.EXECUTIVE, Occasion.SOLUTION));
        var ticket = people.fault(mill, Severity.CRITICAL);
        resolve(ticket);
        assertThat(people.letters(ticket, "Wei")).containsExactly("resolved");
        assertThat(people.letters(ticket, "Ola")).containsExactly("solved");
        assertThat(people.last(ticket, "Ola").body()).contains("We have asked Marek", "file 3.2.1 loaded");
    }

    @Test
    void aCancelledCaseTellsWhy() {
        people.agree(mill, line(ContactLevel.EXECUTIVE, Occasion.CLOSING));
        var ticket = people.fault(mill, Severity.CRITICAL);
        loop.cancel(ticket, "Entered twice.", casebook.actor("local-engineer"), clock.instant());
        assertThat(people.last(ticket, "Ola").body()).contains("It was withdrawn. The reason: Entered twice.");
    }

    private ContractId contract(String number) {
        return new ContractId(jdbc.sql("select id from contract where number = ?").param(number).query(Long.class)
                .single());
    }

    private void agree(ContractId contract, PlanLine line) {
        plans.agree(new CommunicationPlan(contract, 0, Duration.ofHours(4), List.of(line)),
                casebook.person("admin"));
    }
}
