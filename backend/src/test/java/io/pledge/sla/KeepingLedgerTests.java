package io.pledge.sla;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What keeps a promise, and what does not, as the ledger reads it. */
class KeepingLedgerTests extends LedgerScene {
    @Test
    void anAutomaticMessageKeepsTheAcknowledgementWhereThePolicySaysSoAndNeverProgress() {
        under(automatic());
        events.add(new LedgerEvent.AutomaticMessage(at(1)));
        var acknowledgement = one(PromiseKind.ACKNOWLEDGEMENT, 1, at(30));
        assertThat(acknowledgement.state()).isEqualTo(PromiseState.KEPT);
        assertThat(acknowledgement.outcomeAt()).isEqualTo(at(1));
        assertThat(one(PromiseKind.PROGRESS, 1, at(30)).state()).isEqualTo(PromiseState.RUNNING);
        assertThat(one(PromiseKind.PROGRESS, 1, at(130)).state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void whereAnAutomaticMessageWouldDoAPersonsOneDoesToo() {
        under(automatic());
        say(20);
        assertThat(one(PromiseKind.ACKNOWLEDGEMENT, 1, at(20)).state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    void anAutomaticMessageAfterTheDueTimeComesLate() {
        under(automatic());
        events.add(new LedgerEvent.AutomaticMessage(at(70)));
        var acknowledgement = one(PromiseKind.ACKNOWLEDGEMENT, 1, at(70));
        assertThat(acknowledgement.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(acknowledgement.outcomeAt()).isEqualTo(at(70));
    }

    @Test
    void submittingAloneKeepsNothing() {
        for (var terms : new Terms[]{terms(60, 120, 480), automatic()}) {
            under(terms);
            assertThat(read(at(0))).hasSize(3).extracting(Reading::state).containsOnly(PromiseState.RUNNING);
            assertThat(read(at(481))).extracting(Reading::state).doesNotContain(PromiseState.KEPT);
        }
    }

    @Test
    void holdingGoingOnArrivingAndShippingKeepNeitherAcknowledgementNorProgress() {
        events.add(new LedgerEvent.Hold(at(10)));
        events.add(new LedgerEvent.Resume(at(20)));
        events.add(new LedgerEvent.VisitArrived(at(30)));
        events.add(new LedgerEvent.Shipped(at(40)));
        assertThat(one(PromiseKind.ACKNOWLEDGEMENT, 1, at(50)).state()).isEqualTo(PromiseState.RUNNING);
        assertThat(one(PromiseKind.PROGRESS, 1, at(50)).state()).isEqualTo(PromiseState.RUNNING);
        assertThat(read(at(50))).filteredOn(reading -> reading.kind() == PromiseKind.PROGRESS).hasSize(1);
    }

    @Test
    void arrivingKeepsTheVisitAndShippingTheShipment() {
        events.add(new LedgerEvent.Promised(at(10), PromiseKind.ON_SITE, at(300)));
        events.add(new LedgerEvent.Promised(at(10), PromiseKind.SHIPMENT, at(400)));
        events.add(new LedgerEvent.VisitArrived(at(300)));
        assertThat(one(PromiseKind.ON_SITE, 1, at(350)).state()).isEqualTo(PromiseState.KEPT);
        assertThat(one(PromiseKind.SHIPMENT, 1, at(350)).state()).isEqualTo(PromiseState.RUNNING);
        events.add(new LedgerEvent.Shipped(at(401)));
        assertThat(one(PromiseKind.SHIPMENT, 1, at(401)).state()).isEqualTo(PromiseState.BROKEN);
        assertThat(one(PromiseKind.SHIPMENT, 1, at(401)).outcomeAt()).isEqualTo(at(401));
    }

    @Test
    void anAnswerAfterTheDueTimeIsBrokenAnsweredLate() {
        say(61);
        var late = one(PromiseKind.ACKNOWLEDGEMENT, 1, at(61));
        assertThat(late.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(late.breachedAt()).isEqualTo(at(60));
        assertThat(late.outcomeAt()).isEqualTo(at(61));
    }

    private static Terms automatic() {
        var person = terms(60, 120, 480);
        return new Terms("automatic", 0, person.targets(), person.warningShare(), Terms.AcknowledgedBy.AUTOMATIC,
                person.pauses(), person.chain(), person.budgets());
    }
}
