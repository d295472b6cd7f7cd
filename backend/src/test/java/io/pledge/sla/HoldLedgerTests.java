package io.pledge.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.CalendarSpec;
import io.pledge.calendar.LocalSpan;
import io.pledge.calendar.WorkingTime;

import static org.assertj.core.api.Assertions.assertThat;

/** What waits while the ticket waits for the customer, and for how long, as the ledger reads it. */
class HoldLedgerTests extends LedgerScene {
    private static final BusinessCalendar OFFICE = BusinessCalendar.of(new CalendarSpec("office",
            ZoneId.of("Europe/Berlin"), Map.of(DayOfWeek.THURSDAY, hours(), DayOfWeek.FRIDAY, hours()), Map.of(),
            Map.of(), Map.of()));

    @Test
    void aHoldAlsoPausesWhatElseThePolicyLists() {
        under(pausing(Set.of(PromiseKind.RESOLUTION, PromiseKind.ON_SITE)));
        events.add(new LedgerEvent.Hold(at(60)));
        assertThat(one(PromiseKind.ON_SITE, 1, at(100)).state()).isEqualTo(PromiseState.PAUSED);
        assertThat(one(PromiseKind.ON_SITE, 1, at(100)).remaining()).isEqualTo(WorkingTime.ofMinutes(180));
        assertThat(one(PromiseKind.SHIPMENT, 1, at(100)).dueAt()).isEqualTo(at(300));
        events.add(new LedgerEvent.Resume(at(200)));
        assertThat(one(PromiseKind.ON_SITE, 1, at(200)).dueAt()).isEqualTo(at(380));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(200)).dueAt()).isEqualTo(at(620));
    }

    @Test
    void progressNeverWaitsNotEvenWhereThePolicyListsIt() {
        under(pausing(Set.of(PromiseKind.PROGRESS)));
        events.add(new LedgerEvent.Hold(at(60)));
        assertThat(one(PromiseKind.PROGRESS, 1, at(100)).dueAt()).isEqualTo(at(120));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(100)).dueAt()).isEqualTo(at(480));
    }

    @Test
    void pausedTimeIsWorkingTimeInsideTheHoldToTheSecond() {
        under(onOfficeHours(8));
        // Thursday, 16:41:07 in the office, which closes at 17:00, until Friday, 09:12:31
        events.add(new LedgerEvent.Hold(Instant.parse("2026-11-19T15:41:07Z")));
        events.add(new LedgerEvent.Resume(Instant.parse("2026-11-20T08:12:31Z")));

        var resumed = one(PromiseKind.RESOLUTION, 1, Instant.parse("2026-11-20T08:12:31Z"));
        assertThat(resumed.used()).isEqualTo(WorkingTime.ofSeconds((7 * 60 + 41) * 60 + 7));
        assertThat(resumed.remaining()).isEqualTo(WorkingTime.ofSeconds(18 * 60 + 53));
        assertThat(resumed.dueAt()).isEqualTo("2026-11-20T08:31:24Z");
    }

    @Test
    void aHoldWhileTheOfficeIsClosedTakesNoTime() {
        under(onOfficeHours(9));
        events.add(new LedgerEvent.Hold(Instant.parse("2026-11-19T16:00:00Z")));
        events.add(new LedgerEvent.Resume(Instant.parse("2026-11-20T07:59:59Z")));
        assertThat(one(PromiseKind.RESOLUTION, 1, Instant.parse("2026-11-20T08:00:00Z")).dueAt())
                .isEqualTo("2026-11-20T09:00:00Z");
    }

    @Test
    void resolvingAHeldTicketEndsTheHoldFirst() {
        events.add(new LedgerEvent.Hold(at(60)));
        events.add(new LedgerEvent.Resolve(at(100)));
        assertThat(legs(at(500))).extracting(Leg::pause).containsExactly(null, Leg.Pause.HELD, Leg.Pause.RESOLVED);
        assertThat(legs(at(500)).get(1).to()).isEqualTo(at(100));
        events.add(new LedgerEvent.Reject(at(1000)));
        events.add(new LedgerEvent.Hold(at(1010)));
        assertThat(one(PromiseKind.RESOLUTION, 1, at(1020)).remaining()).isEqualTo(WorkingTime.ofMinutes(410));
    }

    private List<Leg> legs(Instant asOf) {
        return Ledger.explain(events, asOf).stream()
                .filter(found -> found.reading().kind() == PromiseKind.RESOLUTION).findFirst().orElseThrow().legs();
    }

    private static List<LocalSpan> hours() {
        return List.of(LocalSpan.parse("09:00-17:00"));
    }

    /** Hours of an office that opened at nine, which was just when the ticket came in. */
    private static Terms onOfficeHours(int hours) {
        return with(Map.of(PromiseKind.RESOLUTION, new Target(WorkingTime.ofHours(hours), OFFICE, 1)),
                Set.of(PromiseKind.RESOLUTION));
    }

    private static Terms pausing(Set<PromiseKind> pauses) {
        return with(Map.of(PromiseKind.ON_SITE, target(240), PromiseKind.SHIPMENT, target(300)), pauses);
    }

    private static Terms with(Map<PromiseKind, Target> more, Set<PromiseKind> pauses) {
        var plain = terms(60, 120, 480);
        var targets = new EnumMap<>(plain.targets());
        targets.putAll(more);
        return new Terms("test", 0, targets, plain.warningShare(), plain.acknowledgedBy(), pauses, plain.chain(),
                plain.budgets());
    }
}
