package io.pledge.web.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Scope;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketNotFound;

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
        Map<TicketId, Ticket> found = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        Arrays.stream((typed == null ? "" : typed).split("[^A-Za-z0-9-]+")).filter(number -> !number.isEmpty())
                .distinct().limit(MOST).forEach(number -> {
                    try {
                        Ticket ticket = cases.find(number, scope);
                        if (may.test(ticket)) {
                            found.put(ticket.id(), ticket);
                        } else {
                            unknown.add(number);
                        }
                    } catch (TicketNotFound _) {
                        unknown.add(number);
                    }
                });
        return new Named(List.copyOf(found.keySet()), unknown);
    }

    /**
     * Cases by their numbers.
     *
     * @param unknown what is no number, of no case that is seen, or of one that is not theirs to count
     */
    record Named(List<TicketId> cases, List<String> unknown) {}
}
