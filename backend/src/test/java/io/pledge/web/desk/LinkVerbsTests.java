package io.pledge.web.desk;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.customer.ContractLevel;
import io.pledge.customer.CustomerId;
import io.pledge.customer.CustomerImport;
import io.pledge.customer.CustomerPlan;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.Promises;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Author;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.LinkKind;
import io.pledge.ticket.Links;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases that have to do with each other say so on both sides; a case that holds two matters becomes two. */
@PledgeTest
class LinkVerbsTests {
    @Autowired
    private BeanFactory beans;
    @Autowired
    private CustomerImport imported;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Conversation conversation;
    @Autowired
    private Participants participants;
    @Autowired
    private Messages messages;
    @Autowired
    private Promises promises;
    @Autowired
    private Links links;
    @Autowired
    private Cases cases;
    @Autowired
    private MovableClock clock;
    private TicketId id;
    private TicketId other;
    private CaseAtDesk desk;

    @BeforeEach
    void twoCasesInHamburg() {
        id = casebook.open();
        other = casebook.open();
        desk = CaseAtDesk.of(id, beans);
    }

    @Test
    void aCauseIsToldOnBothCasesAndALinkMadeTwiceIsOne() {
        desk.done("link", "other", number(other), "kind", "CAUSED_BY");
        desk.done("link", "other", number(other), "kind", "CAUSED_BY");

        assertThat(links.of(id)).containsExactly(new Links.Link(other, LinkKind.CAUSED_BY, true));
        assertThat(desk.read("")).contains(number(other), "the cause of this one",
                "Lena Brandt linked it with " + number(other));
        assertThat(CaseAtDesk.of(other, beans).read("")).contains(number(id), "caused by this one",
                "Lena Brandt linked it with " + number(id));
    }

    @Test
    void aRelationIsTheSameFromBothSidesAndIsTakenBackFromEither() {
        desk.done("link", "other", number(other), "kind", "RELATED");
        var there = CaseAtDesk.of(other, beans);
        there.done("link", "other", number(id), "kind", "RELATED");
        assertThat(links.of(id)).hasSize(1);

        there.done("unlink", "other", number(id), "kind", "RELATED");
        assertThat(links.of(id)).isEmpty();
        assertThat(desk.read("")).contains("took the link with " + number(other) + " back");
    }

    @Test
    void whatCannotBeLinkedIsSaidAtItsField() {
        assertThat(CaseAtDesk.text(desk.post("link", "other", "PL-99999999", "kind", "RELATED")))
                .contains("You see no case of this number.", "PL-99999999");
        assertThat(CaseAtDesk.text(desk.post("link", "other", number(id), "kind", "RELATED")))
                .contains("A case cannot be linked with itself.");
        assertThat(CaseAtDesk.text(desk.post("link", "other", number(other), "kind", "SPLIT_FROM")))
                .contains("Please fill this in.");
        assertThat(links.of(id)).isEmpty();
    }

    @Test
    void aCaseThatIsNotSeenIsNeitherLinkedNorShown() {
        var elsewhere = casebook.open(TicketKind.FAULT, Severity.MAJOR, "shanghai", null);
        assertThat(CaseAtDesk.text(desk.post("link", "other", number(elsewhere), "kind", "RELATED")))
                .contains("You see no case of this number.");
        links.link(id, elsewhere, LinkKind.RELATED, casebook.actor("hq-engineer"), clock.instant());
        assertThat(desk.read("")).doesNotContain("/desk/tickets/" + number(elsewhere) + "\"");
        assertThat(desk.by("hq-engineer").read("")).contains("/desk/tickets/" + number(elsewhere) + "\"");
        assertThat(desk.by(casebook.colleagueIn("shanghai")).post("link", "other", number(elsewhere), "kind",
                "RELATED")).hasStatus(404);
        assertThat(desk.by("quality").post("link", "other", number(other), "kind", "RELATED")).hasStatus(403);
    }

