package io.pledge.security;

import java.util.Set;

import io.pledge.organisation.Role;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Verb;

/**
 * Who may do what to a case that they see: its unit and the units above work on it; a unit that had it, helps with it or answers for a
 * wider fault that it is part of, and the account manager of its customer, talk with the customer; quality officers and managers read and note. What was promised under an older
 * policy is promised anew by a head who works on it, or by a manager. Pages and the API ask here and nowhere else.
 */
public final class CaseRights {
    private CaseRights() {}

    /** Whether somebody may do this to a case, as far as who they are goes; whether the case allows it now is {@link Verb#allowed}. */
    public static boolean may(SignedIn person, Verb verb, Ticket ticket) {
        return switch (verb) {
            case TAKE, HOLD, RESUME, ESCALATE, HAND_BACK, RESOLVE, ANSWER, REOPEN, CANCEL, CHANGE_SEVERITY,
                    ATTACH_CUSTOMER, ARRIVE, SHIP, MERGE, SPLIT, ASK_HELP ->
                works(person, ticket);
            case PROMISE_ANEW -> person.holds(Role.MANAGER) || person.holds(Role.HEAD) && works(person, ticket);
            case REPLY, LINK -> works(person, ticket) || talks(person, ticket);
            case NOTE -> !person.roles().isEmpty() && !person.roles().equals(Set.of(Role.ADMIN));
        };
    }

    /** Whether somebody may take new cases in for customers. */
    public static boolean mayEnter(SignedIn person) {
        return isService(person) || person.holds(Role.ACCOUNT_MANAGER);
    }

    private static boolean works(SignedIn person, Ticket ticket) {
        return isService(person) && ticket.unitPath().startsWith(person.unit().path());
    }

    private static boolean talks(SignedIn person, Ticket ticket) {
        return isService(person) && ticket.involvedPaths().contains(person.unit().path())
                || person.holds(Role.ACCOUNT_MANAGER) && person.id().equals(ticket.accountManager());
    }

    private static boolean isService(SignedIn person) {
        return person.holds(Role.ENGINEER) || person.holds(Role.HEAD);
    }
}
