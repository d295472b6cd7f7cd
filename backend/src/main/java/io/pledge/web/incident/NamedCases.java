package io.pledge.web.incident;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Scope;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketNumber;

/** Reads the numbers of cases that somebody typed or chose. */
@Component
class NamedCases {
    private static final int MOST = 1000;

    private final Cases cases;

    NamedCases(Cases cases) {
        this.cases = cases;
    }

    /**
     * The cases that are meant.
     *
     * @param typed numbers with anything but letters, digits and dashes between them
     * @param may whether somebody may count this case
     */
    Named read(@Nullable String typed, Scope scope, Predicate<Ticket> may) {
        var numbers = Arrays.stream((typed == null ? "" : typed).split("[^A-Za-z0-9-]+"))
                .filter(number -> !number.isEmpty()).distinct().limit(MOST).toList();
        var meant = numbers.stream().flatMap(number -> TicketNumber.read(number).stream()).distinct().toList();
        var found = cases.find(meant, scope);
        found.values().removeIf(may.negate());
        return new Named(meant.stream().filter(found::containsKey).toList(), numbers.stream()
                .filter(number -> TicketNumber.read(number).filter(found::containsKey).isEmpty()).toList());
    }

    /**
     * Cases by their numbers.
     *
     * @param unknown what is no number, of no case that is seen, or of one that is not theirs to count
     */
    record Named(List<TicketId> cases, List<String> unknown) {}
}
