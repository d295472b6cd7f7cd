package io.pledge.web.incident;

import org.jspecify.annotations.Nullable;

import io.pledge.incident.IncidentCounts;
import io.pledge.web.view.PersonView;

/**
 * An incident as pages show it.
 *
 * @param other its title in the other language
 * @param state whether it runs, customers were asked, or it is over
 * @param due the first time that one of its customers is promised something; null where nothing is
 */
record IncidentView(long id, String number, String title, String other, String severity, String unit, PersonView lead,
        String declared, String state, boolean open, boolean shown, IncidentCounts counts, @Nullable String due,
        boolean overdue) {}
