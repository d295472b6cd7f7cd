package io.pledge.web.report;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import io.pledge.customer.ContractLevel;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.report.BreakCause;
import io.pledge.report.FixFigure;
import io.pledge.report.HelpFigure;
import io.pledge.report.PromiseOutcome;
import io.pledge.report.ReportFilter;
import io.pledge.report.Satisfaction;
import io.pledge.sla.PromiseKind;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;
import io.pledge.web.view.Reader;

/** What somebody asks of the report, checked. Gives the address of everything that it narrows down to. */
record Question(Period period, @Nullable ServiceUnit below, @Nullable ServiceUnit unit, @Nullable Tier tier,
        @Nullable PromiseKind kind, @Nullable ContractLevel level, PromiseOutcome outcome,
        @Nullable BreakCause cause) {

    static Question of(Asked asked, Units units, Reader reader) {
        var outcome = read(PromiseOutcome.class, asked.outcome());
        return new Question(Period.of(asked.period(), asked.from(), asked.to(), reader), unit(asked.below(), units),
                unit(asked.unit(), units), read(Tier.class, asked.tier()), read(PromiseKind.class, asked.kind()),
                read(ContractLevel.class, asked.level()), outcome == null ? PromiseOutcome.DUE : outcome,
                read(BreakCause.class, asked.cause()));
    }

    ReportFilter filter() {
        return new ReportFilter(period.from(), period.until(), below, unit, tier, kind, level);
    }

    Question during(Period other) {
        return new Question(other, below, unit, tier, kind, level, outcome, cause);
    }

    Question of(PromiseOutcome other) {
        return new Question(period, below, unit, tier, kind, level, other, cause);
    }

    Question of(BreakCause other) {
        return new Question(period, below, unit, tier, kind, level, PromiseOutcome.BROKEN, other);
    }

    Question at(ServiceUnit other) {
        return new Question(period, below, other, tier, kind, level, outcome, cause);
    }

    Question at(Tier other) {
        return new Question(period, below, unit, other, kind, level, outcome, cause);
    }

    Question of(PromiseKind other) {
        return new Question(period, below, unit, tier, other, level, outcome, cause);
    }

    /** The report itself. */
    public String report() {
        return address("/report").build().toUriString();
    }

    /** The list of what is asked for. */
    public String list() {
        return list("/report/promises").build().toUriString();
    }

    /** The same list as a file. */
    public String sheet() {
        return list("/report/promises.csv").build().toUriString();
    }

    /** The list from a certain place on. */
    String listAfter(String after) {
        return list("/report/promises").queryParam("after", after).build().toUriString();
    }

    /** The list of surveys behind a figure. */
    String answers(Satisfaction.Part part) {
        return address("/report/answers").queryParam("part", part).build().toUriString();
    }

    /** The list of problem reports or fixes behind a figure. */
    String fixes(FixFigure figure, @Nullable Severity severity) {
        return fixes("/report/fixes", figure, severity).build().toUriString();
    }

    /** The same list as a file. */
    String fixSheet(FixFigure figure, @Nullable Severity severity) {
        return fixes("/report/fixes.csv", figure, severity).build().toUriString();
    }

    /** The same list from a certain place on. */
    String fixesAfter(FixFigure figure, @Nullable Severity severity, String after) {
        return fixes("/report/fixes", figure, severity).queryParam("after", after).build().toUriString();
    }

    /** The list of the tiers' shares that were overrun. */
    public String budgets() {
        return address("/report/budgets").build().toUriString();
    }

    /** The same list as a file. */
    public String budgetSheet() {
        return address("/report/budgets.csv").build().toUriString();
    }

    /** The same list from a certain place on. */
    String budgetsAfter(String after) {
        return address("/report/budgets").queryParam("after", after).build().toUriString();
    }

    /** The list of resolved cases whose time fell to the tiers. @param kind only cases of this kind; null for all */
    String shares(@Nullable TicketKind kind) {
        return shares("/report/shares", kind).build().toUriString();
    }

    /** The same list as a file. */
    String shareSheet(@Nullable TicketKind kind) {
        return shares("/report/shares.csv", kind).build().toUriString();
    }

    /** The same list from a certain place on. */
    String sharesAfter(@Nullable TicketKind kind, String after) {
        return shares("/report/shares", kind).queryParam("after", after).build().toUriString();
    }

    private UriComponentsBuilder shares(String path, @Nullable TicketKind kind) {
        return address(path).queryParamIfPresent("about", Optional.ofNullable(kind));
    }

    /** The list of help among units behind a figure. */
    String help(HelpFigure figure) {
        return address("/report/help").queryParam("figure", figure).build().toUriString();
    }

    private UriComponentsBuilder fixes(String path, FixFigure figure, @Nullable Severity severity) {
        return address(path).queryParam("figure", figure).queryParamIfPresent("severity",
                Optional.ofNullable(severity));
    }

    private UriComponentsBuilder list(String path) {
        var address = address(path).queryParam("outcome", outcome);
        return cause == null ? address : address.queryParam("cause", cause);
    }

    /** Every value is a key or a constant, so that nothing in it needs encoding. */
    private UriComponentsBuilder address(String path) {
        var address = UriComponentsBuilder.fromPath(path).queryParam("period", period.name());
        if (period.name().equals(Period.CUSTOM)) {
            address.queryParam("from", period.first()).queryParam("to", period.last());
        }
        return address.queryParamIfPresent("below", Optional.ofNullable(below).map(ServiceUnit::key))
                .queryParamIfPresent("unit", Optional.ofNullable(unit).map(ServiceUnit::key))
                .queryParamIfPresent("tier", Optional.ofNullable(tier))
                .queryParamIfPresent("kind", Optional.ofNullable(kind))
                .queryParamIfPresent("level", Optional.ofNullable(level));
    }

    private static @Nullable ServiceUnit unit(@Nullable String key, Units units) {
        return key == null ? null : units.byKey(key).orElse(null);
    }

    static <E extends Enum<E>> @Nullable E read(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants()).filter(value -> value.name().equals(name)).findFirst()
                .orElse(null);
    }
}
