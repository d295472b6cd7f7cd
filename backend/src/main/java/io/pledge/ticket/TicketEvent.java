package io.pledge.ticket;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pledge.customer.ContractLevel;
import io.pledge.customer.CustomerId;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.UnitId;

/**
 * Something that happened to a case, announced inside the transaction that wrote it down. Whoever must not miss it
 * handles it after commit through the event registry. Moves up are announced as {@link CasesEscalated}, and those that
 * nobody took as {@link EscalationsIgnored}.
 */
public sealed interface TicketEvent {
    TicketId ticket();

    Moment at();

    record Submitted(TicketId ticket, Moment at) implements TicketEvent {}

    /** A person of the unit that holds the case took it. */
    record Taken(TicketId ticket, Moment at, PersonId by, @Nullable Long escalation) implements TicketEvent {}

    record Assigned(TicketId ticket, Moment at, PersonId to, Actor by) implements TicketEvent {}

    /** A message was written to the customer; it counts once {@link Heard}. */
    record MessageWritten(TicketId ticket, Moment at, long message, Actor by) implements TicketEvent {}

    /**
     * The customer's channel accepted a personal message (or a call was logged).
     *
     * @param nextWordAt the time by which the author promised to write again, if one was given
     * @param resolves whether this message reported the case as resolved
     */
    record Heard(TicketId ticket, Moment at, long message, @Nullable PersonId by, @Nullable Instant nextWordAt,
            boolean resolves) implements TicketEvent {}

    /** The customer's channel accepted the automatic apology. */
    record AutomaticHeard(TicketId ticket, Moment at) implements TicketEvent {}

    record Noted(TicketId ticket, Moment at, long message, PersonId by) implements TicketEvent {}

    record CustomerWrote(TicketId ticket, Moment at, long message) implements TicketEvent {}

    record Held(TicketId ticket, Moment at, Actor by) implements TicketEvent {}

    record Resumed(TicketId ticket, Moment at, Actor by) implements TicketEvent {}

    record HandedBack(TicketId ticket, Moment at, UnitId from, UnitId to, Actor by) implements TicketEvent {}

    record Resolved(TicketId ticket, Moment at, long resolution, long message, Actor by) implements TicketEvent {}

    /** The customer said yes. */
    record Confirmed(TicketId ticket, Moment at, long resolution) implements TicketEvent {}

    /** The customer said no. */
    record Rejected(TicketId ticket, Moment at, long resolution, String reason) implements TicketEvent {}

    /** The customer was asked and has not answered; {@code count} reminders have now been due. */
    record Reminded(TicketId ticket, Moment at, long resolution, int count) implements TicketEvent {}

    /** Nobody answered: never counted as satisfied. */
    record ClosedUnconfirmed(TicketId ticket, Moment at, long resolution) implements TicketEvent {}

    /** A case that had ended is open again. */
    record Reopened(TicketId ticket, Moment at, String reason, Actor by) implements TicketEvent {}

    /** The case hurts more, or less, than it was said to. */
    record SeverityChanged(TicketId ticket, Moment at, Severity from, Severity to, Actor by) implements TicketEvent {}

    /**
     * It is now known whose case it is.
     *
     * @param from whose it was taken for; null for nobody's
     * @param level of the contract that it was taken for
     * @param accountManager who saw it as the account manager until then
     */
    record CustomerAttached(TicketId ticket, Moment at, @Nullable CustomerId from, @Nullable ContractLevel level,
            @Nullable PersonId accountManager, Actor by) implements TicketEvent {}

    /** An engineer arrived on site. */
    record VisitArrived(TicketId ticket, Moment at, Actor by) implements TicketEvent {}

    /**
     * A part left for the customer.
     *
     * @param tracking the carrier's number; null where there is none
     */
    record Shipped(TicketId ticket, Moment at, long shipment, String what, @Nullable String tracking,
            Actor by) implements TicketEvent {}

    record Cancelled(TicketId ticket, Moment at, String reason, Actor by) implements TicketEvent {}

    /** The case is the same matter as another one, in which it goes on. */
    record Merged(TicketId ticket, Moment at, TicketId into, Actor by) implements TicketEvent {}
}
