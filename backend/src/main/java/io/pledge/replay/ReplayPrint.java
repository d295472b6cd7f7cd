package io.pledge.replay;

import java.util.Locale;

import io.pledge.replay.ReplayTable.Counts;
import io.pledge.replay.ReplayTable.PromiseLine;

/** The table that a replay ends with. */
final class ReplayPrint {
    private static final String LINE = "  %-50s %10d%n";

    private final StringBuilder text = new StringBuilder();

    private ReplayPrint() {}

    static String of(Counts counts) {
        var print = new ReplayPrint();
        print.cases(counts);
        print.promises(counts);
        print.unmapped(counts);
        return print.text.toString();
    }

    private void cases(Counts counts) {
        line("tickets", counts.tickets());
        line("  of them open", counts.open());
        line("hand-overs to the tier above", counts.up());
        line("hand-overs to the tier below", counts.verb("HANDED_BACK"));
        line("hand-overs within a unit", counts.verb("ASSIGNED"));
        line("moved up by a customer's no", counts.climbs());
        line("severity changed", counts.verb("SEVERITY_CHANGED"));
        line("holds", counts.verb("HELD"));
        line("resolved", counts.verb("RESOLVED"));
        line("reopened", counts.reopened());
        line("closed, unconfirmed", counts.verb("CLOSED_UNCONFIRMED"));
    }

    private void promises(Counts counts) {
        text.append("  %-18s %8s %8s %12s %8s %14s %8s %10s%n".formatted("promises", "made", "kept", "unconfirmed",
                "broken", "answered late", "open", "withdrawn"));
        counts.promises().forEach(this::promise);
        promise(counts.promises().stream().reduce(new PromiseLine("all", 0, 0, 0, 0, 0, 0, 0), ReplayPrint::sum));
    }

    private void promise(PromiseLine p) {
        text.append("  %-18s %8d %8d %12d %8d %14d %8d %10d%n".formatted(p.kind().toLowerCase(Locale.ROOT), p.made(),
                p.kept(), p.unconfirmed(), p.late() + p.never(), p.late(), p.open(), p.withdrawn()));
    }

    private void unmapped(Counts counts) {
        counts.unmapped().forEach((what, count) -> line("not mapped: " + what, count));
    }

    private void line(String what, long count) {
        text.append(LINE.formatted(what, count));
    }

    private static PromiseLine sum(PromiseLine a, PromiseLine b) {
        return new PromiseLine("all", a.made() + b.made(), a.kept() + b.kept(), a.unconfirmed() + b.unconfirmed(),
                a.late() + b.late(), a.never() + b.never(), a.open() + b.open(), a.withdrawn() + b.withdrawn());
    }
}
