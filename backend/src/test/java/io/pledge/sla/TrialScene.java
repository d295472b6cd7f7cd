package io.pledge.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.pledge.customer.ContactId;
import io.pledge.customer.ContractLevel;
import io.pledge.customer.CustomerImport;
import io.pledge.customer.CustomerPlan;
import io.pledge.customer.Customers;
import io.pledge.customer.Recognised;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.ticket.Intake;
import io.pledge.ticket.Moment;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Submission;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.Triage;

/** Cases of every kind, to which everything happens that a ledger knows. */
final class TrialScene {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Casebook casebook;
    private final Intake intake;
    private final TicketPromises promises;
    private final Customers customers;
    private final CustomerImport imported;
    private final Triage triage;
    private final MovableClock clock;
    final List<TicketId> tickets = new ArrayList<>();
    @Nullable
    TicketId reworked;
    private Instant reworkedSince = Instant.MIN;

    TrialScene(Casebook casebook, Intake intake, TicketPromises promises, Customers customers,
            CustomerImport imported, Triage triage, MovableClock clock) {
        this.casebook = casebook;
        this.intake = intake;
        this.promises = promises;
        this.customers = customers;
        this.imported = imported;
        this.triage = triage;
        this.clock = clock;
    }

    /** Twenty cases, opened within the first hours and looked at ten days later. */
    void play() {
        var mill = customer("mill", ContractLevel.GOLD);
        var plant = customer("plant", ContractLevel.SILVER);
        for (var severity : Severity.values()) {
            silent(TicketKind.FAULT, severity, "hamburg", null);
            answered(TicketKind.COMPLAINT, severity, "warsaw", null);
            closed(TicketKind.REPAIR, severity, "shanghai", mill);
            heldAndAnswered(TicketKind.FAULT, severity, "hamburg", plant);
            reopened(TicketKind.FAULT, severity, "chengdu", mill);
        }
        silent(TicketKind.SUGGESTION, Severity.MINOR, "shanghai", null);
        promised(TicketKind.FAULT, Severity.CRITICAL, "hamburg", null);
        renegotiated(TicketKind.FAULT, Severity.MAJOR, "warsaw", plant);
        cancelled(TicketKind.FAULT, Severity.MAJOR, "shanghai", mill);
        clock.advance(Duration.ofDays(9));
        changed(TicketKind.FAULT, Severity.MAJOR, "hamburg", null);
        clock.advance(Duration.ofDays(1));
    }

    TicketId silent(TicketKind kind, Severity severity, String unit, Recognised who) {
        var id = intake.submit(submission(casebook.submission(UUID.randomUUID().toString(), kind, severity, unit, null),
                who));
        tickets.add(id);
        return id;
    }

    private void answered(TicketKind kind, Severity severity, String unit, Recognised who) {
        var id = silent(kind, severity, unit, who);
        after(id, 20, at -> new LedgerEvent.PersonMessage(at, at.plusSeconds(3600)));
        after(id, 400, at -> new LedgerEvent.PersonMessage(at, null));
    }

    private void closed(TicketKind kind, Severity severity, String unit, Recognised who) {
        var id = silent(kind, severity, unit, who);
        after(id, 45, at -> new LedgerEvent.PersonMessage(at, null));
        after(id, 600, LedgerEvent.Resolve::new);
        after(id, 900, severity == Severity.CRITICAL ? LedgerEvent.CloseUnconfirmed::new : LedgerEvent.Confirm::new);
    }

    private void heldAndAnswered(TicketKind kind, Severity severity, String unit, Recognised who) {
        var id = silent(kind, severity, unit, who);
        after(id, 30, LedgerEvent.AutomaticMessage::new);
        after(id, 60, LedgerEvent.Hold::new);
        after(id, 300, severity == Severity.MINOR ? LedgerEvent.Resume::new : LedgerEvent.CustomerMessage::new);
        after(id, 310, at -> new LedgerEvent.PersonMessage(at, null));
        if (severity == Severity.MAJOR) {
            after(id, 500, LedgerEvent.Hold::new);
        }
    }