    @Test
    void aPartBecomesACaseOfTheSameCustomerWithPromisesFromWhenItWasTold() {
        id = casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", null);
        desk = CaseAtDesk.of(id, beans);
        var customer = mill();
        desk.done("customer", "customer", customer.value() + "");
        clock.advance(Duration.ofHours(1));
        var told = clock.instant();
        conversation.customerWrites(id, "And the display of the second cabinet is dark.", List.of(),
                participants.submitter(id).id(), told);
        clock.advance(Duration.ofHours(2));

        String[] fields = {"told", message("And the display"), "part", "The display of the second cabinet is dark.",
                "kind",
                "FAULT", "severity", "MINOR", "key", "one"};
        desk.done("split", fields);
        desk.done("split", fields);

        assertThat(links.of(id)).singleElement().satisfies(link -> assertThat(link.here()).isFalse());
        var part = cases.require(links.of(id).getFirst().other());
        assertThat(part.customer()).isEqualTo(customer);
        assertThat(part.submittedAt()).isEqualTo(told);
        assertThat(part.severity()).isEqualTo(Severity.MINOR);
        assertThat(part.title()).isEqualTo("The display of the second cabinet is dark.");
        assertThat(participants.of(part.id())).singleElement()
                .satisfies(person -> assertThat(person.name()).isEqualTo("Marek"));
        assertThat(promises.of(part.id())).filteredOn(promise -> promise.kind() == PromiseKind.ACKNOWLEDGEMENT)
                .singleElement().satisfies(promise -> assertThat(promise.madeAt()).isEqualTo(told));
        assertThat(desk.read("")).contains("a part of this one", "split a part off: " + part.number().value());
        assertThat(CaseAtDesk.of(part.id(), beans).read("")).contains("this was a part of it", number(id));
    }

    @Test
    void whatWeFoundOurselvesBecomesACaseFromNowOnInOurWords() {
        clock.advance(Duration.ofHours(2));
        String[] fields = {"told", "found", "part", "The fan of cabinet 3 is loud.", "kind", "FAULT", "severity",
                "MINOR", "key", "two"};
        desk.done("split", fields);
        desk.done("split", fields);

        assertThat(links.of(id)).hasSize(1);
        var part = cases.require(links.of(id).getFirst().other());
        assertThat(part.submittedAt()).isEqualTo(clock.instant());
        assertThat(messages.of(part.id())).singleElement().satisfies(first -> {
            assertThat(first.author()).isEqualTo(Author.STAFF);
            assertThat(first.body()).isEqualTo("The fan of cabinet 3 is loud.");
        });
        assertThat(promises.of(part.id())).filteredOn(promise -> promise.kind() == PromiseKind.ACKNOWLEDGEMENT)
                .singleElement().satisfies(promise -> {
                    assertThat(promise.madeAt()).isEqualTo(clock.instant());
                    assertThat(promise.outcomeAt()).isNull();
                });
    }

    @Test
    void onlyWhatTheCustomerToldInThisCaseIsSplitOff() {
        conversation.note(id, "Between us.", casebook.person("local-engineer"), clock.instant());
        String theirs = Long.toString(messages.of(other).getFirst().id());
        for (String told : List.of(message("Between us."), theirs, "999999999")) {
            assertThat(CaseAtDesk.text(desk.post("split", "told", told, "part", "A part.", "kind", "FAULT", "severity",
                    "MINOR", "key", "one"))).contains("The customer did not write this in this case.");
        }
        assertThat(CaseAtDesk.text(desk.post("split", "told", message("Modules"), "part", " ", "kind", "FAULT",
                "severity", "MINOR", "key", "one"))).contains("Please fill this in.");
        assertThat(links.of(id)).isEmpty();
    }

    private CustomerId mill() {
        var berlin = ZoneId.of("Europe/Berlin");
        return imported.apply(new CustomerPlan("mill", "Mill", Locale.ENGLISH, berlin, "account-manager",
                List.of(new CustomerPlan.PlannedContract("K-mill", ContractLevel.GOLD, null, LocalDate.of(2026, 1, 1),
                        null)),
                List.of(new CustomerPlan.PlannedSite("Hall", berlin, "hamburg")), List.of(), List.of()));
    }

    private String message(String begun) {
        return messages.of(id).stream().filter(message -> message.body().startsWith(begun))
                .map(message -> Long.toString(message.id())).findFirst().orElseThrow();
    }

    private static String number(TicketId ticket) {
        return ticket.number().value();
    }
}
