package io.pledge.api.time;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

import io.pledge.sla.LedgerEvent;
import io.pledge.sla.PromiseKind;

/** Reads the events of a simulation. */
record SimulationEvents(SimulationTerms terms, Body policy) {

    /** One event, wherever in the list it stands. */
    LedgerEvent read(Body event) {
        Type type = event.member("type").oneOf(Type.class);
        Set<String> known = new TreeSet<>(Set.of("at", "type"));
        known.addAll(type.members);
        event.allow(known);
        Instant at = event.member("at").instant();
        return switch (type) {
            case SUBMITTED -> new LedgerEvent.Submitted(at, terms.read(policy));
            case PERSON_MESSAGE -> new LedgerEvent.PersonMessage(at,
                    event.optional("nextWordAt").map(Body::instant).orElse(null));
            case AUTOMATIC_MESSAGE -> new LedgerEvent.AutomaticMessage(at);
            case NOTE -> new LedgerEvent.Note(at);
            case CUSTOMER_MESSAGE -> new LedgerEvent.CustomerMessage(at);
            case HOLD -> new LedgerEvent.Hold(at);
            case RESUME -> new LedgerEvent.Resume(at);
            case RESOLVE -> new LedgerEvent.Resolve(at);
            case CONFIRM -> new LedgerEvent.Confirm(at);
            case CLOSE_UNCONFIRMED -> new LedgerEvent.CloseUnconfirmed(at);
            case REJECT -> new LedgerEvent.Reject(at);
            case REOPEN -> new LedgerEvent.Reopen(at);
            case VISIT_ARRIVED -> new LedgerEvent.VisitArrived(at);
            case SHIPPED -> new LedgerEvent.Shipped(at);
            case RENEGOTIATE -> new LedgerEvent.Renegotiate(at, event.member("kind").oneOf(PromiseKind.class),
                    event.member("dueAt").instant(), event.member("agreed").flag());
            case CHANGE_POLICY -> new LedgerEvent.ChangeTerms(at, terms.read(event.member("policy")), null);
            case CANCEL -> new LedgerEvent.Cancel(at);
        };
    }

    private enum Type {
        SUBMITTED, PERSON_MESSAGE(
                "nextWordAt"), AUTOMATIC_MESSAGE, NOTE, CUSTOMER_MESSAGE, HOLD, RESUME, RESOLVE, CONFIRM, CLOSE_UNCONFIRMED, REJECT, REOPEN, VISIT_ARRIVED, SHIPPED, RENEGOTIATE(
                        "kind", "dueAt", "agreed"), CHANGE_POLICY("policy"), CANCEL;

        private final Set<String> members;

        Type(String... members) {
            this.members = Set.of(members);
        }
    }
}
