package io.pledge.web.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.TierBudget;
import io.pledge.sla.TierBudgets;
import io.pledge.ticket.Ticket;
import io.pledge.web.explain.PromiseKey;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.Reader;
import io.pledge.web.view.Shares;
import io.pledge.web.view.TierWords;
import io.pledge.web.view.TimeWords;

/** Whose time it is: the tiers' shares of the time for the solution, what is used of them, and who has used more. A tier without a budget may use what it needs, and
 * what it used is shown too. */
@Component
class WhoseTime {
    private final TierBudgets budgets;
    private final Units units;
    private final TierWords tiers;
    private final TimeWords time;

    WhoseTime(TierBudgets budgets, Units units, TierWords tiers, TimeWords time) {
        this.budgets = budgets;
        this.units = units;
        this.tiers = tiers;
        this.time = time;
    }

    /**
     * What is shown of a case.
     *
     * @param href where the spells of the tiers are told
     */
    record View(Shares shares, List<Line> lines, String href) {}

    /** @param badge what is left, or by how much it is over; null while neither matters */
    record Line(String tier, String used, @Nullable PromiseBadge badge) {}

    /** Empty where no solution was promised, or no tier has a budget and none has used any time. */
    Optional<View> of(Ticket ticket, List<Promise> made, Reader reader) {
        var told = latest(ticket, reader);
        return made.stream().filter(promise -> promise.kind() == PromiseKind.RESOLUTION)
                .reduce((_, later) -> later).filter(_ -> !told.isEmpty())
                .map(promise -> view(ticket, promise, told, reader));
    }

    /** The budgets of the last round. */
    private List<TierBudget> latest(Ticket ticket, Reader reader) {
        var all = budgets.of(ticket.id(), reader.now());
        return all.stream().filter(budget -> budget.round() == all.getLast().round())
                .filter(budget -> budget.allowance() != null || !budget.used().isZero()).toList();
    }

    private View view(Ticket ticket, Promise promise, List<TierBudget> told, Reader reader) {
        var lines = told.stream().map(budget -> line(budget, reader)).toList();
        var spoken = lines.stream().map(line -> say(reader, "desk.whose.spoken", line.tier, line.used))
                .collect(Collectors.joining(say(reader, "list.separator")));
        return new View(Shares.of(measures(told, tier(ticket.unit()), reader), spoken), lines,
                "/desk/tickets/" + ticket.number().value() + "/promises/" + PromiseKey.of(promise));
    }

    private Tier tier(UnitId unit) {
        return units.unit(unit).tier();
    }

    private Line line(TierBudget budget, Reader reader) {
        return new Line(say(reader, "tier." + budget.tier()),
                budget.allowance() == null
                        ? say(reader, "desk.whose.used.plain", length(budget.used(), reader))
                        : say(reader, "desk.whose.used", length(budget.used(), reader),
                                length(budget.allowance(), reader)),
                badge(budget, reader));
    }

    private @Nullable PromiseBadge badge(TierBudget budget, Reader reader) {
        return switch (budget.state()) {
            case OVER -> badge("due", "triangle", "desk.whose.over", budget.over(), reader);
            case RUNNING -> budget.allowance() == null
                    ? null
                    : badge("running", "ring", "desk.whose.left", budget.remaining(), reader);
            case WAITING, FINISHED -> null;
        };
    }

    private PromiseBadge badge(String tone, String shape, String key, @Nullable WorkingTime length, Reader reader) {
        var words = say(reader, key, length(length, reader));
        return new PromiseBadge(tone, shape, words, words, null, null);
    }

    /** What a tier used, and what is left to it. */
    private List<Shares.Measure> measures(List<TierBudget> told, Tier holder, Reader reader) {
        var measures = new ArrayList<Shares.Measure>();
        for (var budget : told) {
            boolean holds = budget.tier() == holder;
            measure(measures, holds ? Shares.Kind.HELD : Shares.Kind.USED, "desk.whose.part", budget, budget.used(),
                    reader);
            measure(measures, holds ? Shares.Kind.LEFT : Shares.Kind.KEPT,
                    holds ? "desk.whose.part.left" : "desk.whose.part", budget, budget.remaining(), reader);
        }
        return measures;
    }

    private void measure(List<Shares.Measure> to, Shares.Kind kind, String key, TierBudget budget,
            @Nullable WorkingTime length, Reader reader) {
        if (length != null && !length.isZero()) {
            to.add(new Shares.Measure(kind, Duration.ofSeconds(length.seconds()), say(reader, key,
                    tiers.letter(budget.tier().name(), reader.locale()), length(length, reader))));
        }
    }

    private String length(@Nullable WorkingTime length, Reader reader) {
        return time.working(Duration.ofSeconds(length == null ? 0 : length.seconds()), reader.locale());
    }

    private String say(Reader reader, String key, Object... words) {
        return time.say(key, reader.locale(), words);
    }
}
