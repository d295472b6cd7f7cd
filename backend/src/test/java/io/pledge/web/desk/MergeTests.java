package io.pledge.web.desk;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.customer.CustomerImport;
import io.pledge.customer.CustomerPlan;
import io.pledge.notifications.Confirmation;
import io.pledge.notifications.ConfirmationRequest;
import io.pledge.notifications.Confirmations;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Hearing;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.TicketState;

import static org.assertj.core.api.Assertions.assertThat;

/** Two cases of one matter become one: nothing that was said or promised in either is lost. */
@PledgeTest
class MergeTests {
    @Autowired
    private BeanFactory beans;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Cases cases;
    @Autowired
    private Promises promises;
    @Autowired
    private Conversation conversation;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Participants participants;
    @Autowired
    private PrivateLinks links;
    @Autowired
    private Confirmations confirmations;
    @Autowired
    private CustomerImport imported;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private TicketId first;
    private TicketId second;
    private CaseAtDesk desk;

    /** A major fault, reported again a minute later as critical by the same person. */
    @BeforeEach
    void twoReportsOfTheSameFault() {
        first = casebook.open(TicketKind.FAULT, Severity.MAJOR, "hamburg", "marek@mill.example");
        clock.advance(Duration.ofMinutes(1));
        second = casebook.open(TicketKind.FAULT, Severity.CRITICAL, "hamburg", "Marek@mill.example");
        desk = CaseAtDesk.of(second, beans);
    }

    @Test
    void theEarliestRunningPromiseOfEachKindSurvivesInTheCaseThatGoesOn() {
        var due = running(second, PromiseKind.ACKNOWLEDGEMENT).dueAt();
        assertThat(due).isBefore(running(first, PromiseKind.ACKNOWLEDGEMENT).dueAt());
        merge();

        assertThat(promises.of(second)).extracting(Promise::state).containsOnly(PromiseState.WITHDRAWN);
        assertThat(running(first, PromiseKind.ACKNOWLEDGEMENT).dueAt()).isEqualTo(due);
        assertThat(of(first, PromiseKind.ACKNOWLEDGEMENT)).extracting(Promise::state)
                .containsExactly(PromiseState.WITHDRAWN, PromiseState.RUNNING);
        assertThat(cases.require(first).nextDue()).isEqualTo(due);
        assertThat(CaseAtDesk.of(first, beans).read("/promises/acknowledgement-2")).contains(
                "It was promised in case " + second.number().value(), "The line “critical”");
    }

    @Test
    void theMergedCaseEndsAndSaysWhereItGoesOn() {
        merge();
        assertThat(cases.require(second).state()).isEqualTo(TicketState.MERGED);
        assertThat(cases.require(second).goesOnAs()).isEqualTo(first);
        assertThat(desk.read("")).contains("Lena Brandt merged it into " + first.number().value())
                .doesNotContain("data-dialog=\"hold\"", "data-dialog=\"reopen\"");
        assertThat(CaseAtDesk.of(first, beans).read("")).contains(
                "Lena Brandt merged " + second.number().value() + " into this case", "Merged into this case");
        assertThat(desk.post("reopen", "reason", "Again.")).hasStatusOk().bodyText()
                .contains("was cancelled or merged cannot be reopened");
    }

    @Test
    void theLinkOfTheMergedCaseOpensTheOtherWithEverythingSaidInBoth() {
        var link = links.issueByMail(List.of(new PrivateLinks.Opened(second, participants.submitter(second).id())))
                .getFirst();
        conversation.customerWrites(second, "It drips from the cover.", List.of(), participants.submitter(second).id(),
                clock.instant());
        conversation.note(second, "Ask the fitter.", casebook.person("local-engineer"), clock.instant());
        merge();

        var page = desk.get("/c/" + link + "?lang=en");
        assertThat(page).contains(first.number().value(), "It drips from the cover.",
                "Your case " + second.number().value() + " is the same matter").doesNotContain("Ask the fitter.");
        assertThat(CaseAtDesk.of(first, beans).read("")).contains("It drips from the cover.", "Ask the fitter.",
                "in " + second.number().value());
        assertThat(participants.of(first)).as("the same person once").hasSize(1);
    }

