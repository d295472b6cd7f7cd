package io.pledge.help;

import java.time.Instant;
import java.util.List;

/** Something that happened to help that was asked for, announced inside the transaction that wrote it down. */
public sealed interface HelpEvent {

    record Asked(HelpRequest request) implements HelpEvent {}

    record Answered(HelpRequest request) implements HelpEvent {}

    record Declined(HelpRequest request) implements HelpEvent {}

    /** Nobody needs it any more: who asked said so, or the cases ended. */
    record Withdrawn(List<HelpRequest> requests) implements HelpEvent {
        public Withdrawn {
            requests = List.copyOf(requests);
        }
    }

    /** Nobody answered in time; said of each request once. */
    record Late(List<HelpRequest> requests, Instant noticedAt) implements HelpEvent {
        public Late {
            requests = List.copyOf(requests);
        }
    }
}
