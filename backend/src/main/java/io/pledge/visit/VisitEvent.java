package io.pledge.visit;

/** Something about a visit that somebody must hear of, announced inside the transaction that wrote it down. */
public sealed interface VisitEvent {
    Visit visit();

    /** The customer is to be asked whether the time suits them. */
    record Planned(Visit visit) implements VisitEvent {}

    /** Another time or another engineer than before. */
    record Moved(Visit visit, Visit before) implements VisitEvent {}

    /** It does not take place. */
    record Cancelled(Visit visit) implements VisitEvent {}

    /** The working day before. */
    record ComesSoon(Visit visit) implements VisitEvent {}
}