    @Test
    void aLinkThatABrowserWasShownProvesNoAddressAndStaysAtTheMergedCase() {
        var link = links.issue(second, participants.submitter(second).id());
        conversation.customerWrites(first, "What the mill told us.", List.of(), participants.submitter(first).id(),
                clock.instant());
        merge();
        assertThat(desk.get("/c/" + link + "?lang=en")).contains("This case goes on as " + first.number().value())
                .doesNotContain("What the mill told us.");
        assertThat(desk.get("/c/" + link + "?lang=zh-CN")).contains("并入 " + first.number().value());
    }

    @Test
    void aTaskToReachTheCustomerStaysWithWhoeverHasIt() {
        confirmations.ask(new ConfirmationRequest("unreachable:x", "ticket:" + second.value(), "PL", "person:1",
                clock.instant(), clock.instant().plusSeconds(60), List.of()));
        merge();
        assertThat(confirmations.forReference("ticket:" + second.value())).filteredOn(Confirmation::open)
                .extracting(Confirmation::key).containsExactly("unreachable:x");
    }

    @Test
    void whoStoodOnlyInTheMergedCaseHearsOfTheOtherFromNowOn() {
        var customer = mill();
        Stream.of(first, second).forEach(id -> CaseAtDesk.of(id, beans).done("customer", "customer", customer));
        jdbc.sql("update participant set email = 'ola@mill.example', name = 'Ola' where ticket_id = :id")
                .param("id", second.value()).update();
        merge();
        assertThat(participants.of(first)).extracting(person -> person.name()).containsExactly("Marek", "Ola");
        assertThat(letters()).hasSize(2).allSatisfy(
                letter -> assertThat(letter).contains("Your case " + second.number().value()));
    }

    @Test
    void theCustomerIsToldOnceWithTheNextWord() {
        merge();
        assertThat(letters()).singleElement().asString().contains("Your case " + second.number().value(),
                "What we promised you first, we keep.");
        assertThat(desk.post("merge", "into", first.number().value())).hasStatusOk();
        assertThat(letters()).hasSize(1);
    }

    @Test
    void mergingAHeldCaseEndsTheHoldFirst() {
        desk.done("hold", "reason", "We wait for the log.");
        CaseAtDesk.of(first, beans).done("hold", "reason", "We wait for the log.");
        clock.advance(Duration.ofMinutes(5));
        merge();
        assertThat(jdbc.sql("select count(*) from hold where ended_at is null").query(Integer.class).single()).isZero();
        assertThat(cases.require(first).state()).isEqualTo(TicketState.NEW);
        assertThat(promises.of(first)).extracting(Promise::state).doesNotContain(PromiseState.PAUSED);
    }

    @Test
    void aMessageThatTheServerTakesAfterTheMergingCountsWhereTheMatterGoesOn() {
        desk.done("reply", "text", "We are on our way.");
        merge();
        long message = jdbc.sql("select id from message where body = 'We are on our way.'").query(Long.class).single();
        clock.advance(Duration.ofMinutes(1));
        beans.getBean(Hearing.class).heard(message, clock.instant());
        assertThat(of(first, PromiseKind.ACKNOWLEDGEMENT)).extracting(Promise::state)
                .containsExactly(PromiseState.WITHDRAWN, PromiseState.KEPT);
    }

    @Test
    void nobodyOwesAConfirmationOfAMergedCase() {
        merge();
        assertThat(confirmations.forReference("ticket:" + second.value())).isNotEmpty()
                .noneMatch(Confirmation::open);
        assertThat(confirmations.forReference("ticket:" + first.value())).anyMatch(Confirmation::open);
    }

    @Test
    void mergedAgainTheMatterGoesOnInTheLastCase() {
        merge();
        var third = casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", "marek@mill.example");
        CaseAtDesk.of(first, beans).done("merge", "into", third.number().value());
        assertThat(cases.require(second).goesOnAs()).isEqualTo(third);
        assertThat(CaseAtDesk.of(third, beans).read("")).contains(first.number().value(), second.number().value());
    }

