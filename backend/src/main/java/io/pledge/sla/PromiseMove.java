package io.pledge.sla;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What other terms do to one promise of a ticket.
 *
 * @param before null where only the other terms make it
 */
public record PromiseMove(@Nullable Promise before, Promise after) {

    /** The promises that are not what they were before, in the order in which they were made. */
    static List<PromiseMove> between(List<Promise> before, List<Promise> after) {
        return after.stream().map(promise -> new PromiseMove(same(before, promise).orElse(null), promise))
                .filter(PromiseMove::moved).toList();
    }

    /** The same, where one that is made takes the place of one of its kind that is withdrawn: to the customer it moves. */
    static List<PromiseMove> takenOver(List<PromiseMove> moves) {
        return moves.stream().filter(move -> !move.withdrawn()).map(now -> moves.stream()
                .filter(gone -> gone.withdrawn() && gone.kind() == now.kind()).findFirst()
                .map(gone -> new PromiseMove(gone.before, now.after)).orElse(now)).toList();
    }

    public PromiseKind kind() {
        return after.kind();
    }

    /** When it was due before; null where it was paused, or not promised. */
    public @Nullable Instant from() {
        return before == null ? null : before.dueAt();
    }

    /** When it is due now; null where it is paused, or no longer promised. */
    public @Nullable Instant to() {
        return withdrawn() ? null : after.dueAt();
    }

    /** Whether it is no longer promised. */
    public boolean withdrawn() {
        return after.state() == PromiseState.WITHDRAWN;
    }

    /** Whether the customer had read a time for it and that time is no longer true. */
    public boolean concernsCustomer() {
        return from() != null && !Objects.equals(from(), to());
    }

    private boolean moved() {
        if (before == null) {
            return !after.state().settled();
        }
        return !before.state().settled() && (withdrawn() || !Objects.equals(before.dueAt(), after.dueAt())
                || before.state() == PromiseState.PAUSED && !Objects.equals(before.remaining(), after.remaining()));
    }

    private static Optional<Promise> same(List<Promise> promises, Promise one) {
        return promises.stream().filter(p -> p.kind() == one.kind() && p.sequence() == one.sequence()).findFirst();
    }
}
