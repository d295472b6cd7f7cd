package io.pledge.web.help;

import io.pledge.help.HelpRequest;
import io.pledge.organisation.Role;
import io.pledge.security.CaseRights;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Verb;

/** Who may do what about help: engineers and heads of the unit that is asked, and of those above it, give it; whoever asked, or works on the case, takes it back. */
final class HelpRights {
    private HelpRights() {}

    static boolean mayGive(SignedIn me, HelpRequest request) {
        return (me.holds(Role.ENGINEER) || me.holds(Role.HEAD)) && request.unitPath().startsWith(me.unit().path());
    }

    static boolean mayWithdraw(SignedIn me, HelpRequest request, Ticket ticket) {
        return me.id().equals(request.askedBy()) || CaseRights.may(me, Verb.ASK_HELP, ticket);
    }
}
