package io.pledge.steps;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.Scope;
import io.pledge.sla.Agreement;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sla.Promising;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.FieldWork;
import io.pledge.ticket.Merging;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Refused;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.TicketState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the practice asks of repairs, deliveries, returns and suggestions. */
@PledgeTest
class KindsOfCaseTests {
    @Autowired
    private BeanFactory beans;
    @Autowired
    private Casebook casebook;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private FieldWork fieldWork;
    @Autowired
    private OwedSteps owed;
    @Autowired
    private Promises promises;
    @Autowired
    private Promising promising;
    @Autowired
    private Merging merging;
    @Autowired
    private Messages messages;
    @Autowired
    private Participants participants;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;

    @Test
    void aReplacementThatShipsByItsStepKeepsThePromisedShipment() {
        var repair = StepCase.open(beans, TicketKind.REPAIR);
        promising.name(repair.id(), PromiseKind.SHIPMENT, clock.instant().plus(Duration.ofHours(3)),
                new Agreement.None(), casebook.actor("local-engineer"));
        clock.advance(Duration.ofHours(1));
        repair.ship();
        assertThat(promises.of(repair.id())).filteredOn(promise -> promise.kind() == PromiseKind.SHIPMENT)
                .extracting(Promise::state).containsExactly(PromiseState.KEPT);
        assertThat(shipments(repair)).containsExactly("A fan tray DHL 4711");
    }

    @Test
    void aShipmentThatIsToldByItselfIsTheStepThatOwedIt() {
        var repair = StepCase.open(beans, TicketKind.REPAIR);
        clock.advance(Duration.ofHours(1));
        fieldWork.shipped(repair.id(), "A fan tray", "4711", casebook.actor("local-engineer"), clock.instant());
        assertThat(repair.step("ship")).satisfies(step -> {
            assertThat(step.state()).isEqualTo(StepState.DONE);
            assertThat(step.values()).containsEntry("what", "A fan tray").containsEntry("tracking", "4711");
        });
        assertThat(repair.state("expected")).isEqualTo(StepState.OPEN);
        assertThat(shipments(repair)).containsExactly("A fan tray 4711");
    }

    @Test
    void aSecondPartThatLeavesOpensAndClosesNothing() {
        var repair = StepCase.open(beans, TicketKind.REPAIR);
        repair.ship();
        clock.advance(Duration.ofHours(1));
        fieldWork.shipped(repair.id(), "Grease", null, casebook.actor("local-engineer"), clock.instant());
        assertThat(repair.step("ship").values()).containsEntry("what", "A fan tray");
        assertThat(repair.history()).filteredOn(line -> line.startsWith("STEP_DONE")).hasSize(1);
    }

    @Test
    void theWarrantyIsDecidedWithItsReasonAndWithWhatTheRegisterSaid() {
        var repair = StepCase.open(beans, TicketKind.REPAIR);
        repair.done("decide", "local-engineer", "serial", "no-such-number", "warranty", "covered", "reason",
                "An invoice.");
        assertThat(repair.step("decide").values()).containsEntry("reason", "An invoice.")
                .containsEntry(Warranty.KEPT, "UNKNOWN");
        assertThat(repair.state("fee")).isEqualTo(StepState.UNNEEDED);
    }

    @Test
    void onlyAHeadOfTheUnitOrAboveWaivesAFee() {
        var repair = StepCase.open(beans, TicketKind.REPAIR);
        repair.done("decide", "local-engineer", "serial", "X-1", "warranty", "not-covered", "reason",
                "Five years old.");
        assertThatExceptionOfType(AnswersWrong.class).isThrownBy(() -> waive(repair, "local-engineer"))
                .satisfies(wrong -> assertThat(wrong.wrong()).containsEntry("fee", FieldError.HEAD_ONLY));
        waive(repair, "region-head");
        assertThat(repair.step("fee").doneBy()).isEqualTo(casebook.person("region-head"));
    }

