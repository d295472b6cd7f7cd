package io.pledge.notifier;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.pledge.sla.Promise;
import io.pledge.sla.PromiseBroken;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.sla.SilenceTold;
import io.pledge.ticket.TicketId;

/** What customers wait for in some cases, as their promises stand now. */
record Silences(Map<TicketId, List<Promise>> promises) {
    static Silences in(Collection<TicketId> tickets, Promises promises) {
        return new Silences(promises.of(tickets));
    }

    /** Names the silence in which a promise broke: by the first unanswered promise of the kind. */
    String name(PromiseBroken broken) {
        int first = first(broken).map(Promise::sequence).orElse(broken.sequence());
        return broken.ticket().value() + "-" + broken.kind() + "-" + first;
    }

    /** That people were told of the silence of this name. */
    static SilenceTold told(String name, Instant at) {
        var parts = name.split("-");
        return new SilenceTold(new TicketId(Long.parseLong(parts[0])), PromiseKind.valueOf(parts[1]),
                Integer.parseInt(parts[2]), at);
    }

    /** Of what broke in a silence of which people had been told before, they know as it is noticed. */
    Optional<SilenceTold> known(PromiseBroken broken) {
        return first(broken).filter(first -> first.notifiedAt() != null)
                .map(_ -> new SilenceTold(broken.ticket(), broken.kind(), broken.sequence(), broken.detectedAt()));
    }

    private Optional<Promise> first(PromiseBroken broken) {
        return of(broken.ticket()).stream().filter(p -> p.kind() == broken.kind() && p.unanswered())
                .filter(p -> p.state() == PromiseState.BROKEN).min(Comparator.comparingInt(Promise::sequence));
    }

    /** When the promise of a kind that still runs is due. */
    Optional<Instant> running(TicketId ticket, PromiseKind kind) {
        return of(ticket).stream().filter(p -> p.kind() == kind && p.state() == PromiseState.RUNNING).findFirst()
                .map(Promise::dueAt);
    }

    private List<Promise> of(TicketId ticket) {
        return promises.getOrDefault(ticket, List.of());
    }
}
