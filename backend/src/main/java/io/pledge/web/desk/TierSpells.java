package io.pledge.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Units;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.TierBudget;
import io.pledge.sla.TierBudgets;
import io.pledge.ticket.TicketId;
import io.pledge.web.explain.PromiseKey;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Which tier had the case while the time for the solution ran: for the staff, never for the customer. */
@Component
class TierSpells {
    private final TierBudgets budgets;
    private final Units units;
    private final TimeWords time;

    TierSpells(TierBudgets budgets, Units units, TimeWords time) {
        this.budgets = budgets;
        this.units = units;
        this.time = time;
    }

    /** @param sum what the tier had used by its end, of its share where it has one */
    record Row(Instant from, String when, String unit, String tier, String length, String sum) {}

    /** The spells of the promise that an address names, in order; none for a promise that is no solution's. */
    List<Row> of(TicketId ticket, String address, Reader reader) {
        return PromiseKey.read(address).filter(key -> key.kind() == PromiseKind.RESOLUTION)
                .map(key -> budgets.of(ticket, reader.now()).stream()
                        .flatMap(budget -> rows(budget, key.sequence(), reader).stream())
                        .sorted(Comparator.comparing(Row::from)).toList())
                .orElse(List.of());
    }

    private List<Row> rows(TierBudget budget, int promise, Reader reader) {
        var rows = new ArrayList<Row>();
        var sum = WorkingTime.ZERO;
        for (var spell : budget.spells()) {
            sum = sum.plus(spell.counted());
            if (spell.promise() == promise) {
                rows.add(new Row(spell.from(), when(spell, reader), units.unit(spell.holder().unit()).name(),
                        time.say("tier." + budget.tier(), reader.locale()), length(spell.counted(), reader),
                        sum(sum, budget, reader)));
            }
        }
        return rows;
    }

    private String when(TierBudget.Spell spell, Reader reader) {
        boolean sameDay = reader.dayOf(spell.from()).equals(reader.dayOf(spell.to()));
        return time.say("explain.span", reader.locale(), time.moment(spell.from(), reader),
                sameDay ? time.time(spell.to(), reader.zone()) : time.moment(spell.to(), reader));
    }

    private String sum(WorkingTime sum, TierBudget budget, Reader reader) {
        var allowance = budget.allowance();
        return allowance == null
                ? length(sum, reader)
                : time.say("desk.whose.of", reader.locale(), length(sum, reader), length(allowance, reader));
    }

    private String length(WorkingTime length, Reader reader) {
        return time.working(Duration.ofSeconds(length.seconds()), reader.locale());
    }
}
