package io.pledge.sla;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import io.pledge.calendar.WorkingTime;
import io.pledge.ticket.TicketId;

/** Ledger events as type and JSON, as they stand in the append-only table. */
@Component
class LedgerEventCodec {
    private final JsonMapper json;
    private final Versions versions;

    LedgerEventCodec(JsonMapper json, Versions versions) {
        this.json = json;
        this.versions = versions;
    }

    String type(LedgerEvent event) {
        return event.getClass().getSimpleName();
    }

    String detail(LedgerEvent event) {
        return json.writeValueAsString(switch (event) {
            case LedgerEvent.Submitted submitted -> TicketTerms.of(submitted.terms());
            case LedgerEvent.ChangeTerms change -> new Changed(TicketTerms.of(change.terms()), change.why());
            case LedgerEvent.PersonMessage message -> new Time(null, message.nextWordAt(), false);
            case LedgerEvent.Promised promised -> new Time(promised.kind(), promised.dueAt(), false);
            case LedgerEvent.Renegotiate change -> new Time(change.kind(), change.dueAt(), change.agreed());
            case LedgerEvent.Absorb absorb -> Absorbed.of(absorb);
            default -> new Time(null, null, false);
        });
    }

    LedgerEvent event(String type, String detail, Instant at) {
        return switch (type) {
            case "Submitted" -> new LedgerEvent.Submitted(at, terms(detail));
            case "ChangeTerms" -> {
                var changed = changed(detail);
                yield new LedgerEvent.ChangeTerms(at, changed.terms.with(versions), changed.why);
            }
            case "PersonMessage" -> new LedgerEvent.PersonMessage(at, time(detail).time);
            case "Promised" -> new LedgerEvent.Promised(at, time(detail).requiredKind(), time(detail).requiredTime());
            case "Renegotiate" -> new LedgerEvent.Renegotiate(at, time(detail).requiredKind(),
                    time(detail).requiredTime(), time(detail).agreed);
            case "AutomaticMessage" -> new LedgerEvent.AutomaticMessage(at);
            case "Note" -> new LedgerEvent.Note(at);
            case "CustomerMessage" -> new LedgerEvent.CustomerMessage(at);
            case "Hold" -> new LedgerEvent.Hold(at);
            case "Resume" -> new LedgerEvent.Resume(at);
            case "Resolve" -> new LedgerEvent.Resolve(at);
            case "Confirm" -> new LedgerEvent.Confirm(at);
            case "CloseUnconfirmed" -> new LedgerEvent.CloseUnconfirmed(at);
            case "Reject" -> new LedgerEvent.Reject(at);
            case "Reopen" -> new LedgerEvent.Reopen(at);
            case "VisitArrived" -> new LedgerEvent.VisitArrived(at);
            case "Shipped" -> new LedgerEvent.Shipped(at);
            case "Cancel" -> new LedgerEvent.Cancel(at);
            case "Merge" -> new LedgerEvent.Merge(at);
            case "Absorb" -> json.readValue(detail, Absorbed.class).event(at, versions);
            default -> throw new IllegalStateException("unknown ledger event " + type);
        };
    }

    /** The terms that an event brought, which is a submission or a change of them. */
    Terms terms(String type, String detail) {
        return type.equals("ChangeTerms") ? changed(detail).terms.with(versions) : terms(detail);
    }

    private Terms terms(String detail) {
        return json.readValue(detail, TicketTerms.class).with(versions);
    }

    private Changed changed(String detail) {
        return json.readValue(detail, Changed.class);
    }

    private Time time(String detail) {
        return json.readValue(detail, Time.class);
    }

    private record Changed(TicketTerms terms, @Nullable TermsChange why) {}

    private record Absorbed(long from, TicketTerms terms, List<Ran> running) {
        static Absorbed of(LedgerEvent.Absorb absorb) {
            return new Absorbed(absorb.from().value(), TicketTerms.of(absorb.terms()),
                    absorb.running().stream().map(Ran::of).toList());
        }

        LedgerEvent.Absorb event(Instant at, Versions versions) {
            return new LedgerEvent.Absorb(at, new TicketId(from), terms.with(versions),
                    running.stream().map(Ran::running).toList());
        }
    }

    private record Ran(PromiseKind kind, Instant dueAt, @Nullable Instant warnAt, long usedSeconds, boolean explicit) {
        static Ran of(LedgerEvent.Running running) {
            return new Ran(running.kind(), running.dueAt(), running.warnAt(), running.used().seconds(),
                    running.explicit());
        }

        LedgerEvent.Running running() {
            return new LedgerEvent.Running(kind, dueAt, warnAt, WorkingTime.ofSeconds(usedSeconds), explicit);
        }
    }

    private record Time(@Nullable PromiseKind kind, @Nullable Instant time, boolean agreed) {
        PromiseKind requiredKind() {
            return Objects.requireNonNull(kind);
        }

        Instant requiredTime() {
            return Objects.requireNonNull(time);
        }
    }
}
