package io.pledge.sla;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.pledge.organisation.ServiceUnit;
import io.pledge.ticket.TicketKind;

/**
 * What new promises are made under, as one value: whoever took hold of it works with policies and calendars that belong together,
 * whatever is put into force meanwhile.
 *
 * @param entry under which the database holds it, 0 while it is not entered
 */
record InForce(long entry, Policies policies, Calendars calendars) {

    /** The versions of the policies and of every calendar. */
    Set<Long> versions() {
        var all = new TreeSet<Long>();
        all.add(policies.version());
        calendars.byName().values().stream().map(Calendars.Versioned::version).forEach(all::add);
        return all;
    }

    /** What a ticket with these traits is promised. */
    Terms terms(TicketKind kind, Traits traits, ServiceUnit home) {
        return under(policies, kind, traits, home);
    }

    /** What other policies would promise on these calendars; nothing where one of the calendars is gone. */
    Optional<Terms> terms(Policies other, TicketKind kind, Traits traits, ServiceUnit home) {
        boolean known = Stream.of(home.calendar(), Optional.ofNullable(traits.calendar()).orElse(home.calendar()))
                .allMatch(calendars.names()::contains);
        return known ? Optional.of(under(other, kind, traits, home)) : Optional.empty();
    }

    private Terms under(Policies those, TicketKind kind, Traits traits, ServiceUnit home) {
        return those.terms(Policies.Asked.of(kind, traits, home.tier()), calendars,
                new Calendars.Owner(home.calendar(), traits.calendar()));
    }

    InForce enteredAs(long id) {
        return new InForce(id, policies, calendars);
    }
}
