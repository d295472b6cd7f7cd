package io.pledge.ticket;

import java.util.List;

/** What can be done to a case, as a page offers it. */
public enum Verb {
    TAKE(Rule.MAY_TAKE), REPLY(Rule.MAY_WRITE), NOTE(Rule.MAY_WRITE), HOLD(Rule.MAY_HOLD), RESUME(
            Rule.MAY_RESUME), ESCALATE(Rule.MAY_ESCALATE), HAND_BACK(Rule.MAY_ESCALATE), RESOLVE(
                    Rule.MAY_RESOLVE), ANSWER(Rule.MAY_ANSWER), REOPEN(Rule.MAY_REOPEN), CANCEL(
                            Rule.MAY_CANCEL), CHANGE_SEVERITY(
                                    Rule.MAY_CHANGE), ATTACH_CUSTOMER(Rule.MAY_CHANGE), PROMISE_ANEW(
                                            Rule.MAY_CHANGE), ARRIVE(
                                                    Rule.MAY_TELL), SHIP(Rule.MAY_TELL), MERGE(Rule.MAY_MERGE), LINK(
                                                            List.of()), SPLIT(
                                                                    Rule.MAY_CHANGE), ASK_HELP(Rule.MAY_ESCALATE);

    private final List<Rule> rules;

    Verb(List<Rule> rules) {
        this.rules = rules;
    }

    /** Whether the case allows it now, so that a page can leave out what would be refused. */
    public boolean allowed(Ticket ticket) {
        return Rule.allow(rules, ticket);
    }

    /** @throws Refused with the reason where the case does not allow it now */
    public void require(Ticket ticket) {
        Rule.require(rules, ticket);
    }
}