    private void reopened(TicketKind kind, Severity severity, String unit, Recognised who) {
        var id = silent(kind, severity, unit, who);
        after(id, 120, LedgerEvent.Resolve::new);
        after(id, 200, LedgerEvent.Reject::new);
        after(id, 400, LedgerEvent.Resolve::new);
        after(id, 500, LedgerEvent.Confirm::new);
        if (severity != Severity.MINOR) {
            after(id, 700, LedgerEvent.Reopen::new);
        }
    }

    private void promised(TicketKind kind, Severity severity, String unit, Recognised who) {
        var id = silent(kind, severity, unit, who);
        after(id, 20, at -> new LedgerEvent.Promised(at, PromiseKind.ON_SITE, at.plusSeconds(7200)));
        after(id, 25, at -> new LedgerEvent.Promised(at, PromiseKind.RESOLUTION, at.plusSeconds(36_000)));
        after(id, 100, LedgerEvent.VisitArrived::new);
        after(id, 300, LedgerEvent.Resolve::new);
    }

    private void renegotiated(TicketKind kind, Severity severity, String unit, Recognised who) {
        var id = silent(kind, severity, unit, who);
        after(id, 20, at -> new LedgerEvent.Renegotiate(at, PromiseKind.RESOLUTION, at.plusSeconds(90_000), false));
        after(id, 30, at -> new LedgerEvent.Renegotiate(at, PromiseKind.RESOLUTION, at.plusSeconds(180_000), true));
        after(id, 600, LedgerEvent.Resolve::new);
        after(id, 700, LedgerEvent.Confirm::new);
    }

    private void cancelled(TicketKind kind, Severity severity, String unit, Recognised who) {
        after(silent(kind, severity, unit, who), 50, LedgerEvent.Cancel::new);
    }

    /** Found to be worse than it was said to be, then to be the mill's, whose contract has run out. */
    private void changed(TicketKind kind, Severity severity, String unit, Recognised who) {
        reworkedSince = clock.instant();
        var id = silent(kind, severity, unit, who);
        after(id, 50, LedgerEvent.Hold::new);
        after(id, 60, LedgerEvent.Resume::new);
        clock.advance(Duration.ofMinutes(90));
        triage.changeSeverity(id, Severity.CRITICAL, "It stands still.", casebook.actor("local-engineer"),
                clock.instant());
        clock.advance(Duration.ofMinutes(30));
        triage.attach(id, customers.byKey("mill").orElseThrow().id(),
                casebook.actor("local-engineer"), clock.instant());
        clock.advance(Duration.ofMinutes(30));
        after(id, 0, at -> new LedgerEvent.PersonMessage(at, null));
        reworked = id;
    }

    /** So long after the case came in that is taken for something else since. */
    Instant reworkedAfter(Duration time) {
        return reworkedSince.plus(time);
    }

    private interface Happening {
        LedgerEvent at(Instant at);
    }

    private void after(TicketId id, int minutes, Happening what) {
        var at = clock.instant().plus(Duration.ofMinutes(minutes));
        promises.happened(id, what.at(at), new Moment(at, at));
    }

    private static Submission submission(Submission plain, Recognised who) {
        return new Submission(plain.key(), plain.kind(), plain.severity(), plain.text(), plain.channel(),
                plain.submitter(), null, null, null, plain.home(), who, List.of(), plain.enteredBy(),
                plain.occurredAt());
    }

    private Recognised customer(String key, ContractLevel level) {
        var id = imported.apply(new CustomerPlan(key, key, Locale.ENGLISH, SHANGHAI, "account-manager",
                List.of(new CustomerPlan.PlannedContract("K-" + key, level,
                        level == ContractLevel.GOLD ? "office-shanghai" : null, LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 11, 25))),
                List.of(new CustomerPlan.PlannedSite("Hall", SHANGHAI, "shanghai")),
                List.of(new CustomerPlan.PlannedContact("Ann", key + "@mill.example", null, Locale.ENGLISH, null)),
                List.of()));
        ContactId contact = customers.contactsOf(id).getFirst().id();
        return new Recognised(id, contact, null, null, level, null);
    }
}
