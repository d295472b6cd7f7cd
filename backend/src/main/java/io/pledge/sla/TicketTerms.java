package io.pledge.sla;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.pledge.calendar.WorkingTime;
import io.pledge.organisation.Tier;

/**
 * Terms as they are stored with a ticket's ledger: numbers, and versions of what they were taken from.
 *
 * @param escalates only in terms stored before there were chains: whether a breach moves the case up
 * @param chain null in terms stored before there were chains
 * @param budgets null in terms stored before tiers had any
 * @param silence null where the setting for all counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketTerms(String line, long policyVersion, Map<PromiseKind, Line> targets, double warningShare,
        Terms.AcknowledgedBy acknowledgedBy, Set<PromiseKind> pauses, @Nullable Boolean escalates,
        @Nullable Chain chain, @Nullable Map<Tier, Double> budgets, @Nullable Line silence) {

    record Line(long seconds, long calendarVersion) {
        static Line of(Target target) {
            return new Line(target.allowance().seconds(), target.calendarVersion());
        }

        Target with(Versions versions) {
            return new Target(WorkingTime.ofSeconds(seconds), versions.calendar(calendarVersion), calendarVersion);
        }
    }

    static TicketTerms of(Terms terms) {
        var lines = new TreeMap<PromiseKind, Line>();
        terms.targets().forEach((kind, target) -> lines.put(kind, Line.of(target)));
        return new TicketTerms(terms.line(), terms.policyVersion(), lines, terms.warningShare(), terms.acknowledgedBy(),
                terms.pauses(), null, terms.chain(), terms.budgets().shares(),
                Optional.ofNullable(terms.silence()).map(Line::of).orElse(null));
    }

    /** Whether both promise the same, whatever line of whatever version says so. */
    static boolean alike(Terms one, Terms other) {
        return of(one).unnamed().equals(of(other).unnamed());
    }

    private TicketTerms unnamed() {
        return new TicketTerms("", 0, targets, warningShare, acknowledgedBy, pauses, null, chain, budgets,
                silence);
    }

    Terms with(Versions versions) {
        var resolved = new TreeMap<PromiseKind, Target>();
        targets.forEach((kind, line) -> resolved.put(kind, line.with(versions)));
        return new Terms(line, policyVersion, resolved, warningShare, acknowledgedBy, pauses,
                chain == null ? Chain.formerly(Boolean.TRUE.equals(escalates)) : chain,
                budgets == null ? Budgets.NONE : new Budgets(budgets), silence == null ? null : silence.with(versions));
    }
}
