package io.pledge.steps;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.ticket.Cases;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketEvent;
import io.pledge.ticket.TicketId;

/** Hears what happens to cases, inside the transaction that wrote it down, and does with their steps what follows from it. */
@Component
class StepListener {
    private final Cases cases;
    private final StepRows rows;
    private final Unfolding unfolding;
    private final Steps steps;

    StepListener(Cases cases, StepRows rows, Unfolding unfolding, Steps steps) {
        this.cases = cases;
        this.rows = rows;
        this.unfolding = unfolding;
        this.steps = steps;
    }

    @EventListener
    void on(TicketEvent event) {
        var at = event.at().occurredAt();
        switch (event) {
            case TicketEvent.Submitted submitted -> submitted(cases.require(submitted.ticket()), at);
            case TicketEvent.Shipped shipped -> shipped(shipped, at);
            case TicketEvent.Confirmed confirmed -> closed(confirmed.ticket());
            case TicketEvent.ClosedUnconfirmed silent -> closed(silent.ticket());
            case TicketEvent.Cancelled cancelled -> dropAll(cancelled.ticket());
            case TicketEvent.Merged merged -> merged(merged);
            case TicketEvent.Reopened reopened -> reopened(reopened.ticket(), at);
            case TicketEvent.Taken _,TicketEvent.Assigned _,TicketEvent.PutBack _,TicketEvent.MessageWritten _,TicketEvent.Heard _,TicketEvent.AutomaticHeard _,TicketEvent.Noted _,TicketEvent.CustomerWrote _,TicketEvent.Held _,TicketEvent.Resumed _,TicketEvent.HandedBack _,TicketEvent.Resolved _,TicketEvent.Rejected _,TicketEvent.Reminded _,TicketEvent.SeverityChanged _,TicketEvent.CustomerAttached _,TicketEvent.VisitArrived _ -> {
                // no step depends on it
            }
        }
    }

    /** What a replayed log tells of was done elsewhere, by whatever steps. */
    private void submitted(Ticket ticket, Instant at) {
        if (ticket.channel() != IntakeChannel.REPLAY) {
            unfolding.begin(ticket, at);
        }
    }

    /** A part that was told to have left is the shipment that a step owes, unless that step told it. */
    private void shipped(TicketEvent.Shipped shipped, Instant at) {
        var by = shipped.by().staff();
        rows.lock(shipped.ticket());
        var ticket = cases.require(shipped.ticket());
        var sheet = rows.of(ticket).orElse(null);
        if (by == null || sheet == null) {
            return;
        }
        var shipping = sheet.steps().stream().filter(step -> step.definition().ships()).toList();
        boolean told = shipping.stream().anyMatch(step -> step.state() == StepState.DONE && at.equals(step.doneAt())
                && shipped.what().equals(step.values().get(StepDefinition.WHAT)));
        if (!told) {
            shipping.stream().filter(step -> step.state() == StepState.OPEN).findFirst()
                    .ifPresent(step -> steps.complete(ticket, sheet, step,
                            Parcel.values(shipped.what(), shipped.tracking()), by, at));
        }
    }

    /** What outlives the case is still owed. */
    private void closed(TicketId id) {
        rows.of(cases.require(id)).ifPresent(sheet -> {
            Set<String> outliving = sheet.kind().tracks().stream().filter(Track::outlives)
                    .flatMap(track -> track.steps().stream()).map(StepDefinition::key).collect(Collectors.toSet());
            unfolding.end(id, sheet.steps().stream()
                    .filter(step -> !step.state().over() && !outliving.contains(step.key())).toList());
        });
    }

    private void dropAll(TicketId id) {
        rows.of(cases.require(id)).ifPresent(sheet -> unfolding
                .end(id, sheet.steps().stream().filter(step -> !step.state().over()).toList()));
    }

    /** The case that goes on owes the same steps, if it is of the same kind; else what outlives a case is still owed for this one. */
    private void merged(TicketEvent.Merged merged) {
        Ticket into = cases.require(merged.into());
        if (into.kind() == cases.require(merged.ticket()).kind()) {
            dropAll(merged.ticket());
        } else {
            closed(merged.ticket());
        }
    }

    private void reopened(TicketId id, Instant at) {
        var ticket = cases.require(id);
        rows.of(ticket).ifPresent(_ -> unfolding.revive(ticket, at));
    }
}