    @Test
    void aRepairIsNotResolvedWhileNobodyKnowsWhoPays() {
        var repair = StepCase.open(beans, TicketKind.REPAIR);
        repair.ship();
        assertThatExceptionOfType(StepMissing.class).isThrownBy(repair::resolve)
                .satisfies(
                        missing -> assertThat(missing.parts(Locale.ENGLISH)).containsExactly("Decide on the warranty"));
        repair.done("decide", "local-engineer", "serial", "X-1", "warranty", "not-covered", "reason",
                "Five years old.");
        assertThatExceptionOfType(StepMissing.class).isThrownBy(repair::resolve)
                .satisfies(missing -> assertThat(missing.parts(Locale.ENGLISH)).containsExactly("Decide on the fee"));
    }

    @Test
    void anEngineerMayCharge() {
        var repair = StepCase.open(beans, TicketKind.REPAIR);
        repair.done("decide", "local-engineer", "serial", "X-1", "warranty", "not-covered", "reason",
                "Five years old.");
        repair.done("fee", "local-engineer", "fee", "charged", "amount", "80 EUR", "reason", "By the list.");
        assertThat(repair.state("fee")).isEqualTo(StepState.DONE);
    }

    @Test
    void aDeliveryIsSolvedWhenTheNewOneHasArrivedAndItsClaimRunsOn() {
        var delivery = StepCase.open(beans, TicketKind.DELIVERY);
        delivery.done("compared", "local-engineer", "sent", "One, whole.", "cause", "carrier");
        assertThatExceptionOfType(StepMissing.class).isThrownBy(delivery::resolve).satisfies(missing -> {
            assertThat(missing.parts(Locale.ENGLISH)).containsExactly(
                    "Ship again, The new delivery has arrived in good order");
            assertThat(missing.parts(Locale.SIMPLIFIED_CHINESE)).containsExactly("补发货物、补发货物已完好送达");
        });
        delivery.ship();
        delivery.done("arrived", "local-engineer", "arrived", "2026-11-19");
        delivery.resolve();
        confirm(delivery);

        assertThat(delivery.ticket().state()).isEqualTo(TicketState.CLOSED);
        assertThat(delivery.state("filed")).isEqualTo(StepState.OPEN);
        assertThat(owed.page(Scope.everything(), new OwedSteps.Mine(Set.of(), Set.of(), casebook.unit("hq")), null, 10))
                .singleElement().satisfies(line -> assertThat(line.ended()).isTrue());
        delivery.done("filed", "hq-engineer", "number", "C-1", "amount", "120 EUR");
        assertThat(delivery.state("settled")).isEqualTo(StepState.OPEN);
    }

    @Test
    void closingDropsWhatDoesNotOutliveTheCaseAndReopeningBringsItBack() {
        var repair = StepCase.open(beans, TicketKind.REPAIR);
        repair.ship();
        repair.done("decide", "local-engineer", "serial", "X-1", "warranty", "covered", "reason", "New.");
        repair.resolve();
        confirm(repair);
        assertThat(repair.state("fitted")).isEqualTo(StepState.DROPPED);
        assertThat(repair.state("expected")).isEqualTo(StepState.OPEN);
        loop.reopen(repair.id(), "It fails again.", casebook.actor("local-engineer"), clock.instant());
        assertThat(repair.state("fitted")).isEqualTo(StepState.OPEN);
        assertThat(repair.state("fee")).isEqualTo(StepState.UNNEEDED);
    }

    @Test
    void aReturnIsTakenInWithoutADecision() {
        var goods = StepCase.open(beans, TicketKind.RETURN);
        assertThat(goods.state("collect")).isEqualTo(StepState.OPEN);
        assertThatExceptionOfType(StepMissing.class).isThrownBy(goods::resolve);
        goods.done("collect", "local-engineer", "day", "2026-11-20");
        goods.done("arrived", "local-engineer", "condition", "unopened");
        goods.done("way", "local-engineer", "way", "exchange");
        goods.done("exchange", "local-engineer", "what", "A smaller one", "carrier", "DHL", "tracking", "1");
        assertThat(shipments(goods)).containsExactly("A smaller one DHL 1");
        goods.resolve();
        assertThat(goods.ticket().state()).isEqualTo(TicketState.RESOLVED);
    }

