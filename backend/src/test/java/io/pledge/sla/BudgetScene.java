package io.pledge.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.CalendarSpec;
import io.pledge.calendar.LocalSpan;
import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.ticket.NextDue;
import io.pledge.ticket.TicketId;

/** A ticket that is handed from tier to tier, by the minute, and the budgets that come of it. */
final class BudgetScene {
    static final Instant START = Instant.parse("2026-11-19T08:00:00Z");

    final List<LedgerEvent> events = new ArrayList<>();
    private final List<TicketLedger.Held> holders = new ArrayList<>();

    /** A solution within so many minutes; half of them for the local tier, three and two tenths for those above. */
    static BudgetScene of(int minutes) {
        return of(terms(minutes, BusinessCalendar.always()));
    }

    static BudgetScene of(Terms terms) {
        var scene = new BudgetScene();
        scene.heldBy(Tier.LOCAL, START);
        scene.events.add(new LedgerEvent.Submitted(START, terms));
        return scene;
    }

    static Terms terms(int minutes, BusinessCalendar calendar) {
        return terms(minutes, calendar,
                new Budgets(Map.of(Tier.LOCAL, 0.5, Tier.REGIONAL, 0.3, Tier.HEADQUARTERS, 0.2)));
    }

    static Terms terms(int minutes, BusinessCalendar calendar, Budgets budgets) {
        return new Terms("test", 0,
                Map.of(PromiseKind.ACKNOWLEDGEMENT, target(60, calendar), PromiseKind.PROGRESS, target(120, calendar),
                        PromiseKind.RESOLUTION, target(minutes, calendar)),
                0.75, Terms.AcknowledgedBy.PERSON, Set.of(PromiseKind.RESOLUTION), Chain.still(), budgets);
    }

    private static Target target(int minutes, BusinessCalendar calendar) {
        return new Target(WorkingTime.ofMinutes(minutes), calendar, 0);
    }

    /** From nine to five in Berlin on working days. */
    static BusinessCalendar office() {
        var hours = List.of(new LocalSpan(9 * 3600, 17 * 3600));
        var weekly = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                .collect(Collectors.toMap(Function.identity(), _ -> hours));
        return BusinessCalendar.of(new CalendarSpec("office", ZoneId.of("Europe/Berlin"), weekly, Map.of(), Map.of(),
                Map.of()));
    }

    static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    static WorkingTime minutes(int minutes) {
        return WorkingTime.ofMinutes(minutes);
    }

    BudgetScene with(LedgerEvent event) {
        events.add(event);
        return this;
    }

    BudgetScene hand(Tier to, int minute) {
        return heldBy(to, at(minute));
    }

    BudgetScene heldBy(Tier tier, Instant since) {
        return heldBy(tier.ordinal() + 1, tier, since);
    }

    BudgetScene heldBy(int unit, Tier tier, Instant since) {
        holders.add(new TicketLedger.Held(since, new Promise.Holder(new UnitId(unit), "/" + unit + "/", tier, null)));
        return this;
    }

    List<TierBudget> read(Instant asOf) {
        return BudgetLedger.read(ledger(), asOf);
    }

    TierBudget read(Tier tier, int minute) {
        return read(tier, at(minute));
    }

    /** What a tier has of the last round. */
    TierBudget read(Tier tier, Instant asOf) {
        return read(asOf).stream().filter(budget -> budget.tier() == tier).reduce((_, later) -> later).orElseThrow();
    }

    TicketLedger ledger() {
        var ticket = new TicketId(1);
        return new TicketLedger(new TicketLedger.Facts(ticket, "FAULT", "MAJOR", null, null, null,
                new NextDue.Due(ticket, null, null)), events, holders, List.of(), TicketLedger.Known.ALL, List.of());
    }
}
