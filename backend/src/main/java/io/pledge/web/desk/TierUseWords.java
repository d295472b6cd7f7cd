package io.pledge.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Tier;
import io.pledge.sla.TierBudgets;
import io.pledge.sla.TierUse;
import io.pledge.ticket.TicketId;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says how much of the solution's time each tier had used when a case moved. */
@Component
class TierUseWords {
    private static final int PERCENT = 100;

    private final TierBudgets budgets;
    private final TimeWords time;

    TierUseWords(TierBudgets budgets, TimeWords time) {
        this.budgets = budgets;
        this.time = time;
    }

    /** In a sentence, by the moment; empty where no solution was promised or none of its time had been used. */
    Map<Instant, String> of(TicketId ticket, Collection<Instant> moments, Reader reader) {
        return budgets.usedBy(ticket, moments).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> words(entry.getValue(), reader)));
    }

    private String words(TierUse use, Reader reader) {
        return use.used().isEmpty()
                ? ""
                : time.say("desk.used.until", reader.locale(), use.used().keySet().stream()
                        .map(tier -> tier(use, tier, reader))
                        .collect(Collectors.joining(time.say("list.separator", reader.locale()))));
    }

    private String tier(TierUse use, Tier tier, Reader reader) {
        var length = time.working(Duration.ofSeconds(use.used(tier).seconds()), reader.locale());
        var name = time.say("tier." + tier, reader.locale());
        var share = use.share(tier);
        return share == null
                ? time.say("desk.used.tier", reader.locale(), name, length)
                : time.say("desk.used.tier.of", reader.locale(), name, length,
                        Long.toString(Math.round(share * PERCENT)));
    }
}
