package io.pledge.web.desk;

import org.jspecify.annotations.Nullable;

import io.pledge.web.view.Option;
import io.pledge.web.view.PersonView;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.TierBoxes;

/**
 * One case as a line of the queue.
 *
 * @param group the key of the group it stands in
 * @param day the day of its time where that is not today
 * @param broken whether its time has passed
 * @param with who has it; nobody where it was not taken
 * @param incident the wider fault that it belongs to: its id, and what it is called
 */
record QueueLine(String group, String href, @Nullable String time, @Nullable String day, boolean broken,
        PromiseBadge badge, String promise, String title, String note, String severity, boolean critical,
        String kind, TierBoxes tiers, @Nullable PersonView with, @Nullable String after, String number,
        @Nullable Option incident) {}
