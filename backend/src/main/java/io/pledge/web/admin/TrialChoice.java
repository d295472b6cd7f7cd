package io.pledge.web.admin;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.TrialFigure;
import io.pledge.sla.TrialList;

/** Which figure's list is shown. In the form it is a text such as {@code KEPT_AFTER/unit/hamburg/50}. */
record TrialChoice(TrialFigure figure, @Nullable ServiceUnit unit, @Nullable PromiseKind kind, long skipped) {
    private static final int PAGE = 50;
    private static final String ALL = "all";
    private static final int PARTS = 4;

    static TrialChoice of(TrialFigure figure) {
        return new TrialChoice(figure, null, null, 0);
    }

    TrialChoice at(ServiceUnit other) {
        return new TrialChoice(figure, other, null, 0);
    }

    TrialChoice of(PromiseKind other) {
        return new TrialChoice(figure, null, other, 0);
    }

    /** The page behind this one. */
    TrialChoice further() {
        return new TrialChoice(figure, unit, kind, skipped + PAGE);
    }

    TrialList list() {
        return new TrialList(figure, unit == null ? null : unit.id(), kind, skipped, PAGE);
    }

    String text() {
        var narrowed = ALL + "/" + ALL;
        if (unit != null) {
            narrowed = "unit/" + unit.key();
        } else if (kind != null) {
            narrowed = "kind/" + kind;
        }
        return figure + "/" + narrowed + "/" + skipped;
    }

    /** What the form says; nothing of it is trusted, and what makes no sense is no choice. */
    static Optional<TrialChoice> read(@Nullable String text, Units units) {
        var parts = text == null ? new String[0] : text.split("/");
        if (parts.length != PARTS || !parts[3].matches("\\d{1,9}")) {
            return Optional.empty();
        }
        long skipped = Long.parseLong(parts[3]);
        return one(TrialFigure.values(), parts[0]).flatMap(figure -> switch (parts[1]) {
            case "unit" -> units.byKey(parts[2]).map(unit -> new TrialChoice(figure, unit, null, skipped));
            case "kind" -> one(PromiseKind.values(), parts[2])
                    .map(kind -> new TrialChoice(figure, null, kind, skipped));
            default -> Optional.of(new TrialChoice(figure, null, null, skipped));
        });
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
