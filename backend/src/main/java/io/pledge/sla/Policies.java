package io.pledge.sla;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;
import io.pledge.customer.ContractLevel;
import io.pledge.organisation.Tier;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

/**
 * The policy file in force: lines tried from the top, the first match wins, and a default that matches everything.
 */
record Policies(long version, List<Line> lines) {

    /** What a line asks of a ticket; what is null or empty is not asked for. */
    record Match(Set<ContractLevel> levels, Set<String> customers, Set<TicketKind> kinds, Set<Severity> severities,
            Set<Tier> tiers) {

        boolean fits(Asked asked) {
            return fits(levels, asked.level) && fits(customers, asked.customer) && fits(kinds, asked.kind)
                    && fits(severities, asked.severity) && fits(tiers, asked.tier);
        }

        /** Whether everything that the other matches is matched by this one too. */
        boolean covers(Match other) {
            return covers(levels, other.levels) && covers(customers, other.customers) && covers(kinds, other.kinds)
                    && covers(severities, other.severities) && covers(tiers, other.tiers);
        }

        private static <T> boolean fits(Set<T> wanted, @Nullable T given) {
            return wanted.isEmpty() || given != null && wanted.contains(given);
        }

        private static <T> boolean covers(Set<T> wide, Set<T> narrow) {
            return wide.isEmpty() || !narrow.isEmpty() && wide.containsAll(narrow);
        }
    }

    /** @param customer key of the customer, null where nobody was recognised */
    record Asked(@Nullable ContractLevel level, @Nullable String customer, TicketKind kind, Severity severity,
            Tier tier) {

        static Asked of(TicketKind kind, Traits traits, Tier tier) {
            return new Asked(traits.level(), traits.customer(), kind, traits.severity(), tier);
        }
    }

    /** How much time on which calendar. */
    record Allowance(Duration time, CalendarChoice on) {}

    /** Whose calendar counts. */
    enum CalendarChoice {
        /** The calendar of the unit at which the case came in. */
        UNIT,
        /** The calendar of the customer's contract, or the unit's where the contract names none. */
        CUSTOMER,
        /** Every second counts. */
        ALWAYS
    }

    record Line(String name, Match match, TreeMap<PromiseKind, Allowance> targets, double warningShare,
            Terms.AcknowledgedBy acknowledgedBy, Set<PromiseKind> pauses, Chain chain, Budgets budgets,
            @Nullable Allowance silence) {}

    Line lineFor(Asked asked) {
        return lines.stream().filter(line -> line.match.fits(asked)).findFirst().orElseThrow();
    }

    Terms terms(Asked asked, Calendars calendars, Calendars.Owner owner) {
        var line = lineFor(asked);
        var targets = new TreeMap<PromiseKind, Target>();
        line.targets.forEach((kind, allowance) -> targets.put(kind, target(allowance, calendars, owner)));
        return new Terms(line.name, version, targets, line.warningShare, line.acknowledgedBy, line.pauses,
                line.chain, line.budgets,
                line.silence == null ? null : target(line.silence, calendars, owner));
    }

    private static Target target(Allowance allowance, Calendars calendars, Calendars.Owner owner) {
        var name = switch (allowance.on) {
            case UNIT -> owner.unit();
            case CUSTOMER -> Optional.ofNullable(owner.customer()).orElse(owner.unit());
            case ALWAYS -> Calendars.ALWAYS;
        };
        var calendar = calendars.inForce(name);
        return new Target(WorkingTime.ofSeconds(allowance.time.toSeconds()), calendar.calendar(), calendar.version());
    }
}
