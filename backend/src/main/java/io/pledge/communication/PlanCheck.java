package io.pledge.communication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import io.pledge.communication.BadLine.Problem;
import io.pledge.customer.Contact;
import io.pledge.customer.ContactId;
import io.pledge.customer.ContactLevel;
import io.pledge.customer.CustomerId;
import io.pledge.customer.Customers;

/** What is wrong with a plan that somebody wants to agree on. */
@Component
class PlanCheck {
    private final Customers customers;

    PlanCheck(Customers customers) {
        this.customers = customers;
    }

    List<BadLine> problems(CommunicationPlan plan, CustomerId customer) {
        var people = customers.contactsOf(customer);
        var bad = new ArrayList<BadLine>();
        if (!CommunicationPlan.TIMES.contains(plan.confirmWithin())) {
            bad.add(BadLine.of(0, Problem.TIME));
        }
        if (plan.lines().size() > CommunicationPlan.MOST_LINES) {
            bad.add(BadLine.of(0, Problem.MANY));
            return bad;
        }
        var known = new HashSet<>(people.stream().map(Contact::id).toList());
        for (int i = 0; i < plan.lines().size(); i++) {
            check(plan, i, known, bad);
        }
        if (bad.isEmpty() && !reachesAnybody(plan, people)) {
            bad.add(BadLine.of(0, Problem.NOBODY));
        }
        return bad;
    }

    private static void check(CommunicationPlan plan, int index, Set<ContactId> known, List<BadLine> bad) {
        var line = plan.lines().get(index);
        if ((line.level() == null) == (line.contact() == null)) {
            bad.add(BadLine.of(index + 1, Problem.WHO));
        } else if (line.contact() != null && !known.contains(line.contact())) {
            bad.add(BadLine.of(index + 1, Problem.FOREIGN));
        }
        if (line.occasions().isEmpty()) {
            bad.add(BadLine.of(index + 1, Problem.NOTHING));
        } else if (line.answers() && !line.occasions().contains(Occasion.SOLUTION)) {
            bad.add(BadLine.of(index + 1, Problem.ANSWER));
        }
        plan.lines().subList(0, index).stream().filter(line::repeats).findFirst().ifPresent(earlier -> bad.add(
                new BadLine(index + 1, Problem.TWICE, plan.lines().indexOf(earlier) + 1)));
    }

    private static boolean reachesAnybody(CommunicationPlan plan, List<Contact> people) {
        var levels = new HashSet<ContactLevel>(people.stream().map(Contact::level).toList());
        return plan.lines().stream().anyMatch(line -> line.contact() != null || levels.contains(line.level()));
    }
}
