package io.pledge.sla;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.config.ConfigFolder;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.ServiceUnit;
import io.pledge.ticket.TicketKind;

/**
 * The policies and calendars that new promises are made under: what the last entry of the database names, held in memory. A start
 * with other files than are in force puts them into force, once they are checked against the organisation.
 */
@Component
class PoliciesInForce {
    private static final Logger LOG = LoggerFactory.getLogger(PoliciesInForce.class);
    private static final long NOT_ENTERED = 0;

    private final Versions versions;
    private final InForceEntries entries;
    private final PolicyCheck check;
    private volatile InForce held;

    PoliciesInForce(ConfigFolder folder, Versions versions, InForceEntries entries, PolicyCheck check) {
        this.versions = versions;
        this.entries = entries;
        this.check = check;
        held = entries.read(NOT_ENTERED, versions.keep(PolicyFiles.read(folder).bodies()));
    }

    /** Once the organisation is known: a unit whose calendar is missing stops the start. */
    @EventListener(ContextRefreshedEvent.class)
    synchronized void start() {
        if (held.entry() == NOT_ENTERED) {
            check.require(held.policies().lines(), calendars());
            var entry = entries.enter(held.versions(), null);
            held = held.enteredAs(entry.id());
            LOG.info("Policies and calendars in force since {}", entry.since());
        }
    }

    /** Puts texts into force that were checked, here at once and on the other nodes when they look next. */
    synchronized void put(Map<String, String> bodies, PersonId by) {
        take(entries.enter(versions.keep(bodies), by));
    }

    /** Takes over what another node has put into force; not before the own start is through. */
    synchronized void follow() {
        if (held.entry() != NOT_ENTERED) {
            entries.last().filter(last -> last.id() != held.entry()).ifPresent(this::take);
        }
    }

    private void take(InForceEntries.Entry entry) {
        held = entries.read(entry.id(), entry.versions());
        LOG.info("New promises are made under the versions {} of policies and calendars", entry.versions());
    }

    /** What is in force at this moment, for whoever asks more than once. */
    InForce now() {
        return held;
    }

    /** What a ticket with these traits is promised. */
    Terms terms(TicketKind kind, Traits traits, ServiceUnit home) {
        return held.terms(kind, traits, home);
    }

    /** The versions under which new promises are made. */
    Set<Long> versions() {
        return held.versions();
    }

    /** The calendars in force, by name. */
    List<BusinessCalendar> calendars() {
        var calendars = held.calendars();
        return held.calendars().names().stream().sorted().map(this::calendar).toList();
    }

    /** The calendar in force of this name. */
    BusinessCalendar calendar(String name) {
        return held.calendars().inForce(name).calendar();
    }

    /** The version of the policy file. */
    long policyVersion() {
        return held.policies().version();
    }
}
