package io.pledge.web.survey;

import org.jspecify.annotations.Nullable;

import io.pledge.web.view.PersonView;
import io.pledge.web.view.PromiseBadge;

/**
 * One recovery call as the desk shows it.
 *
 * @param number of the case
 * @param customer who is to be called; null once erased
 * @param badge how long there is, or by how much it came early or late
 * @param when the due time, or when it was made
 */
record RecoveryView(long id, String number, String title, @Nullable String customer, @Nullable String phone,
        int score, @Nullable String comment, String unit, @Nullable PersonView assigned, PromiseBadge badge,
        String when, @Nullable String outcome, @Nullable String said, @Nullable PersonView closedBy) {}
