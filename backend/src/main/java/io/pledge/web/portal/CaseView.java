package io.pledge.web.portal;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pledge.web.view.EntryView;
import io.pledge.web.view.Plate;
import io.pledge.web.view.PromiseRow;
import io.pledge.web.view.Rail;
import io.pledge.web.view.StepView;

/**
 * A customer's page, in words.
 *
 * @param situation WAITING, MISSED, ASKED, CLOSED, UNCONFIRMED or WITHDRAWN
 * @param plate the one large time; none once the case is over
 * @param dates what else is to come, beside the plate
 * @param missed the promise that was not kept; none where all is well
 * @param solution what we say was done; none before
 * @param steps what happened to the case, newest last
 */
record CaseView(String number, String title, String situation, String headline, @Nullable Plate plate,
        List<Coming> dates, @Nullable Missed missed, @Nullable Solved solution, List<PromiseRow> promises,
        List<StepView> steps, List<EntryView> conversation, @Nullable String reopenUntil, @Nullable String phone) {

    /** Something to come, with its time and, where that is another one, its day. */
    record Coming(String when, String what) {}

    /** A word that did not come in time. */
    record Missed(String title, String text, Rail rail) {}

    /** Cause, remedy and prevention, as the engineer wrote them. */
    record Solved(String cause, String remedy, String prevention) {}
}