    @Test
    void casesOfTwoCustomersAreNotMergedAndNotOffered() {
        desk.done("customer", "customer", mill());
        assertNothingHappens(first.number().value(), "Please choose one of the cases found.");
        assertThat(desk.read("/merge/choices")).contains("no other open case");
    }

    @Test
    void aStrangersCaseIsNotOfferedToSomebodyUnknown() {
        var other = casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", "somebody@else.example");
        assertThat(desk.read("/merge/choices")).contains(first.number().value())
                .doesNotContain(other.number().value());
        assertNothingHappens(other.number().value(), "Please choose one of the cases found.");
    }

    @Test
    void forgedNumbersAndTheCaseItselfAreRefusedAtTheField() {
        Stream.of("", "x", "PL-1", second.number().value(), "99999999999999999999")
                .forEach(number -> assertNothingHappens(number, "Please choose one of the cases found."));
    }

    @Test
    void aResolvedCaseNeitherGoesOnInAnotherNorTakesOneOver() {
        loop.resolve(first, new Solution("a cap", "file 3.2.1", "a check", "Done."), casebook.actor("local-engineer"),
                clock.instant());
        assertThat(desk.read("/merge/choices")).doesNotContain(first.number().value());
        assertNothingHappens(first.number().value(), "Please choose one of the cases found.");
        assertThat(CaseAtDesk.of(first, beans).post("merge", "into", second.number().value())).hasStatusOk()
                .bodyText().contains("waits for the customer’s answer");
    }

    @Test
    void whoDoesNotWorkOnTheCaseCannotMergeIt() {
        assertThat(desk.by("quality").post("merge", "into", first.number().value())).hasStatus(403);
        assertThat(desk.by(casebook.colleagueIn("shanghai")).post("merge", "into", first.number().value()))
                .hasStatus(404);
    }

    @Test
    void theDialogShowsWhichPromisesComeOverAndWritesNothing() {
        var before = desk.everything();
        assertThat(desk.read("/merge/choices")).contains(first.number().value(), "Fault, Major, since");
        assertThat(desk.read("/merge?into=" + first.number().value())).contains("First answer",
                "by 07:31 today (until now by 10:00 today)").doesNotContain("no longer promised");
        assertThat(desk.everything()).isEqualTo(before);
    }

    @Test
    void twoWhoMergeTheCasesIntoEachOtherAtOnceLeaveOneOpen() throws Exception {
        var other = CaseAtDesk.of(first, beans);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var tries = threads.invokeAll(List.<Callable<Integer>>of(
                    () -> desk.post("merge", "into", first.number().value()).getResponse().getStatus(),
                    () -> other.post("merge", "into", second.number().value()).getResponse().getStatus()));
            var answers = List.of(tries.get(0).get(), tries.get(1).get());
            assertThat(answers).as("one was merged, the other told why not").containsExactlyInAnyOrder(302, 200);
        }
        assertThat(List.of(cases.require(first).state(), cases.require(second).state()))
                .containsExactlyInAnyOrder(TicketState.MERGED, TicketState.NEW);
    }

    private void merge() {
        desk.done("merge", "into", first.number().value());
    }

    private void assertNothingHappens(String into, String words) {
        var before = desk.everything();
        assertThat(desk.post("merge", "into", into)).hasStatusOk().bodyText().contains(words);
        assertThat(desk.everything()).isEqualTo(before);
    }

    private String mill() {
        return imported.apply(new CustomerPlan("mill", "Mill", Locale.ENGLISH, ZoneId.of("Europe/Berlin"),
                "account-manager", List.of(),
                List.of(new CustomerPlan.PlannedSite("Hall", ZoneId.of("Europe/Berlin"), "hamburg")),
                List.of(), List.of())).value() + "";
    }

    private List<String> letters() {
        return jdbc.sql("select body from outbox_message where key like 'customer:merged:%' order by id")
                .query(String.class).list();
    }

    private Promise running(TicketId id, PromiseKind kind) {
        return of(id, kind).stream().filter(promise -> promise.state() == PromiseState.RUNNING).findFirst()
                .orElseThrow();
    }

    private List<Promise> of(TicketId id, PromiseKind kind) {
        return promises.of(id).stream().filter(promise -> promise.kind() == kind).toList();
    }
}
