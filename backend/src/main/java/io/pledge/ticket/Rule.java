package io.pledge.ticket;

import java.util.List;
import java.util.function.Predicate;

/**
 * One condition of a verb, with the reason that a person reads where it does not hold.
 *
 * @param reason last part of the key {@code refused.<reason>}
 */
record Rule(String reason, Predicate<Ticket> holds) {
    private static final Rule OPEN = new Rule("ended", t -> !t.state().ended());
    private static final Rule ENDED = new Rule("notEnded", t -> t.state().ended());
    private static final Rule UNRESOLVED = new Rule("resolved", t -> t.state() != TicketState.RESOLVED);
    private static final Rule RESOLVED = new Rule("notResolved", t -> t.state() == TicketState.RESOLVED);
    private static final Rule NOT_HELD = new Rule("held", t -> t.state() != TicketState.ON_HOLD);
    private static final Rule HELD = new Rule("notHeld", t -> t.state() == TicketState.ON_HOLD);
    private static final Rule NOT_WITHDRAWN = new Rule("withdrawn",
            t -> t.state() == TicketState.CLOSED || t.state() == TicketState.CLOSED_UNCONFIRMED);

    static final List<Rule> MAY_TAKE = List.of(OPEN, UNRESOLVED);
    static final List<Rule> MAY_WRITE = List.of(OPEN);
    static final List<Rule> MAY_HOLD = List.of(OPEN, UNRESOLVED, NOT_HELD);
    static final List<Rule> MAY_RESUME = List.of(OPEN, HELD);
    static final List<Rule> MAY_ESCALATE = List.of(OPEN, UNRESOLVED);
    static final List<Rule> MAY_RESOLVE = List.of(OPEN, UNRESOLVED);
    static final List<Rule> MAY_ANSWER = List.of(OPEN, RESOLVED);
    static final List<Rule> MAY_REOPEN = List.of(ENDED, NOT_WITHDRAWN);
    static final List<Rule> MAY_CANCEL = List.of(OPEN);
    static final List<Rule> MAY_CHANGE = List.of(OPEN);
    static final List<Rule> MAY_MERGE = List.of(OPEN, UNRESOLVED);
    static final List<Rule> MAY_TELL = List.of(OPEN);

    /** Whether all of them hold, so that a page can leave out what would be refused. */
    static boolean allow(List<Rule> rules, Ticket ticket) {
        return rules.stream().allMatch(rule -> rule.holds.test(ticket));
    }

    /** @throws Refused with the first reason that stands against it */
    static void require(List<Rule> rules, Ticket ticket) {
        for (var rule : rules) {
            if (!rule.holds.test(ticket)) {
                throw new Refused(rule.reason);
            }
        }
    }
}