    @Test
    void aSuggestionIsNotResolvedBeforeTheCustomerIsToldWhatCameOfIt() {
        var suggestion = StepCase.open(beans, TicketKind.SUGGESTION);
        suggestion.done("analysed", "local-engineer", "analysis", "Cheap.");
        suggestion.done("decided", "local-head", "decision", "declined", "reason", "Too late.");
        assertThatExceptionOfType(StepMissing.class).isThrownBy(suggestion::resolve)
                .satisfies(missing -> assertThat(missing.parts(Locale.ENGLISH))
                        .containsExactly("Tell the customer what came of it"));
        assertThat(suggestion.ticket().state()).isEqualTo(TicketState.NEW);
        suggestion.done("told", "local-engineer", "message", "We cannot do it this year.");
        assertThat(messages.of(suggestion.id())).filteredOn(message -> !message.internal())
                .extracting(message -> message.body()).contains("We cannot do it this year.");
        suggestion.resolve();
        assertThat(suggestion.ticket().state()).isEqualTo(TicketState.RESOLVED);
    }

    @Test
    void aSuggestionMayBeMergedOrWithdrawnUntold() {
        var suggestion = StepCase.open(beans, TicketKind.SUGGESTION);
        var other = StepCase.open(beans, TicketKind.SUGGESTION);
        merging.merge(suggestion.id(), other.id(), casebook.actor("local-engineer"), clock.instant());
        assertThat(suggestion.sheet().steps()).extracting(CaseStep::state).containsOnly(StepState.DROPPED);
        assertThat(other.state("analysed")).isEqualTo(StepState.OPEN);
        loop.cancel(other.id(), "Withdrawn.", casebook.actor("local-engineer"), clock.instant());
        assertThat(other.ticket().state()).isEqualTo(TicketState.CANCELLED);
    }

    @Test
    void aClaimOfACaseThatWasMergedIntoOneOfAnotherKindIsStillOwed() {
        var delivery = StepCase.open(beans, TicketKind.DELIVERY);
        var complaint = StepCase.open(beans, TicketKind.COMPLAINT);
        merging.merge(delivery.id(), complaint.id(), casebook.actor("local-engineer"), clock.instant());
        assertThat(delivery.state("ship")).isEqualTo(StepState.DROPPED);
        assertThat(delivery.state("compared")).isEqualTo(StepState.OPEN);
    }

    @Test
    void whatCannotBeSentToTheCustomerIsNoDoneStep() {
        var suggestion = StepCase.open(beans, TicketKind.SUGGESTION);
        suggestion.done("analysed", "local-engineer", "analysis", "Cheap.");
        suggestion.done("decided", "local-head", "decision", "accepted", "reason", "Good.");
        jdbc.sql("update ticket set state = 'CLOSED', ended_at = now() where id = ?").param(suggestion.id().value())
                .update();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> suggestion.done("told", "local-engineer", "message", "Yes."));
        assertThat(suggestion.state("told")).isEqualTo(StepState.OPEN);
    }

    private static void waive(StepCase repair, String who) {
        repair.done("fee", who, "fee", "waived", "amount", "80 EUR", "reason", "A known weakness.");
    }

    private void confirm(StepCase one) {
        loop.confirm(one.id(), new Actor.Customer(participants.submitter(one.id()).id()), clock.instant());
    }

    private List<String> shipments(StepCase one) {
        return jdbc.sql("select what || coalesce(' ' || tracking, '') from shipment where ticket_id = ? order by id")
                .param(one.id().value()).query(String.class).list();
    }
}
