package io.pledge.communication;

import java.time.Duration;
import java.util.List;

import io.pledge.customer.ContractId;

/**
 * What was agreed with one contract.
 *
 * @param version grows with every change; 0 where nothing is agreed yet
 * @param confirmWithin how long who must confirm may take, and whoever is to call
 */
public record CommunicationPlan(ContractId contract, int version, Duration confirmWithin, List<PlanLine> lines) {
    /** The times that can be agreed. */
    public static final List<Duration> TIMES = List.of(Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2),
            Duration.ofHours(4), Duration.ofHours(8), Duration.ofDays(1));
    /** More lines than these nobody agrees on. */
    public static final int MOST_LINES = 40;

    public CommunicationPlan {
        lines = List.copyOf(lines);
    }

    /** Before anything is agreed. */
    public static CommunicationPlan none(ContractId contract) {
        return new CommunicationPlan(contract, 0, Duration.ofHours(4), List.of());
    }
}
