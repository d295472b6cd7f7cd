package io.pledge.sla;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;
import io.pledge.ticket.TicketId;

/** What happened to a ticket, as far as promises go. */
public sealed interface LedgerEvent {

    /** When it happened; for a message, when the customer's channel accepted it. */
    Instant at();

    record Submitted(Instant at, Terms terms) implements LedgerEvent {}

    /** @param nextWordAt when the author promised to write again; null leaves it to the policy */
    record PersonMessage(Instant at, @Nullable Instant nextWordAt) implements LedgerEvent {}

    record AutomaticMessage(Instant at) implements LedgerEvent {}

    record Note(Instant at) implements LedgerEvent {}

    record CustomerMessage(Instant at) implements LedgerEvent {}

    record Hold(Instant at) implements LedgerEvent {}

    record Resume(Instant at) implements LedgerEvent {}

    /** Resolved, and the customer told so by a person. */
    record Resolve(Instant at) implements LedgerEvent {}

    record Confirm(Instant at) implements LedgerEvent {}

    record CloseUnconfirmed(Instant at) implements LedgerEvent {}

    record Reject(Instant at) implements LedgerEvent {}

    record Reopen(Instant at) implements LedgerEvent {}

    record VisitArrived(Instant at) implements LedgerEvent {}

    record Shipped(Instant at) implements LedgerEvent {}

    /** A person promised an explicit time, which does not move. */
    record Promised(Instant at, PromiseKind kind, Instant dueAt) implements LedgerEvent {}

    /** @param agreed whether the customer's agreement is on record */
    record Renegotiate(Instant at, PromiseKind kind, Instant dueAt, boolean agreed) implements LedgerEvent {}

    /** @param why null in a simulation, which knows of terms only */
    record ChangeTerms(Instant at, Terms terms, @Nullable TermsChange why) implements LedgerEvent {}

    record Cancel(Instant at) implements LedgerEvent {}

    /** It goes on in another ticket. */
    record Merge(Instant at) implements LedgerEvent {}

    /**
     * Another ticket goes on in this one.
     *
     * @param from the other ticket
     * @param terms under which its promises ran
     * @param running what ran there, one of each kind at most
     */
    record Absorb(Instant at, TicketId from, Terms terms, List<Running> running) implements LedgerEvent {}

    /**
     * A promise that ran in another ticket.
     *
     * @param warnAt null where none was to come
     * @param used the working time used of it until then
     * @param explicit whether a person named its time
     */
    record Running(PromiseKind kind, Instant dueAt, @Nullable Instant warnAt, WorkingTime used, boolean explicit) {}
}
