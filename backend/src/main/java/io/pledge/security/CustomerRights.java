package io.pledge.security;

import io.pledge.customer.Customer;
import io.pledge.organisation.Role;
import io.pledge.organisation.Scope;

/**
 * Whose customers somebody may read, and who changes them. Administrators keep all of them in order; by that they see no cases. Account
 * managers read about their customers, heads and managers about those with a site at one of the units that they see.
 */
public final class CustomerRights {
    private CustomerRights() {}

    /** The customers that somebody may read about. */
    public static Scope scope(SignedIn person) {
        return mayChange(person) ? Scope.everything() : person.scope();
    }

    /** Whether somebody adds, changes, retires and imports. */
    public static boolean mayChange(SignedIn person) {
        return person.holds(Role.ADMIN);
    }

    /** Whether somebody agrees with a customer who of them hears of what: administrators, and the customer's account manager. */
    public static boolean mayPlan(SignedIn person, Customer customer) {
        return mayChange(person)
                || person.holds(Role.ACCOUNT_MANAGER) && person.id().equals(customer.accountManager());
    }

    /** Whether somebody sees cases at all, of whichever customer. */
    public static boolean seesCases(SignedIn person) {
        return !person.scope().equals(Scope.nothing());
    }
}
